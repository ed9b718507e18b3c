import { hourOfDay, isLatinHalf } from '../day-halves.ts';
import { plainFigures, type WrittenDate, type WrittenDay, type WrittenTime, writtenDay } from '../written-date.ts';

/** How the export writes the start of a message: the iPhone in brackets, Android with a dash. */
export type Style = 'brackets' | 'dash';

export interface Start {
  readonly style: Style;
  /** Style, separator and seconds together: the same for every line one phone wrote. */
  readonly shape: string;
  readonly asWritten: string;
  /** Null where the figures look like a date but can be none. */
  readonly date: WrittenDate | null;
  readonly separator: string;
  /** What follows the date on the same line, as it stands. */
  readonly rest: string;
}

const marks = '[\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069\\ufeff]*';
const day = `(?<a>\\d{1,4})(?:${marks}(?<separator>[./-])${marks} ?(?<b>\\d{1,2})${marks}[./-]${marks} ?(?<c>\\d{1,4})\\.?|年(?<month>\\d{1,2})月(?<date>\\d{1,2})日)`;
const before = '(?:(?<before>\\p{L}[\\p{L}\\p{M}.]{0,11}) ?)?';
const after = '(?: ?(?<after>\\p{L}[\\p{L}\\p{M}.״"]{0,9}(?: \\p{L}\\.?)?))?';
const time = `(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.](?<second>\\d{2}))?`;
const stamp = `${day}${marks},?${marks} ?${marks}${before}${marks}${time}${after}`;

const brackets = new RegExp(`^${marks}\\[${marks}(?<stamp>${stamp})${marks}\\]${marks} ?`, 'u');
const dash = new RegExp(`^${marks}(?<stamp>${stamp})${marks} ${marks}[-–]${marks}(?: |$)`, 'u');

/** Words that join a date to its time and say nothing about the half of the day ("12.3.2024 klo 21.41"). */
const joiners = new Set(['klo', 'kl', 'kl.', 'à', 'às', 'alle', 'um', 'at', 'om', 'a', 'las', 'kello']);

type Groups = Readonly<Record<string, string | undefined>>;

function dayOf(groups: Groups): WrittenDay | null {
  const a = groups['a'] ?? '';
  if (groups['month'] !== undefined) return writtenDay(a, '-', groups['month'], groups['date'] ?? '', true);
  const separator = groups['separator'] ?? '';
  // Chinese phones write the year first even with two figures: 24/3/12 下午9:41.
  const yearFirst = /^\p{Script=Han}/u.test(groups['before'] ?? '');
  return writtenDay(a, separator, groups['b'] ?? '', groups['c'] ?? '', yearFirst);
}

function timeOf(groups: Groups): WrittenTime {
  const figure = Number(groups['hour']);
  const joined = groups['before'] ?? '';
  const word = groups['after'] ?? (joiners.has(joined.toLowerCase()) ? '' : joined);
  const { hour, known } = word === '' ? { hour: figure, known: true } : hourOfDay(figure, word);
  return {
    hour,
    minute: Number(groups['minute']),
    second: groups['second'] === undefined ? null : Number(groups['second']),
    halfUnknown: !known,
  };
}

/** Reads the date at the start of a line; null where the line does not begin a message. */
export function messageStart(line: string): Start | null {
  const plain = plainFigures(line);
  const inBrackets = brackets.exec(plain);
  const found = inBrackets ?? dash.exec(plain);
  if (found?.groups === undefined) return null;
  const groups: Groups = found.groups;
  const style: Style = inBrackets === null ? 'dash' : 'brackets';
  const writtenDate = dayOf(groups);
  const stampAt = found[0].indexOf(groups['stamp'] ?? '');
  const asWritten = line.slice(stampAt, stampAt + (groups['stamp'] ?? '').length);
  const clock = timeOf(groups);
  const possible = clock.hour <= 24 && clock.minute < 60 && (clock.second ?? 0) < 60;
  return {
    style,
    shape: `${style}${groups['separator'] ?? '年'}${groups['second'] === undefined ? '' : 's'}`,
    asWritten,
    separator: groups['separator'] ?? '-',
    date:
      writtenDate === null || !possible
        ? null
        : {
            asWritten,
            day: writtenDate,
            time: clock,
            offset: null,
            monthFirstLikely: isLatinHalf(groups['after'] ?? ''),
          },
    rest: line.slice(found[0].length),
  };
}

export interface Message {
  /** 1-based line of the file. */
  readonly line: number;
  readonly start: Start;
  /** Lines after the first, without a date of their own. */
  readonly more: readonly string[];
}

/** The way most messages begin, and the way the first one does; any other is a chat that somebody pasted into a message. */
function ownShapes(starts: readonly (Start | null)[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const start of starts) if (start !== null) counts.set(start.shape, (counts.get(start.shape) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const first = starts.find((start) => start !== null)?.shape;
  return new Set([...counts].filter(([shape, count]) => count === most || shape === first).map(([shape]) => shape));
}

export interface Split {
  readonly messages: readonly Message[];
  /** Lines that stand before the first message. */
  readonly before: readonly string[];
  /** Lines inside messages that begin like messages of another export. */
  readonly foreign: number;
}

/** Splits an export into its messages. */
export function messagesOf(text: string): Split {
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  if (lines.at(-1) === '') lines.pop();
  const starts = lines.map(messageStart);
  const own = ownShapes(starts);
  const before: string[] = [];
  let foreign = 0;
  const messages: { line: number; start: Start; more: string[] }[] = [];
  lines.forEach((line, index) => {
    const start = starts[index] ?? null;
    const open = messages.at(-1);
    if (start !== null && own.has(start.shape)) messages.push({ line: index + 1, start, more: [] });
    else if (open === undefined) before.push(line);
    else {
      if (start !== null) foreign += 1;
      open.more.push(line);
    }
  });
  return { messages, before, foreign };
}
