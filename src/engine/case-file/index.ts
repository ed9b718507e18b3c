export type { Connection, ReadableDb, Row, WritableDb } from './connection.ts';
export { contentPieces, contentSlice, loadContent, sha256Of, storeContent } from './content.ts';
export { copyWhole } from './copy-whole.ts';
export { changePassphrase } from './new-passphrase.ts';
export { type CaseFile, createCaseFile, named, openCaseFile, opensBy, refuseShort } from './open.ts';
export { flag, integer, integerOrNull, json, jsonOrNull, text, textOrNull } from './rows.ts';
export { noticeIfSynced, syncedBy } from './synced-folder.ts';
export { keepUnsaved, unsavedAt } from './unsaved.ts';
