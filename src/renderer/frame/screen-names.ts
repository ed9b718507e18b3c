/** The rooms of an open case, in the order in which they stand at the left. */
export const screenNames = [
  'overview',
  'evidence',
  'grid',
  'people',
  'findings',
  'best-case',
  'chronology',
  'steps',
  'documents',
  'record',
  'questions',
  'policies',
] as const;
export type ScreenName = (typeof screenNames)[number];
