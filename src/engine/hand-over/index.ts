export { giveHandOver, handOverNotices, handOvers, takeHandOver } from './hand-over.ts';
export { mayStillDo, readOnlyOf } from './read-only.ts';
