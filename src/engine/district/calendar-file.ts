import { parse } from 'csv-parse/sync';
import { raise } from '../../contract/errors.ts';
import { type CalendarEntry, CalendarMark, type CalendarProposal } from '../../contract/school-calendar.ts';
import type { StepCalendar } from '../../contract/steps.ts';
import { marksOf } from './calendar-words.ts';

const MILLISECONDS_PER_DAY = 86_400_000;
/** Nothing in a school calendar is longer; a longer range is a slip of the pen. */
const LONGEST_RANGE = 120;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Days since 1970 of a date that exists; null for any other. */
function dayNumber(year: number, month: number, day: number): number | null {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? at / MILLISECONDS_PER_DAY : null;
}

function isoOf(day: number): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** `2026-02-16`, `20260216`, `2/16/2026` (month first, as in the United States), `Feb 16, 2026`, `Mon, 16 February 2026`. */
function readDate(written: string): number | null {
  const text = written.trim().replace(/^[a-z]+,\s*/i, '');
  const iso = /^(\d{4})-?(\d\d)-?(\d\d)(?:$|T)/.exec(text);
  if (iso !== null) return dayNumber(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (slashed !== null) return dayNumber(Number(slashed[3]), Number(slashed[1]), Number(slashed[2]));
  const named = /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/i.exec(text);
  if (named !== null) return namedDay(named[1], named[2], named[3]);
  const dayFirst = /^(\d{1,2}) ([a-z]{3})[a-z]*\.?,? (\d{4})$/i.exec(text);
  return dayFirst === null ? null : namedDay(dayFirst[2], dayFirst[1], dayFirst[3]);
}

function namedDay(month = '', day = '', year = ''): number | null {
  const at = MONTHS.indexOf(month.toLowerCase());
  return at < 0 ? null : dayNumber(Number(year), at + 1, Number(day));
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly marks: CalendarMark[];
}

function entriesOf(found: readonly Found[], notes: readonly string[]): CalendarProposal {
  const entries: CalendarEntry[] = [];
  const told = [...notes];
  for (const { from, to, words, marks } of found) {
    if (to < from || to - from > LONGEST_RANGE) {
      told.push(`“${words}” runs from ${isoOf(from)} to ${isoOf(to)}, which cannot be right; it was left out.`);
      continue;
    }
    for (let day = from; day <= to; day += 1) {
      const weekend = [0, 6].includes(new Date(day * MILLISECONDS_PER_DAY).getUTCDay());
      // A recess from Saturday to Sunday closes five days; only a date given alone may be a weekend.
      if (weekend && from !== to) continue;
      entries.push({ date: isoOf(day), words, marks });
    }
  }
  entries.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return { entries, notes: told };
}

/** Reads a calendar file by its content: iCalendar, or a table with dates and words. */
export function calendarFromFile(text: string): CalendarProposal {
  const plain = text.replace(/^\uFEFF/, '');
  return /^BEGIN:VCALENDAR/m.test(plain) ? fromIcs(plain) : fromCsv(plain);
}

const UNESCAPED: Readonly<Record<string, string>> = { n: ' ', N: ' ' };

/** RFC 5545: lines are folded by a line break and a blank; a property is NAME;PARAMETERS:VALUE. */
function fromIcs(text: string): CalendarProposal {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const found: Found[] = [];
  const notes: string[] = [];
  let event: Map<string, string> | null = null;
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') event = new Map();
    else if (line === 'END:VEVENT' && event !== null) {
      const read = eventOf(event);
      if (typeof read === 'string') notes.push(read);
      else found.push(read);
      event = null;
    } else if (event !== null) {
      const [, name = '', value = ''] = /^([A-Z-]+)[^:]*:(.*)$/.exec(line) ?? [];
      if (name !== '' && !event.has(name)) event.set(name, value);
    }
  }
  return entriesOf(found, notes);
}

function eventOf(event: ReadonlyMap<string, string>): Found | string {
  const words = (event.get('SUMMARY') ?? '').replace(/\\(.)/g, (_, mark: string) => UNESCAPED[mark] ?? mark).trim();
  const from = readDate((event.get('DTSTART') ?? '').slice(0, 8));
  if (from === null) return `“${words}” has no day that can be read; it was left out.`;
  if (event.has('RRULE')) return `“${words}” repeats by a rule, which is not read; enter its days by hand.`;
  const end = event.get('DTEND') ?? '';
  const after = readDate(end.slice(0, 8));
  // The end of an all-day event is the day after it; one with a time ends on its own day.
  const to = after === null ? from : Math.max(from, end.includes('T') ? after : after - 1);
  return { from, to, words, marks: marksOf(words) };
}

const COLUMNS = {
  from: /^(date|day|start|from|start date)$/i,
  to: /^(end|to|until|end date)$/i,
  words: /^(reason|event|title|summary|description|name|what)$/i,
  kind: /^(kind|type|mark)$/i,
} as const;

