export { compareCopies } from './compare.ts';
export { clearLooks, newLookFolder } from './folders.ts';
