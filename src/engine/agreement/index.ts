/** The agreement room: what an agreement and the law demand next, by when, and what it blocks. */
export { answerDeadline } from './days/answer.ts';
export { gates } from './gates/gates.ts';
export { liveDiscipline } from './packs/ageing.ts';
export { checkAgreementPacks } from './packs/check.ts';
export { loadAgreements, loadCalendar, loadCalendars, loadLaws, parsePack } from './packs/load.ts';
export { packJsonSchema } from './packs/schema.ts';
export { selectPacks } from './packs/select.ts';
export { stepRemarks } from './steps/remarks.ts';
export { parseStepsInput, steps } from './steps/steps.ts';
