import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../../../contract/moment.ts';
import type { TimeSetting } from '../../../contract/source-time.ts';
import { offsetOf } from '../readers/shared/moments.ts';
import { asWrittenHour, dayFigures, dayUnder, readingsOf } from './figures.ts';
import { relativeTime } from './relative.ts';

/**
 * A moment as a person settled the dates of its source; null where the setting changes nothing about it. What the machine
 * read is not touched, and the words of the date stay as they are written.
 */
export function settledMoment(moment: Moment, setting: TimeSetting): Moment | null {
  const relative = setting.capturedAt === null ? null : relativeTo(moment, setting.capturedAt);
  const read = relative ?? orderedAndHalved(moment, setting);
  const zoned = inZone(read, setting.zone);
  return same(zoned, moment) ? null : zoned;
}

function relativeTo(moment: Moment, capturedAt: string): Moment | null {
  if (moment.local !== null) return null;
  const time = relativeTime(moment.asWritten, capturedAt);
  if (time === null) return null;
  const { local, precision } = time;
  return { ...moment, local, precision, basis: 'person', certainty: 'assumed', readings: [] };
}

/** Takes the readings that fit the order of days and the half of the clock. */
function orderedAndHalved(moment: Moment, setting: TimeSetting): Moment {
  const before = readingsOf(moment);
  const readings = halved([...new Set(before.map((reading) => ordered(reading, moment, setting)))], setting);
  const [local] = readings;
  if (local === undefined || (readings.length === before.length && readings.every((one, at) => one === before[at]))) {
    return moment;
  }
  if (readings.length > 1) return { ...moment, local, readings: [...readings] };
  // An offset beside a date that could be read two ways was left aside; now the day is known it counts again.
  const offset = offsetBeside(moment.asWritten) ?? moment.zone;
  const instant = offset === null || moment.precision === 'day' ? null : instantAt(local, offset);
  return { ...moment, local, instant, zone: offset, basis: 'person', certainty: 'assumed', readings: [] };
}

function ordered(reading: string, moment: Moment, { order }: TimeSetting): string {
  // A count of seconds leaves no question, however the date beside it is written.
  const figures = order === null || moment.basis === 'epoch' ? null : dayFigures(moment.asWritten);
  if (order === null || figures === null || !isOneOf(reading, figures)) return reading;
  const day = dayUnder(figures, order, reading.slice(0, 4));
  return day === null ? reading : day + reading.slice(10);
}

/** Only a reading that is made of these very figures is read otherwise. */
function isOneOf(reading: string, figures: NonNullable<ReturnType<typeof dayFigures>>): boolean {
  const year = reading.slice(0, 4);
  const day = reading.slice(0, 10);
  return dayUnder(figures, 'day-month', year) === day || dayUnder(figures, 'month-day', year) === day;
}

function halved(readings: readonly string[], { half }: TimeSetting): readonly string[] {
  if (half === null || new Set(readings.map((reading) => reading.slice(11))).size < 2) return readings;
  const chosen = readings.filter((reading) => asWrittenHour(reading) === (half === 'as-written'));
  return chosen.length === 0 ? readings : chosen;
}

/** Times without a zone of their own get the one that a person named; a zone that the source gives stays. */
function inZone(moment: Moment, zone: string | null): Moment {
  const silent = moment.basis === 'floating-local' || moment.basis === 'container' || moment.basis === 'file-time';
  const open = moment.instant === null || moment.certainty === 'assumed';
  const told = moment.basis === 'person' && offsetBeside(moment.asWritten) !== null;
  if (zone === null || moment.local === null || told || !open || !(silent || moment.basis === 'person')) return moment;
  if (moment.precision === 'day' || moment.certainty === 'ambiguous') return { ...moment, zone };
  return { ...moment, zone, instant: instantAt(moment.local, zone), certainty: 'assumed' };
}

function offsetBeside(asWritten: string): string | null {
  const found = /\d\s?((?:[-+−]\d{2}:?\d{2}\b)|Z\b)/.exec(asWritten)?.[1];
  return found === undefined ? null : offsetOf(found);
}

function instantAt(local: string, zone: string): string | null {
  try {
    const at = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
    return at.toString({ smallestUnit: 'second' });
  } catch {
    return null;
  }
}

function same(a: Moment, b: Moment): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
