export { assertElement, clauseOn, clauseViews } from './clauses.ts';
export { facts, recordFact } from './facts.ts';
export { gridView } from './grid.ts';
export { LOOK_THROUGH_TITLE, lookThrough, startLookThrough } from './look-through.ts';
export { addMapping, assertPassage, mappings, withdrawMapping } from './mappings.ts';
export { decideSuggestion, replaceSuggestions, screenFlags, suggestions } from './suggestions.ts';
export { type Surroundings, toSuggestInput } from './wire-item.ts';
