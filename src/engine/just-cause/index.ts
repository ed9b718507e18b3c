export { readRegister } from './register.ts';
export { addComparator, answerJustCause, justCauseView, withdrawComparator } from './worksheet.ts';
