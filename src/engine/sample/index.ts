export { type Hands, replay } from './replay.ts';
export { readStory, type Story, sampleIds } from './story.ts';
