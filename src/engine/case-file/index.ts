export type { Connection, ReadableDb, Row, WritableDb } from './connection.ts';
export { contentPieces, contentSlice, loadContent, sha256Of, storeContent } from './content.ts';
export { type CaseFile, createCaseFile, named, openCaseFile } from './open.ts';
export { flag, integer, integerOrNull, json, jsonOrNull, text, textOrNull } from './rows.ts';
export { noticeIfSynced, syncedBy } from './synced-folder.ts';
