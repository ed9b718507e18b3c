export { schoolDays, sessionCalendar } from './calendar.ts';
export { deadlinesAsCalendar } from './calendar-export.ts';
export { eventById, events, recordEvent } from './events.ts';
export { addErratum, interviewById, interviews, signInterview, writeInterview } from './interviews.ts';
export { movedDeadlines, openDeadlines } from './moved.ts';
export { packsOfDistrict, refusedOf } from './packs.ts';
export { agreementOfUnit, pastDiscipline, recordPastDiscipline, withdrawPastDiscipline } from './past-discipline.ts';
export {
  agreementShelf,
  agreementView,
  checkText,
  digestOf,
  packToKeep,
  type RuleShelf,
  shelfOf,
  shelfOfCase,
} from './shelf.ts';
export { stepsInput } from './steps-input.ts';
export { gateOf, stepsView } from './view.ts';
