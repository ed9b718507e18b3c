/** The agreement room: what an agreement and the law demand next, by when, and what it blocks. */
export { answerDeadline } from './days/answer.ts';
export { calendarProblem, dayStanding } from './days/look.ts';
export { gates, stepsAndGates } from './gates/gates.ts';
export { liveDiscipline } from './packs/ageing.ts';
export { checkAgreementPacks } from './packs/check.ts';
export { packVersionOn } from './packs/choose.ts';
export { articleDigest, restsOn, withConfirmations } from './packs/confirmed.ts';
export {
  loadAgreements,
  loadCalendar,
  loadCalendars,
  loadLaws,
  packText,
  parsePack,
  refusedPacks,
} from './packs/load.ts';
export { packJsonSchema } from './packs/schema.ts';
export { selectPacks } from './packs/select.ts';
export { checkPackText, editPackText } from './packs/write.ts';
export { doubtOfDate, toConfirm } from './steps/confirmation.ts';
export { stepRemarks } from './steps/remarks.ts';
export { parseStepsInput, steps } from './steps/steps.ts';
