export { replay } from './replay.ts';
export { readStory, sampleIds } from './story.ts';
