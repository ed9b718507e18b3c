export {
  assignReceipt,
  evidenceById,
  evidenceList,
  intakeCounts,
  receipts,
  recordReceipt,
  setOwner,
} from './evidence.ts';
export { type IntakeOrder, resumeReadings, startIntake, type TellOutcome } from './start.ts';
