export { concerns } from './concerns/catalogue.ts';
export { checkPolicies, uncoveredPassages } from './packs/check.ts';
export { type LoadedPolicy, loadPolicies, loadPolicyShelf, readPack } from './packs/load.ts';
export { includesWeekday, readClock } from './scene/clock.ts';
export {
  clausesWithoutDetector,
  isLookedFor,
  type SuggestOptions,
  sentencesFor,
  suggestFor,
  suggestionThreshold,
  toWire,
} from './suggest.ts';
export { Suggester } from './suggester.ts';
