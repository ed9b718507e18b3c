import type { DatedReason, DeadlineCalendar } from '../../../contract/deadline.ts';
import { CannotAnswer } from './cannot-answer.ts';
import { type Day, dayOf, partsOf } from './day.ts';
import { type PreparedYear, prepareYears, reasonsByDay } from './school-years.ts';
import { Temporal } from './temporal.ts';

/** Holidays and the calendar years that their list covers; null where the list is empty and covers none. */
export type HolidayList = {
  readonly byDay: ReadonlyMap<Day, string | null>;
  readonly covers: { readonly from: number; readonly to: number } | null;
};

/** A calendar made ready for counting: dates as numbers, last days moved by snow. */
export type PreparedCalendar = {
  readonly timeZone: string;
  readonly years: readonly PreparedYear[];
  readonly legalHolidays: HolidayList;
  readonly contractHolidays: HolidayList;
  readonly snowDays: ReadonlySet<Day>;
};

function prepareHolidays(entries: readonly DatedReason[]): HolidayList {
  const byDay = reasonsByDay(entries);
  const years = [...byDay.keys()].map((day) => partsOf(day).year);
  if (years.length === 0) return { byDay, covers: null };
  return { byDay, covers: { from: Math.min(...years), to: Math.max(...years) } };
}

function assertTimeZone(timeZone: string): void {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  } catch {
    throw new CannotAnswer(`The calendar's time zone is not known: ${timeZone}.`, ['time zone of the calendar']);
  }
}

function prepare(calendar: DeadlineCalendar): PreparedCalendar {
  assertTimeZone(calendar.timeZone);
  const snowDays = [...new Set(calendar.snowDays.map((entry) => dayOf(entry.date)))].toSorted((a, b) => a - b);
  return {
    timeZone: calendar.timeZone,
    years: prepareYears(calendar.years, snowDays),
    legalHolidays: prepareHolidays(calendar.legalHolidays),
    contractHolidays: prepareHolidays(calendar.contractHolidays),
    snowDays: new Set(snowDays),
  };
}

const prepared = new WeakMap<DeadlineCalendar, PreparedCalendar>();

/** Makes a calendar ready for counting, once for each calendar object. Throws CannotAnswer where it contradicts itself. */
export function prepareCalendar(calendar: DeadlineCalendar): PreparedCalendar {
  const known = prepared.get(calendar);
  if (known !== undefined) return known;
  const fresh = prepare(calendar);
  prepared.set(calendar, fresh);
  return fresh;
}
