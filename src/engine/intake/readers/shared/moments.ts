import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../../../../contract/moment.ts';

/** A wall clock as a source shows it. `hour: null` means that only the day is told; `second: null` that seconds are not. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number | null;
  readonly minute: number;
  readonly second: number | null;
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

function dateOf(clock: WallClock): Temporal.PlainDate | null {
  try {
    const date = Temporal.PlainDate.from(
      { year: clock.year, month: clock.month, day: clock.day },
      { overflow: 'reject' },
    );
    return clock.hour === 24 && clock.minute === 0 ? date.add({ days: 1 }) : date;
  } catch {
    return null;
  }
}

/** `YYYY-MM-DDTHH:MM:SS` or `YYYY-MM-DD`; null where the figures are no day or no time that exists. */
export function localOf(clock: WallClock): string | null {
  const date = dateOf(clock);
  if (date === null || clock.year < 1 || clock.year > 9999) return null;
  if (clock.hour === null) return date.toString();
  const hour = clock.hour === 24 && clock.minute === 0 ? 0 : clock.hour;
  // A leap second (60) is told as the last ordinary one.
  const second = Math.min(clock.second ?? 0, 59);
  if (hour > 23 || hour < 0 || clock.minute > 59 || (clock.second ?? 0) > 60) return null;
  return `${date.toString()}T${pad(hour)}:${pad(clock.minute)}:${pad(second)}`;
}

function precisionOf(clock: WallClock): Moment['precision'] {
  if (clock.hour === null) return 'day';
  return clock.second === null ? 'minute' : 'second';
}

/** `YYYY-MM-DDTHH:MM:SSZ` of an instant, fractions of a second cut off. */
function instantText(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' });
}

function instantAt(local: string, zone: string): string | null {
  try {
    return instantText(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant());
  } catch {
    return null;
  }
}

/** A date that stands in the source but that nobody can read. */
export function unreadableMoment(asWritten: string): Moment {
  return {
    asWritten,
    local: null,
    instant: null,
    zone: null,
    basis: 'floating-local',
    precision: 'day',
    certainty: 'ambiguous',
    readings: [],
  };
}

export interface FloatingOptions {
  /** IANA zone a person gave; null leaves the time floating. */
  readonly zone: string | null;
  readonly basis?: 'floating-local' | 'container' | 'file-time';
}

/**
 * A time without a zone of its own. Several different readings make it ambiguous: all are kept, `local` is the first.
 * A zone that a person gave fixes the instant of a sole reading and makes the moment `assumed`, since the source is silent.
 */
export function floatingMoment(asWritten: string, clocks: readonly WallClock[], options: FloatingOptions): Moment {
  const readings = [...new Set(clocks.map(localOf).filter((local) => local !== null))];
  const [local] = readings;
  const [clock] = clocks;
  if (local === undefined || clock === undefined) return unreadableMoment(asWritten);
  const precision = precisionOf(clock);
  const basis = options.basis ?? 'floating-local';
  if (readings.length > 1) {
    return { asWritten, local, instant: null, zone: options.zone, basis, precision, certainty: 'ambiguous', readings };
  }
  const instant = options.zone !== null && precision !== 'day' ? instantAt(local, options.zone) : null;
  return {
    asWritten,
    local,
    instant,
    zone: options.zone,
    basis,
    precision,
    certainty: options.zone === null ? 'stated' : 'assumed',
    readings: [],
  };
}

/** A time whose distance from UTC stands beside it. `offset` is `±HH:MM`. */
export function offsetMoment(
  asWritten: string,
  clock: WallClock,
  offset: string,
  basis: 'offset' | 'utc-labelled' | 'zone-labelled' = 'offset',
): Moment {
  const local = localOf(clock);
  if (local === null) return unreadableMoment(asWritten);
  const instant = clock.hour === null ? null : instantAt(local, offset);
  return {
    asWritten,
    local,
    instant,
    zone: offset,
    basis,
    precision: precisionOf(clock),
    certainty: 'stated',
    readings: [],
  };
}

/** A count of milliseconds since 1970 (UTC); null where the figure is no time between the years 1 and 9999. */
export function epochMoment(asWritten: string, milliseconds: number): Moment | null {
  if (!Number.isFinite(milliseconds) || milliseconds < -62_135_596_800_000 || milliseconds > 253_402_300_799_999)
    return null;
  const instant = instantText(Temporal.Instant.fromEpochMilliseconds(Math.floor(milliseconds)));
  return {
    asWritten,
    local: instant.slice(0, 19),
    instant,
    zone: '+00:00',
    basis: 'epoch',
    precision: 'second',
    certainty: 'stated',
    readings: [],
  };
}

/** `-0400`, `-04:00`, `-4`, `Z` as `±HH:MM`; null where it is no offset. */
export function offsetOf(written: string): string | null {
  if (/^z$/i.test(written)) return '+00:00';
  const found = /^([-+−])(\d{1,2}):?(\d{2})?$/.exec(written.trim());
  if (found === null) return null;
  const hours = Number(found[2]);
  const minutes = Number(found[3] ?? '0');
  if (hours > 15 || minutes > 59) return null;
  return `${found[1] === '+' ? '+' : '-'}${pad(hours)}:${pad(minutes)}`;
}

/**
 * A moment as one line of ISO 8601: with an offset (or `Z`) where the instant is fixed, without one where the time floats;
 * null where no reading could be made.
 */
export function momentAsIso(moment: Moment): string | null {
  if (moment.local === null || moment.instant === null || moment.precision === 'day') return moment.local;
  if (moment.zone === null || moment.zone === '+00:00' || moment.zone === 'UTC') return moment.instant;
  const zoned = Temporal.Instant.from(moment.instant).toZonedDateTimeISO(moment.zone);
  return `${moment.local}${zoned.offset}`;
}
