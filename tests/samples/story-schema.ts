import path from 'node:path';
import { readStory, type Story } from '../../src/engine/sample/story.ts';

export type { Story };

const resourcesFolder = path.resolve(import.meta.dirname, '../../resources');
export const samplesFolder = path.join(resourcesFolder, 'samples');
export const incidents = ['harbor-night', 'cafeteria-joke', 'staff-lot'] as const;
export type Incident = (typeof incidents)[number];

export function storyOf(incident: Incident): Story {
  return readStory(resourcesFolder, incident);
}
