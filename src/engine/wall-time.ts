import { Temporal } from 'temporal-polyfill';

/**
 * A moment with its offset on the district's own clock: `2026-03-10T10:42:00`. A bare date stays a date.
 * @param zone IANA name; null keeps the wall clock that is written
 */
export function wallTime(at: string, zone: string | null): string {
  if (/^\d{4}-\d\d-\d\d$/.test(at)) return at;
  if (zone === null || !/(Z|[+-]\d\d:\d\d)$/.test(at)) return at.slice(0, 19);
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' });
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2026-03-10`, `2026-03` or `2026` as a letter says it. */
export function dateWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}

/** One day, or the span from the first to the last. */
export function spanWords(days: readonly string[]): string {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return 'no day';
  return first === last ? dateWords(first) : `${dateWords(first)} to ${dateWords(last)}`;
}

export function dayOf(at: string, zone: string | null): string {
  return wallTime(at, zone).slice(0, 10);
}
