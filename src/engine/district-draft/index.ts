/** A district's file in the making: what HR confirms once for the district, without any case. */
export { draftChoices } from './begin.ts';
export {
  checkInDraft,
  confirmInDraft,
  districtDrafts,
  districtDraftView,
  draftAgreement,
  keepInDraft,
  reverseInDraft,
  setDistrictDraftAside,
  signedDraft,
  startDistrictDraft,
  takeBackInDraft,
} from './drafts.ts';
