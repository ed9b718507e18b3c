import type { Moment } from '../../../../contract/moment.ts';
import { floatingMoment, offsetMoment, unreadableMoment, type WallClock } from './moments.ts';

/** Three figures of a date as written, before anybody has said which is the day and which the month. */
export interface WrittenDay {
  readonly year: number;
  readonly first: number;
  readonly second: number;
  /** `open`: both orders are in use with this way of writing; the others say it themselves. */
  readonly order: 'day-month' | 'month-day' | 'open';
}

export interface WrittenTime {
  /** 0–24; for a 12-hour clock whose marker is unknown, the figure as it stands. */
  readonly hour: number;
  readonly minute: number;
  readonly second: number | null;
  /** True where a word stands beside a 12-hour clock that cannot be read as morning or afternoon. */
  readonly halfUnknown: boolean;
}

export interface WrittenDate {
  readonly asWritten: string;
  readonly day: WrittenDay;
  readonly time: WrittenTime | null;
  /** `±HH:MM` where it stands beside the time. */
  readonly offset: string | null;
  /** Whether a person in the United States may have written it (12-hour clock): month/day is then named first. */
  readonly monthFirstLikely: boolean;
}

export type DayOrder = 'day-month' | 'month-day';

const arabicZero = 0x0660;
const persianZero = 0x06f0;
const devanagariZero = 0x0966;

/** Figures of other scripts as ASCII, rare spaces as plain ones, the Arabic comma as a comma; every length stays the same. */
export function plainFigures(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u00a0\u202f\u2009\u060c]/g, (letter) => {
    const code = letter.charCodeAt(0);
    if (code === 0x060c) return ',';
    if (code === 0x00a0 || code === 0x202f || code === 0x2009) return ' ';
    const zero = code >= devanagariZero ? devanagariZero : code >= persianZero ? persianZero : arabicZero;
    return String(code - zero);
  });
}

function fullYear(written: string): number {
  const year = Number(written);
  if (written.length <= 2) return 2000 + year;
  // Thai exports count from the Buddha: 2567 is 2024.
  return year >= 2400 && year < 2700 ? year - 543 : year;
}

/**
 * Reads the three figures of a date: `2024-03-12`, `12.03.24`, `3/12/2024`. Null where they can be no date at all.
 * A dot or a dash means day before month (nobody writes month-first with them in an export); a slash leaves it open.
 */
export function writtenDay(a: string, separator: string, b: string, c: string, yearFirst = false): WrittenDay | null {
  if (a.length >= 3 || yearFirst) {
    if (isSolarHijri(a)) return ofSolarHijri(Number(a), Number(b), Number(c));
    return dayOrNull({ year: fullYear(a), first: Number(b), second: Number(c), order: 'month-day' });
  }
  const year = fullYear(c);
  const first = Number(a);
  const second = Number(b);
  if (second > 12 && first <= 12) return dayOrNull({ year, first, second, order: 'month-day' });
  if (separator !== '/' || (first > 12 && second <= 12)) return dayOrNull({ year, first, second, order: 'day-month' });
  return dayOrNull({ year, first, second, order: 'open' });
}

/** Telephones set to Persian count 1402 where others count 2024; the years of no other calendar of exports lie there. */
const isSolarHijri = (year: string): boolean => /^1(?:38|39|40|41)\d$/.test(year);

const persian = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** The year begins at the equinox, between 19 and 22 March; its first six months have 31 days. */
function ofSolarHijri(year: number, month: number, date: number): WrittenDay | null {
  const dayOfYear = (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30) + date - 1;
  for (const newYear of [20, 21, 19, 22]) {
    const day = new Date(Date.UTC(year + 621, 2, newYear + dayOfYear));
    const parts = Object.fromEntries(persian.formatToParts(day).map(({ type, value }) => [type, Number(value)]));
    if (parts['year'] === year && parts['month'] === month && parts['day'] === date) {
      return { year: day.getUTCFullYear(), first: day.getUTCMonth() + 1, second: day.getUTCDate(), order: 'month-day' };
    }
  }
  return null;
}

function dayOrNull(day: WrittenDay): WrittenDay | null {
  const month = day.order === 'month-day' ? day.first : day.second;
  const date = day.order === 'month-day' ? day.second : day.first;
  const possible = month >= 1 && date >= 1 && date <= 31 && month <= 12;
  return possible ? day : null;
}

export interface OrderFound {
  /** Null where nothing in the file settles it. */
  readonly order: DayOrder | null;
  /** How many dates settle it, of how many that could be read two ways or settle it. */
  readonly settling: number;
  readonly of: number;
  /** The sentence to show, or null where the matter was never in doubt. */
  readonly warning: string | null;
}