function fromCsv(text: string): CalendarProposal {
  let rows: string[][];
  try {
    rows = parse(text, { relax_column_count: true, skip_empty_lines: true, trim: true, relax_quotes: true });
  } catch {
    raise('bad-input', { why: 'the file is neither an iCalendar file nor a table with commas.' });
  }
  const [head = []] = rows;
  const hasHead = head.every((cell) => readDate(cell) === null);
  const at = (column: RegExp, fallback: number) => {
    const found = hasHead ? head.findIndex((cell) => column.test(cell)) : fallback;
    return found;
  };
  const columns = {
    from: at(COLUMNS.from, 0),
    to: at(COLUMNS.to, -1),
    words: at(COLUMNS.words, 1),
    kind: at(COLUMNS.kind, -1),
  };
  if (columns.from < 0) raise('bad-input', { why: 'the table has no column named date (or start, from, day).' });
  const found: Found[] = [];
  const notes: string[] = [];
  for (const [index, row] of rows.slice(hasHead ? 1 : 0).entries()) {
    const read = rowOf(row, columns);
    if (read === null) notes.push(`Row ${index + (hasHead ? 2 : 1)} has no date that can be read: ${row.join(', ')}`);
    else found.push(read);
  }
  return entriesOf(found, notes);
}

function rowOf(row: readonly string[], columns: Readonly<Record<keyof typeof COLUMNS, number>>): Found | null {
  const cell = (column: number) => (column < 0 ? '' : (row[column] ?? ''));
  const from = readDate(cell(columns.from));
  if (from === null) return null;
  const words = cell(columns.words);
  const kind = CalendarMark.safeParse(cell(columns.kind).toLowerCase().replaceAll(' ', '-'));
  return { from, to: readDate(cell(columns.to)) ?? from, words, marks: kind.success ? [kind.data] : marksOf(words) };
}

const JULY = 6;

/** The calendar year in which the school year of a date begins: 1 July to 30 June. */
function opensIn(date: string): number {
  const [year, month] = date.split('-').map(Number);
  return (month ?? 1) - 1 >= JULY ? (year ?? 0) : (year ?? 0) - 1;
}

type Year = StepCalendar['years'][number];
type Dated = Year['noSchool'][number];

function merged(old: readonly Dated[], added: readonly Dated[]): Dated[] {
  const byDate = new Map([...old, ...added].map((entry) => [entry.date, entry]));
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/**
 * A calendar with the entries of a file. Where the file has days without school in a school year, they take the place of
 * that year's; holidays and snow days are added.
 * @throws bad-input where a school year is not known and the file does not say when its students begin
 */
export function withEntries(calendar: StepCalendar, entries: readonly CalendarEntry[]): StepCalendar {
  const marked = (mark: CalendarMark, among: readonly CalendarEntry[] = entries): Dated[] =>
    among.filter(({ marks }) => marks.includes(mark)).map(({ date, words }) => ({ date, reason: words || null }));
  const ofYears = entries.filter(({ marks }) =>
    marks.some((mark) => !['ignore', 'legal-holiday', 'contract-holiday', 'snow-day'].includes(mark)),
  );
  const opening = [...new Set(ofYears.map(({ date }) => opensIn(date)))];
  const years = new Map<number, Year>(calendar.years.map((year) => [opensIn(year.firstStudentDay), year]));
  for (const year of opening) {
    const own = entries.filter(({ date }) => opensIn(date) === year);
    const first = (mark: CalendarMark) => marked(mark, own)[0]?.date;
    const old = years.get(year);
    const firstStudentDay = first('first-student-day') ?? old?.firstStudentDay;
    if (firstStudentDay === undefined) {
      raise('bad-input', {
        why: `the school year ${year}-${year + 1} is not in the calendar yet, and no entry is marked as its first day for students.`,
      });
    }
    const noSchool = marked('no-school', own);
    const staffOnly = marked('staff-only', own);
    years.set(year, {
      ...old,
      firstStudentDay,
      firstTeacherDay: first('first-teacher-day') ?? old?.firstTeacherDay ?? null,
      lastStudentDay: first('last-student-day') ?? old?.lastStudentDay ?? null,
      lastTeacherDay: first('last-teacher-day') ?? old?.lastTeacherDay ?? null,
      noSchool: noSchool.length > 0 ? merged([], noSchool) : (old?.noSchool ?? []),
      staffOnly: staffOnly.length > 0 ? merged([], staffOnly) : (old?.staffOnly ?? []),
    });
  }
  return {
    ...calendar,
    years: [...years.entries()].sort(([a], [b]) => a - b).map(([, year]) => year),
    legalHolidays: merged(calendar.legalHolidays, marked('legal-holiday')),
    contractHolidays: merged(calendar.contractHolidays, marked('contract-holiday')),
    snowDays: merged(calendar.snowDays, marked('snow-day')),
  };
}
