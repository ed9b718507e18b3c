export { assertNothingLeft } from './check-made.ts';
export {
  Drafts,
  documentFile,
  documentRemovals,
  documents,
  draftSha256,
  issueDocument,
  readiness,
} from './documents.ts';
export { Pseudonyms } from './gather/pseudonyms.ts';
export { documentKinds } from './known-kinds.ts';
export { makeDocument } from './make-document.ts';
export { redactionView } from './redaction-view.ts';
export { citableExhibits, editText, textsFor } from './texts.ts';
