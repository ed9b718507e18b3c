export { givenFingerprints, keepGiven } from './given.ts';
export { historyOf, plainWords, reverseChanges } from './history.ts';
export { type Actor, namedIdentity, ownIdentity, renameOwnIdentity } from './identity.ts';
export { currentFingerprint, ensureActor, inLedger, lastCheckpoint } from './ledger.ts';
export { type LastSeen, lastSeen, noticeIfBehind, rememberFingerprint } from './seen.ts';
export { keepRequest, keepResponse, requestOf, timeStampRequest, timeStamps } from './time-stamps.ts';
export { writeWhole } from './write-whole.ts';
