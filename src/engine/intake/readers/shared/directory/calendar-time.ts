import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../../../../../contract/moment.ts';
import { floatingMoment, localOf, offsetMoment, offsetOf, unreadableMoment, type WallClock } from '../moments.ts';
import { type Component, type ContentLine, firstParameter, lineNamed } from './content-lines.ts';
import { placeOfWindowsZone } from './windows-zones.ts';

/** A change of the clocks that a calendar describes itself (`STANDARD` and `DAYLIGHT` of a `VTIMEZONE`). */
interface Onset {
  /** `±HH:MM` after it. */
  readonly offset: string;
  /** Wall clock of its first time. */
  readonly start: Temporal.PlainDateTime;
  /** Month, weekday (1 Monday – 7 Sunday) and which of them in the month (-1 the last); null where it happens once. */
  readonly yearly: { readonly month: number; readonly weekday: number; readonly nth: number } | null;
}

export interface OwnZone {
  /** The zone as the calendar calls it beside its own name (`X-LIC-LOCATION`). */
  readonly place: string | null;
  readonly onsets: readonly Onset[];
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function clockOf(written: string): WallClock | null {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}):?(\d{2}):?(\d{2})?)?/.exec(written.trim());
  if (found === null) return null;
  const figure = (index: number): number => Number(found[index] ?? '0');
  return {
    year: figure(1),
    month: figure(2),
    day: figure(3),
    hour: found[4] === undefined ? null : figure(4),
    minute: figure(5),
    second: figure(6),
  };
}

function plainOf(clock: WallClock | null): Temporal.PlainDateTime | null {
  const local = clock === null ? null : localOf(clock);
  return local === null ? null : Temporal.PlainDateTime.from(local);
}

function yearlyOf(rule: string | undefined): Onset['yearly'] {
  const month = /BYMONTH=(\d{1,2})/i.exec(rule ?? '')?.[1];
  const day = /BYDAY=(-?[1-5])(MO|TU|WE|TH|FR|SA|SU)/i.exec(rule ?? '');
  if (month === undefined || day === null) return null;
  return { month: Number(month), nth: Number(day[1]), weekday: weekdays.indexOf((day[2] ?? '').toUpperCase()) + 1 };
}

/** What a `VTIMEZONE` says; half-read ones are left with what could be read. */
export function ownZone(component: Component): OwnZone {
  const onsets: Onset[] = [];
  for (const part of component.inner) {
    const offset = offsetOf(lineNamed(part, 'TZOFFSETTO')?.raw.trim().slice(0, 5) ?? '');
    const start = plainOf(clockOf(lineNamed(part, 'DTSTART')?.raw ?? '16010101T000000'));
    if (offset !== null && start !== null)
      onsets.push({ offset, start, yearly: yearlyOf(lineNamed(part, 'RRULE')?.raw) });
  }
  return { place: lineNamed(component, 'X-LIC-LOCATION')?.raw.trim() ?? null, onsets };
}

/** The day of a yearly change, or null where the month has no such day. */
function dayIn(year: number, { month, weekday, nth }: NonNullable<Onset['yearly']>): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const ahead = (weekday - first.dayOfWeek + 7) % 7;
  if (nth > 0) return first.add({ days: ahead + (nth - 1) * 7 });
  const last = Temporal.PlainDate.from({ year, month, day: first.daysInMonth });
  return last.subtract({ days: ((last.dayOfWeek - weekday + 7) % 7) + (-nth - 1) * 7 });
}

/** The last change of the clocks at or before a wall clock, of those that the calendar describes. */
function offsetAt(zone: OwnZone, at: Temporal.PlainDateTime): string | null {
  let best: { when: Temporal.PlainDateTime; offset: string } | null = null;
  for (const { offset, start, yearly } of zone.onsets) {
    const times =
      yearly === null
        ? [start]
        : [at.year - 1, at.year].map((year) => dayIn(year, yearly).toPlainDateTime(start.toPlainTime()));
    for (const when of times) {
      const counts = Temporal.PlainDateTime.compare(when, at) <= 0;
      if (counts && (best === null || Temporal.PlainDateTime.compare(when, best.when) > 0)) best = { when, offset };
    }
  }
  return best?.offset ?? zone.onsets[0]?.offset ?? null;
}

function isPlace(name: string): boolean {
  try {
    Temporal.PlainDateTime.from('2026-01-01T00:00').toZonedDateTime(name);
    return true;
  } catch {
    return false;
  }
}

/** The IANA zone that a calendar's name for one means; programs put their own words before it. Null where none is known. */
export function placeOfZone(name: string): string | null {
  const plain = name.replaceAll('"', '').trim();
  if (/^tzone:\/\/microsoft\/utc$/i.test(plain)) return 'UTC';
  const windows = placeOfWindowsZone(plain);
  if (windows !== null) return windows;
  // Three letters name a zone in old lists without saying which summer it keeps; those with a slash are sure.
  const path = /(?:^|\/)((?:[A-Z][A-Za-z_]+\/)+[A-Za-z_+\-0-9]+)$/.exec(plain)?.[1];
  const candidates = [plain, path, path?.split('/').slice(-2).join('/'), path?.split('/').slice(-3).join('/')];
  return (
    candidates.find(
      (each) =>
        each !== undefined && /^(?:UTC|GMT|EST5EDT|CST6CDT|MST7MDT|PST8PDT|.+\/.+)$/i.test(each) && isPlace(each),
    ) ?? null
  );
}

export interface CalendarTime {
  readonly moment: Moment;
  /** The name of a zone that nobody knows; the time then floats. */
  readonly unknownZone: string | null;
}

function zoned(asWritten: string, clock: WallClock, place: string): Moment {
  return { ...floatingMoment(asWritten, [clock], { zone: place }), basis: 'zone-labelled', certainty: 'stated' };
}

/** The start or end of an entry: UTC (`Z`), in a named zone, floating, or a whole day. */
export function calendarTime(
  line: ContentLine,
  zones: ReadonlyMap<string, OwnZone>,
  given: string | null,
): CalendarTime {
  const written = line.raw.trim();
  const name = firstParameter(line, 'TZID');
  const asWritten = name === null ? written : `${written} (${name})`;
  const clock = clockOf(written);
  const fixed = (moment: Moment): CalendarTime => ({ moment, unknownZone: null });
  if (clock === null) return fixed(unreadableMoment(asWritten));
  if (clock.hour === null) return fixed(floatingMoment(asWritten, [clock], { zone: null }));
  if (/Z$/i.test(written)) return fixed(offsetMoment(asWritten, clock, '+00:00', 'utc-labelled'));
  if (name === null) return fixed(floatingMoment(asWritten, [clock], { zone: given }));
  const own = zones.get(name);
  const place = placeOfZone(name) ?? (own?.place == null ? null : placeOfZone(own.place));
  if (place !== null) return fixed(zoned(asWritten, clock, place));
  const plain = plainOf(clock);
  const offset = own === undefined || plain === null ? null : offsetAt(own, plain);
  if (offset !== null) return fixed(offsetMoment(asWritten, clock, offset, 'zone-labelled'));
  return { moment: floatingMoment(asWritten, [clock], { zone: given }), unknownZone: name };
}
