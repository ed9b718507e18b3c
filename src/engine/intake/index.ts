export {
  assignReceipt,
  evidenceById,
  evidenceList,
  intakeCounts,
  receiptById,
  receipts,
  recordReceipt,
} from './evidence.ts';
export { resumeReadings, startIntake, type TellOutcome } from './start.ts';
