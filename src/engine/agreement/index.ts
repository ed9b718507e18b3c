/** The agreement room: what an agreement and the law demand next, by when, and what it blocks. */
export type { AgreementPack } from '../../contract/agreement.ts';
export { answerDeadline } from './days/answer.ts';
export { gates } from './gates/gates.ts';
export { checkAgreementPacks, type PackProblem } from './packs/check.ts';
export { type LawPack, loadAgreements, loadCalendar, loadCalendars, loadLaws, parsePack } from './packs/load.ts';
export { type PackChoice, selectPacks } from './packs/select.ts';
export { parseStepsInput, steps } from './steps/steps.ts';
