export { type History, historyOf, reverseChanges } from './history.ts';
export { type Actor, namedIdentity, ownIdentity, renameOwnIdentity } from './identity.ts';
export { currentFingerprint, type Entry, ensureActor, inLedger, lastCheckpoint, lastLine } from './ledger.ts';
export { noticeIfBehind, rememberFingerprint } from './seen.ts';
