import type { Moment } from '../../../../../contract/moment.ts';
import { hourOfDay, isLatinHalf } from '../day-halves.ts';
import { zoneOffset } from '../mail/zone-names.ts';
import { mailMoment } from '../mail-date.ts';
import { epochMoment, offsetOf } from '../moments.ts';
import { plainFigures, type WrittenDate, type WrittenDay, type WrittenTime, writtenDay } from '../written-date.ts';

/** A date of a cell: figures whose order may be open, or a moment that needs nothing more. */
export type CellDate =
  | { readonly kind: 'written'; readonly written: WrittenDate; readonly slashed: boolean }
  | { readonly kind: 'fixed'; readonly moment: Moment };

const figures = /^(\d{1,4})([./-])(\d{1,2})[./-](\d{1,4})\.?/;
const clock =
  /(?:^|[T\s,])(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s*((?:[ap]\.?\s?m\.?)(?![\p{L}]))?\s*(z|utc|gmt|[-+]\d{2}:?\d{2}|(?:utc|gmt)[-+]\d{1,2}(?::?\d{2})?|\(?[a-z]{3,5}\)?)?\s*$/iu;

/** Month names of English and Spanish by their first three letters. */
const months: Readonly<Record<string, number>> = {
  jan: 1,
  ene: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  abr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  ago: 8,
  sep: 9,
  set: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  dic: 12,
};

/** `March 12, 2024` and `12 de marzo de 2024`, with or without the weekday. */
const monthFirst = /^(?:\p{L}{2,10},?\s+)?(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/u;
const dayFirst = /^(?:\p{L}{2,10},?\s+)?(\d{1,2})\s+(?:de\s+)?(\p{L}{3,10})\.?\s+(?:de\s+|del\s+)?(\d{4})/u;

interface FoundDay {
  readonly day: WrittenDay;
  readonly length: number;
  readonly slashed: boolean;
}

function named(text: string): FoundDay | null {
  const first = monthFirst.exec(text);
  const second = first === null ? dayFirst.exec(text) : null;
  const found = first ?? second;
  if (found === null) return null;
  const [word = '', figure = ''] = first === null ? [found[2], found[1]] : [found[1], found[2]];
  const month = months[word.toLowerCase().slice(0, 3)];
  if (month === undefined) return null;
  const day = writtenDay(found[3] ?? '', '-', String(month), figure, true);
  return day === null ? null : { day, length: found[0].length, slashed: false };
}

function numeric(text: string): FoundDay | null {
  const found = figures.exec(text);
  if (found === null) return null;
  const [whole, a = '', separator = '', b = '', c = ''] = found;
  // In lists of the United States a dash stands between month and day as well: 03-12-2024.
  const day = writtenDay(a, separator === '-' ? '/' : separator, b, c);
  return day === null ? null : { day, length: whole.length, slashed: separator !== '.' && a.length < 3 };
}

function timeIn(text: string): { time: WrittenTime; offset: string | null; latinHalf: boolean } | null {
  const found = clock.exec(text);
  if (found === null) return null;
  const half = found[4] ?? '';
  const { hour, known } = half === '' ? { hour: Number(found[1]), known: true } : hourOfDay(Number(found[1]), half);
  const zone = found[5] ?? '';
  return {
    time: {
      hour,
      minute: Number(found[2]),
      second: found[3] === undefined ? null : Number(found[3]),
      halfUnknown: !known,
    },
    offset: offsetNamed(zone),
    latinHalf: isLatinHalf(half),
  };
}

/** `Z`, `+01:00`, `UTC-4` and names of zones that mean one offset only, such as `EDT`. */
function offsetNamed(zone: string): string | null {
  const plain = zone.replace(/[()]/g, '');
  if (/^(?:z|utc|gmt)$/i.test(plain)) return '+00:00';
  const hours = /^(?:utc|gmt)([-+])(\d{1,2})(?::?(\d{2}))?$/i.exec(plain);
  if (hours !== null) return offsetOf(`${hours[1] ?? '+'}${(hours[2] ?? '').padStart(2, '0')}:${hours[3] ?? '00'}`);
  return offsetOf(plain) ?? zoneOffset(plain);
}

function counted(text: string): Moment | null {
  if (/^\d{10}$/.test(text)) return epochMoment(text, Number(text) * 1000);
  return /^\d{13}$/.test(text) ? epochMoment(text, Number(text)) : null;
}

/** Reads the date of a cell, with that of a second cell for the time where a table has one; null where it is no date. */
export function cellDate(date: string, time: string, zone: string | null): CellDate | null {
  const asWritten = [date.trim(), time.trim()].filter((each) => each !== '').join(' ');
  if (asWritten === '') return null;
  const epoch = counted(asWritten);
  if (epoch !== null) return { kind: 'fixed', moment: epoch };
  const text = plainFigures(asWritten);
  const found = numeric(text) ?? named(text);
  if (found !== null) {
    const rest = text.slice(found.length);
    const told = timeIn(rest);
    // Words that stand where the time belongs and are none: the day is sure, the rest is not guessed.
    const written = {
      asWritten,
      day: found.day,
      time: told?.time ?? null,
      offset: told?.offset ?? null,
      monthFirstLikely: told?.latinHalf ?? false,
    };
    return { kind: 'written', written, slashed: found.slashed };
  }
  const mail = mailMoment(asWritten, zone);
  return mail.local === null ? null : { kind: 'fixed', moment: mail };
}
