export { Drafts, documentBytes, documents, draftSha256, issueDocument, makeDocument, readiness } from './documents.ts';
export { Pseudonyms } from './gather/pseudonyms.ts';
export { documentKinds } from './input/document-kinds.ts';