const inWords: Readonly<Record<DayOrder, string>> = { 'day-month': 'day/month', 'month-day': 'month/day' };

/** Below this share of settling dates an administrator should look at them: a pasted date could be the only proof. */
const fewSettle = 0.1;

function backwardSteps(clocks: readonly string[]): number {
  let steps = 0;
  for (let index = 1; index < clocks.length; index += 1) {
    if ((clocks[index] ?? '') < (clocks[index - 1] ?? '')) steps += 1;
  }
  return steps;
}

function isoDay(day: WrittenDay, order: DayOrder): string {
  const [month, date] = order === 'month-day' ? [day.first, day.second] : [day.second, day.first];
  return `${day.year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** Dates of a chat or table never run backwards: where only one reading keeps them in order, it is the right one. */
function orderBySequence(open: readonly WrittenDay[]): DayOrder | null {
  const asDayMonth = backwardSteps(open.map((day) => isoDay(day, 'day-month')));
  const asMonthDay = backwardSteps(open.map((day) => isoDay(day, 'month-day')));
  if (asDayMonth === 0 && asMonthDay > 0) return 'day-month';
  if (asMonthDay === 0 && asDayMonth > 0) return 'month-day';
  return null;
}

export interface OrderEvidence {
  /** Days written with a slash, in the order of the file. */
  readonly slashed: readonly WrittenDay[];
  /** True where the file is in order of time (a chat), so that the sequence is evidence. */
  readonly chronological: boolean;
  /** Orders that something else in the file proves, such as the date in an attachment's name. */
  readonly proofs: readonly DayOrder[];
}

/** Decides between day/month and month/day for a whole file, from the dates of the file and nothing else. */
export function findDayOrder(evidence: OrderEvidence): OrderFound {
  const { slashed } = evidence;
  const open = slashed.filter((day) => day.order === 'open' && day.first !== day.second);
  const settled = slashed.map((day) => day.order).filter((order) => order !== 'open');
  const votes = [...settled, ...evidence.proofs];
  const of = slashed.length;
  const first = votes[0];
  const settling = votes.length;
  if (open.length === 0) return { order: first ?? null, settling, of, warning: null };
  if (first !== undefined && votes.every((vote) => vote === first)) {
    const few = settling < of * fewSettle;
    const warning = few
      ? `dates could be day/month or month/day: ${settling} of ${of} settle it as ${inWords[first]}`
      : null;
    return { order: first, settling, of, warning };
  }
  if (first !== undefined) {
    const warning = `dates could be day/month or month/day: ${settling} of ${of} settle it, but not all the same way, so ${open.length} stay open`;
    return { order: null, settling, of, warning };
  }
  const bySequence = evidence.chronological ? orderBySequence(open) : null;
  if (bySequence !== null) {
    const warning = `dates could be day/month or month/day: 0 of ${of} settle it, but only ${inWords[bySequence]} keeps them in order of time`;
    return { order: bySequence, settling: 0, of, warning };
  }
  return { order: null, settling: 0, of, warning: `dates could be day/month or month/day: 0 of ${of} settle it` };
}

function clockOf(written: WrittenDate, order: DayOrder, addHours: number): WallClock {
  const { day, time } = written;
  const [month, date] = order === 'month-day' ? [day.first, day.second] : [day.second, day.first];
  return {
    year: day.year,
    month,
    day: date,
    hour: time === null ? null : time.hour + addHours,
    minute: time?.minute ?? 0,
    second: time?.second ?? null,
  };
}

function ordersOf(written: WrittenDate, found: DayOrder | null): readonly DayOrder[] {
  if (written.day.order !== 'open') return [written.day.order];
  if (found !== null) return [found];
  return written.monthFirstLikely ? ['month-day', 'day-month'] : ['day-month', 'month-day'];
}

/** The moment of a written date once the order of its file is known (or null where it stays open). */
export function momentOf(written: WrittenDate, order: DayOrder | null, zone: string | null): Moment {
  const orders = ordersOf(written, order);
  const [only] = orders;
  if (only === undefined) return unreadableMoment(written.asWritten);
  if (written.offset !== null && orders.length === 1) {
    return offsetMoment(written.asWritten, clockOf(written, only, 0), written.offset);
  }
  const halves = written.time?.halfUnknown === true ? [0, 12] : [0];
  const clocks = orders.flatMap((each) => halves.map((hours) => clockOf(written, each, hours)));
  return floatingMoment(written.asWritten, clocks, { zone });
}
