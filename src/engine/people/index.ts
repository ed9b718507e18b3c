export { likelySame } from './likely-same.ts';
export { mergePeople, merges, partPeople } from './merge.ts';
export { fold, Recognition } from './recognition.ts';
export {
  approvals,
  conflicts,
  handleConflict,
  policyNotices,
  recordApproval,
  recordConflict,
  recordPolicyNotice,
  withdrawRecord,
} from './records.ts';
export { addPerson, people, personById, respondents, updatePerson } from './store.ts';
