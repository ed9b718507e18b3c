export { assertElement, clauseOn, clauseViews } from './clauses.ts';
export { facts, recordFact } from './facts.ts';
export { gridView } from './grid.ts';
export { hasItemsNotLookedThrough, lookThrough, startLookThrough, wireItem } from './look-through.ts';
export { addMapping, assertPassage, mappings, withdrawMapping } from './mappings.ts';
export { decideSuggestion, screenFlags, suggestions } from './suggestions.ts';
