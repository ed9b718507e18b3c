export { schoolDays, sessionCalendar } from './calendar.ts';
export { eventById, events, recordEvent } from './events.ts';
export { stepsInput } from './steps-input.ts';
export { gateOf, stepsView } from './view.ts';
