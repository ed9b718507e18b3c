import type { Moment } from '../../../../contract/moment.ts';
import { floatingMoment, offsetMoment, offsetOf, unreadableMoment, type WallClock } from './moments.ts';

/** First letters of the months in English, then of those that differ in Spanish, German, French, Portuguese and Italian. */
const months: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  ene: 1,
  abr: 4,
  ago: 8,
  dic: 12,
  set: 9,
  mrz: 3,
  mär: 3,
  mai: 5,
  okt: 10,
  dez: 12,
  fév: 2,
  fev: 2,
  avr: 4,
  aoû: 8,
  déc: 12,
  gen: 1,
  mag: 5,
  giu: 6,
  lug: 7,
  ott: 10,
  out: 10,
};

/** Zone names that mail may carry (RFC 5322, section 4.3). */
const zones: Readonly<Record<string, string>> = {
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};

const shape =
  /^(?:[^\s,\d]{2,12}\s*,?\s+)?(\d{1,2})[\s-]+(\p{L}{3,12})\.?[\s-]+(\d{2,4})[\s,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*(.*)$/su;

/** Two figures mean 2000–2049 or 1950–1999, three figures count from 1900 (RFC 5322, section 4.3). */
function yearOf(written: string): number {
  const year = Number(written);
  if (written.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return written.length === 3 ? 1900 + year : year;
}

function withZone(asWritten: string, clock: WallClock, rest: string, zone: string | null): Moment {
  const word =
    rest
      .replace(/\([^)]*\)/g, '')
      .trim()
      .split(/\s+/, 1)[0] ?? '';
  // RFC 5322, section 3.3: -0000 gives the time in UTC and says that the sender's own zone is unknown.
  if (word === '-0000' || /^(?:gmt|utc?|z)$/i.test(word))
    return offsetMoment(asWritten, clock, '+00:00', 'utc-labelled');
  const offset = offsetOf(word);
  if (offset !== null) return offsetMoment(asWritten, clock, offset);
  const named = zones[word.toLowerCase()];
  if (named !== undefined) return offsetMoment(asWritten, clock, named, 'zone-labelled');
  return floatingMoment(asWritten, [clock], { zone });
}

/** Reads the date of a mail header; a date nobody can read keeps its words and has no `local`. */
export function mailMoment(written: string, zone: string | null): Moment {
  const asWritten = written.trim();
  const found = shape.exec(asWritten);
  const month = months[(found?.[2] ?? '').toLowerCase().slice(0, 3)];
  if (found === null || month === undefined) return unreadableMoment(asWritten);
  const clock: WallClock = {
    year: yearOf(found[3] ?? ''),
    month,
    day: Number(found[1]),
    hour: Number(found[4]),
    minute: Number(found[5]),
    second: found[6] === undefined ? null : Number(found[6]),
  };
  return withZone(asWritten, clock, found[7] ?? '', zone);
}
