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

/** The day of a plain date. */
export function dayOfDate(date: Temporal.PlainDate): Day {
  return date.toZonedDateTime('UTC').epochMilliseconds / MILLISECONDS_PER_DAY;
}

/** The day of `YYYY-MM-DD`; throws a RangeError for a day that does not exist. */
export function dayOf(iso: string): Day {
  return dayOfDate(Temporal.PlainDate.from(iso, { overflow: 'reject' }));
}

/** The plain date of a day. */
export function dateOf(day: Day): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(day * MILLISECONDS_PER_DAY)
    .toZonedDateTimeISO('UTC')
    .toPlainDate();
}

/** `YYYY-MM-DD` of a day. */
export function isoOf(day: Day): string {
  return dateOf(day).toString();
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
  const date = dateOf(day);
  const words = `${WEEKDAY_NAMES[weekdayOf(day) - 1]} ${date.day} ${MONTH_NAMES[date.month - 1]}`;
  return withYear ? `${words} ${date.year}` : words;
}
