export { assertElement, clauseOn, clauseViews } from './clauses.ts';
export { facts, recordFact } from './facts.ts';
export { gridView } from './grid.ts';
export { liftLimit, limitChoices, setLimit } from './limits.ts';
export {
  ENCODED_AT_IMPORT,
  hasItemsNotLookedThrough,
  lookThrough,
  lookThroughItems,
  restEncoder,
  startLookThrough,
  wireItem,
} from './look-through.ts';
export { addMapping, assertPassage, mappings, withdrawMapping } from './mappings.ts';
export { breaksAt, localDay } from './on-record.ts';
export { closeOutside, countOutside, narrowScope, openings, openOutside, scopeView, widenScope } from './scope.ts';
export { decideSuggestion, screenFlags, suggestions } from './suggestions.ts';
