export {
  Drafts,
  documentFile,
  documentKinds,
  documents,
  draftSha256,
  issueDocument,
  makeDocument,
  readiness,
} from './documents.ts';
export { Pseudonyms } from './gather/pseudonyms.ts';
export { citableExhibits, editText, textsFor } from './texts.ts';
