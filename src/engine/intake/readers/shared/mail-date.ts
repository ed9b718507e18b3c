import type { Moment } from '../../../../contract/moment.ts';
import { monthOf } from './mail/month-names.ts';
import { zoneOffset } from './mail/zone-names.ts';
import { floatingMoment, offsetMoment, offsetOf, unreadableMoment, type WallClock } from './moments.ts';
import { plainFigures, writtenDay } from './written-date.ts';

/** The day in its possible readings, the clock, and the words after it, in which a zone may stand. */
interface Parts {
  readonly days: readonly { readonly year: number; readonly month: number; readonly day: number }[];
  readonly hour: string;
  readonly minute: string;
  readonly second: string | undefined;
  readonly rest: string;
}

const clock = String.raw`(\d{1,2})[:.h](\d{1,2})(?:[:.](\d{1,2}))?(?:[.,]\d{1,9})?`;
const weekday = String.raw`(?:[^\s,\d]{2,14}\s*,?\s+|[^\s,\d]{2,14},)?`;
const at = String.raw`(?:\s*,?\s*(?:at|um|à|a las|alle|às|kl\.?|klo)?\s+|,)`;

/** `Tue, 10 Mar 2026 10:42:00 -0400` (RFC 5322), also with dashes, dots and `de` between the figures. */
const dayFirst = new RegExp(
  String.raw`^${weekday}(\d{1,2})(?:st|nd|rd|th|\.|º)?[\s-]+(?:de\s+)?(\p{L}{3,14})\.?,?[\s-]+(?:de\s+)?(\d{2,4})${at}${clock}\s*(.*)$`,
  'isu',
);
/** `Tue Mar 10 10:42:00 EST 2026`, the way of C programs and of the `From ` line of mailboxes. */
const yearLast = new RegExp(
  String.raw`^${weekday}(\p{L}{3,14})\.?\s+(\d{1,2})\s+${clock}\s+(.{0,40}?)\s*\b((?:19|20)\d{2})(?:\s+(.*))?$`,
  'isu',
);
/** `March 10, 2026 10:42 AM`. */
const monthFirst = new RegExp(
  String.raw`^${weekday}(\p{L}{3,14})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${at}${clock}\s*(.*)$`,
  'isu',
);
/** `2026-03-10T10:42:00-04:00`. */
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T|${at})${clock}\s*(.*)$`, 'isu');
/** `2026年3月10日 10:42`. */
const eastern = new RegExp(
  String.raw`^(\d{4})[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일](?:\s*[（(]?[^\d\s]{0,6}[）)]?)\s*${clock}\s*(.*)$`,
  'su',
);
/** `3/10/2026 10:42 AM`: nothing in one date says which figure is the month. */
const figures = new RegExp(String.raw`^${weekday}(\d{1,2})([/.-])(\d{1,2})\2(\d{2,4})${at}${clock}\s*(.*)$`, 'isu');

/** Two figures mean 2000–2049 or 1950–1999, three figures count from 1900 (RFC 5322, section 4.3). */
function yearOf(written: string): number {
  const year = Number(written);
  if (written.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return written.length === 3 ? 1900 + year : year;
}

function named(day: string, month: string, year: string): Parts['days'] {
  const number = monthOf(month);
  return number === null ? [] : [{ year: yearOf(year), month: number, day: Number(day) }];
}

const plain = (year: string, month: string, day: string): Parts['days'] => [
  { year: Number(year), month: Number(month), day: Number(day) },
];

function inFigures(a: string, mark: string, b: string, c: string): Parts['days'] {
  const written = writtenDay(a, mark, b, c.length === 2 ? String(yearOf(c)) : c);
  if (written === null) return [];
  const { year, first, second, order } = written;
  const monthThenDay = { year, month: first, day: second };
  const dayThenMonth = { year, month: second, day: first };
  if (order === 'open') return [monthThenDay, dayThenMonth];
  return [order === 'month-day' ? monthThenDay : dayThenMonth];
}

type Reading = (found: RegExpExecArray) => Parts;

const text = (found: RegExpExecArray, index: number): string => found[index] ?? '';

const from = (days: Parts['days'], found: RegExpExecArray, first: number, rest: string): Parts => ({
  days,
  hour: text(found, first),
  minute: text(found, first + 1),
  second: found[first + 2],
  rest,
});

const shapes: readonly (readonly [RegExp, Reading])[] = [
  [dayFirst, (f) => from(named(text(f, 1), text(f, 2), text(f, 3)), f, 4, text(f, 7))],
  [yearLast, (f) => from(named(text(f, 2), text(f, 1), text(f, 7)), f, 3, `${text(f, 6)} ${text(f, 8)}`)],
  [monthFirst, (f) => from(named(text(f, 2), text(f, 1), text(f, 3)), f, 4, text(f, 7))],
  [yearFirst, (f) => from(plain(text(f, 1), text(f, 2), text(f, 3)), f, 4, text(f, 7))],
  [eastern, (f) => from(plain(text(f, 1), text(f, 2), text(f, 3)), f, 4, text(f, 7))],
  [figures, (f) => from(inFigures(text(f, 1), text(f, 2), text(f, 3), text(f, 4)), f, 5, text(f, 8))],
];

function partsOf(written: string): Parts | null {
  for (const [shape, reading] of shapes) {
    const found = shape.exec(written);
    const parts = found === null ? null : reading(found);
    if (parts !== null && parts.days.length > 0) return parts;
  }
  return null;
}

/** Reads a 12-hour clock where `AM` or `PM` stands behind it; gives the words that are left. */
function halfOfDay(hour: number, rest: string): { hour: number; rest: string } {
  const found = /^([ap])\.?\s?m\b\.?\s*/i.exec(rest);
  if (found === null || hour > 12 || hour < 1) return { hour, rest };
  const afternoon = found[1]?.toLowerCase() === 'p';
  return { hour: (hour % 12) + (afternoon ? 12 : 0), rest: rest.slice(found[0].length) };
}

/** A remark in brackets, as in `-0400 (EDT)`. Brackets may stand in brackets; three layers are taken off. */
function withoutRemarks(written: string): string {
  let text = written;
  for (let layer = 0; layer < 3; layer += 1) text = text.replace(/\([^()]{0,200}\)/g, ' ');
  return text.replace(/\s+/g, ' ').trim();
}

type Zone = { readonly offset: string; readonly basis: 'offset' | 'utc-labelled' | 'zone-labelled' };

function zoneIn(rest: string, remarks: string): Zone | null {
  const words = rest.replace(/^[\s,]+/, '').split(/\s+/, 2);
  for (const word of words) {
    // RFC 5322, section 3.3: -0000 gives the time in UTC and says that the sender's own zone is unknown; section 4.3 reads
    // the military letters, which senders used with either sign, in the same way.
    if (/^(?:-0000|gmt|utc?|[a-ik-z])$/i.test(word)) {
      const further = words[1] === undefined ? null : offsetOf(words[1]);
      return further === null || word === words[1]
        ? { offset: '+00:00', basis: 'utc-labelled' }
        : { offset: further, basis: 'offset' };
    }
    const offset = offsetOf(word.replace(/^(?:gmt|utc?)(?=[+-])/i, ''));
    if (offset !== null) return { offset, basis: 'offset' };
    const called = zoneOffset(word);
    if (called !== null) return { offset: called, basis: 'zone-labelled' };
  }
  const remark = /\(([A-Z]{3,5})\)/.exec(remarks)?.[1];
  const called = remark === undefined ? null : zoneOffset(remark);
  return called === null ? null : { offset: called, basis: 'zone-labelled' };
}

/** Reads the date of a mail header in any of the ways programs write it; what nobody can read keeps its words and has no `local`. */
export function mailMoment(written: string, zone: string | null): Moment {
  const asWritten = written.trim();
  if (asWritten.length > 200) return unreadableMoment(asWritten.slice(0, 200));
  const parts = partsOf(withoutRemarks(plainFigures(asWritten)));
  if (parts === null) return unreadableMoment(asWritten);
  const { hour, rest } = halfOfDay(Number(parts.hour), parts.rest);
  const minute = Number(parts.minute);
  const second = parts.second === undefined ? null : Number(parts.second);
  const clocks: WallClock[] = parts.days.map((day) => ({ ...day, hour, minute, second }));
  const [only] = clocks;
  const found = zoneIn(rest, asWritten);
  if (only !== undefined && clocks.length === 1 && found !== null) {
    return offsetMoment(asWritten, only, found.offset, found.basis);
  }
  // Where the day can be read two ways, an offset beside it does not settle which day it was.
  return floatingMoment(asWritten, clocks, { zone: found?.offset ?? zone });
}

/** The weekday that stands in an English date where it is another than the calendar's; else null. */
export function wrongWeekday(written: string, moment: Moment): string | null {
  const name = /^\s*(sun|mon|tue|wed|thu|fri|sat)/i.exec(written)?.[1]?.toLowerCase();
  if (name === undefined || moment.local === null || moment.certainty === 'ambiguous') return null;
  const day = new Date(`${moment.local.slice(0, 10)}T00:00:00Z`).getUTCDay();
  return ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][day] === name ? null : name;
}
