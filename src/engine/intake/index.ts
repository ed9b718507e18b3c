export {
  assignReceipt,
  evidenceById,
  evidenceList,
  intakeCounts,
  receipts,
  recordReceipt,
  setOwner,
} from './evidence.ts';
export { limits } from './limits.ts';
export { notReadList, notReadWords } from './not-read.ts';
export { leftBehind } from './read-again/carry-over.ts';
export { startReadAgain } from './read-again/start-read-again.ts';
export type { IntakeOrder } from './receipts.ts';
export { IMPORT_TITLE, resumeReadings, startIntake } from './start.ts';
export { takeStatement } from './statements.ts';
export type { TellOutcome } from './tally.ts';
export { renewTimes, settleTimes, withdrawTimes } from './times/settings.ts';
export { sourcesWithDates, sourceTimes } from './times/source-times.ts';
export { recordTranscript, transcripts, withdrawTranscript } from './transcripts.ts';
