export { lastLineOf, problemOfCopy } from './check-copy.ts';
export type { Connection, ReadableDb, Row, WritableDb } from './connection.ts';
export {
  contentPieces,
  contentSlice,
  loadContent,
  loadContentAside,
  type PackedContent,
  packFile,
  sha256Of,
  storeContent,
  storingSteps,
} from './content.ts';
export { copyWhole } from './copy-whole.ts';
export { type DamagedFile, type DamagedTable, openDamagedFile } from './damaged.ts';
export { fromRecoveryKey, toHalves, toRecoveryKey } from './key.ts';
export { openCopyToLook } from './look.ts';
export { changePassphrase } from './new-passphrase.ts';
export { type CaseFile, closedFor, createCaseFile, named, openCaseFile, opensBy, refuseShort } from './open.ts';
export { overwrite } from './overwrite.ts';
export { bytes, flag, integer, integerOrNull, json, jsonOrNull, text, textOrNull } from './rows.ts';
export { noticeIfSynced, syncedBy } from './synced-folder.ts';
export { keepUnsaved, unsavedAt } from './unsaved.ts';
