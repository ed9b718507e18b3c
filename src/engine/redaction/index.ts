export { groundOf, groundWords, profileOf, redactionLore } from './lore.ts';
export { shownFor } from './patterns.ts';
export { Redaction, TAKEN_OUT, wordsUnder } from './redaction.ts';
export { compare, type FoundAt, type KeptRemoval, keyRows, removalRows } from './removals.ts';
export {
  decidedRegions,
  decidedWords,
  faceLooks,
  keepDecision,
  keepLook,
  keepRegions,
  overlap,
  withdrawDecision,
  withdrawRegion,
} from './store.ts';
export { mapTexts } from './walk.ts';
