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

export function dayOf(at: string, zone: string | null): string {
  return wallTime(at, zone).slice(0, 10);
}
