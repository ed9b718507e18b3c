import type { DayKind, DeadlineCalendar } from '../../../contract/deadline.ts';
import { prepareCalendar } from './calendar.ts';
import { CannotAnswer } from './cannot-answer.ts';
import { dayOf } from './day.ts';
import { standingOf } from './day-kinds.ts';

/** Whether a date is of a kind, and why (not); `counts` is null where the calendar cannot tell. */
export function dayStanding(
  calendar: DeadlineCalendar,
  date: string,
  kind: DayKind,
): { readonly counts: boolean | null; readonly because: string | null } {
  try {
    return standingOf(dayOf(date), kind, prepareCalendar(calendar), 'tolled');
  } catch (error) {
    if (error instanceof CannotAnswer) return { counts: null, because: error.message };
    throw error;
  }
}

/** Why a calendar contradicts itself; null where it does not. */
export function calendarProblem(calendar: DeadlineCalendar): string | null {
  try {
    prepareCalendar(calendar);
    return null;
  } catch (error) {
    if (error instanceof CannotAnswer) return error.message;
    throw error;
  }
}
