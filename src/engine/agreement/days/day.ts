import { Temporal } from './temporal.ts';

/** A day as the number of days since 1 January 1970: counting years of school days stays cheap. */
export type Day = number;

const MILLISECONDS_PER_DAY = 86_400_000;
const DAYS_PER_WEEK = 7;
/** 1 January 1970 was a Thursday, the fourth day of an ISO week. */
const WEEKDAY_OF_DAY_ZERO = 4;
const SATURDAY = 6;
const WEEKDAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The day of a year, month and day of the month that exist. Years before 100 are no two-digit years. */
function dayOfParts(year: number, month: number, day: number): Day {
  return new Date(0).setUTCFullYear(year, month - 1, day) / MILLISECONDS_PER_DAY;
}

/** The day of a plain date. */
export function dayOfDate(date: Temporal.PlainDate): Day {
  return dayOfParts(date.year, date.month, date.day);
}

const PLAIN_DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** The day of `YYYY-MM-DD`; throws a RangeError for a day that does not exist. */
export function dayOf(iso: string): Day {
  const [, year, month, day] = PLAIN_DATE.exec(iso) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) {
    const found = dayOfParts(Number(year), Number(month), Number(day));
    if (isoOf(found) === iso) return found;
  }
  return dayOfDate(Temporal.PlainDate.from(iso, { overflow: 'reject' }));
}

/** The plain date of a day. */
export function dateOf(day: Day): Temporal.PlainDate {
  const { year, month, dayOfMonth } = partsOf(day);
  return new Temporal.PlainDate(year, month, dayOfMonth);
}

/** Year, month and day of the month of a day: a case counts thousands of days, so no date object is made for each. */
export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly dayOfMonth: number } {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
}

const FOUR_DIGITS = 4;
const LAST_YEAR_OF_FOUR_DIGITS = 9999;

/** `YYYY-MM-DD` of a day. */
export function isoOf(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day);
  if (year < 0 || year > LAST_YEAR_OF_FOUR_DIGITS) return dateOf(day).toString();
  return `${String(year).padStart(FOUR_DIGITS, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(day: Day): number {
  const shifted = (day + WEEKDAY_OF_DAY_ZERO - 1) % DAYS_PER_WEEK;
  return ((shifted + DAYS_PER_WEEK) % DAYS_PER_WEEK) + 1;
}

/** Saturday or Sunday. */
export function isWeekend(day: Day): boolean {
  return weekdayOf(day) >= SATURDAY;
}

/** `Thu 12 Feb`, with the year behind it when asked. */
export function wordsOf(day: Day, withYear: boolean): string {
  const { year, month, dayOfMonth } = partsOf(day);
  const words = `${WEEKDAY_NAMES[weekdayOf(day) - 1]} ${dayOfMonth} ${MONTH_NAMES[month - 1]}`;
  return withYear ? `${words} ${year}` : words;
}
