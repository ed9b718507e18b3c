import { must } from '../../contract/errors.ts';
import { type ReadableDb, type Row, text, textOrNull } from '../case-file/index.ts';

/** Kinds that somebody sends or posts; a document or a page is no message told twice. */
const KINDS = [
  'post',
  'comment',
  'reply',
  'direct-message',
  'group-message',
  'sms',
  'email',
  'chat-line',
  'story',
  'review',
];

/** Two clocks may differ so much, in minutes: exports round to the minute, and servers stamp a little later. */
const CLOCKS_APART = 2;
/** Zones differ by quarters of an hour, at most 26 hours (UTC-12 to UTC+14). */
const ZONE_STEP = 15;
const FARTHEST_ZONES = 26 * 60;
/** Letters from which words alone are rare enough that an unknown time or author does not speak against it. */
const TELLING_LETTERS = 40;
/** Letters from which a time that differs by whole zones is taken as the same moment. */
const ZONED_LETTERS = 12;
/** Letters by which messages are put together at first. */
const BEGINNING = 160;
/** Words that stand so often in a case (a greeting, a signature) are compared with their nearest in time only. */
const NEAREST = 6;

interface Message {
  readonly id: string;
  readonly number: number;
  readonly evidenceId: string;
  readonly names: readonly string[];
  readonly letters: number;
  /** Minutes, and whether a zone fixes them; null where there is no date with a clock. */
  readonly time: { readonly minutes: number; readonly fixed: boolean } | null;
}

export interface AlikeMessages {
  readonly one: string;
  readonly other: string;
  readonly because: string;
}

/** Items are compared with those up to `upTo`, and only pairs of which one came after `after` are told. */
export interface Reach {
  readonly after: number;
  readonly upTo: number;
}

/** Items that are looked at between two breaths. */
const PAGE = 500;

/**
 * Messages of two sources that say the same, by the same author, at the same time. A null says that a part of the work is
 * done; the caller may see to others then.
 */
export function* alikeMessages(db: ReadableDb, reach: Reach): Generator<AlikeMessages | null> {
  const groups = new Map<string, Message[]>();
  for (let last = 0; last < reach.upTo; last += PAGE) {
    const rows = db.all(
      `SELECT id, number, evidence_id, author, author_handle, sort_time, substr(text, 1, ${BEGINNING}) AS beginning
       FROM open_item WHERE number > ? AND number <= ?
         AND derived IS NULL AND kind IN (SELECT value FROM json_each(?)) AND text <> '' ORDER BY number`,
      last,
      Math.min(last + PAGE, reach.upTo),
      JSON.stringify(KINDS),
    );
    for (const row of rows) {
      const words = plainWords(text(row, 'beginning'));
      if (words.length < 2) continue;
      const message = toMessage(row, words.length);
      const group = groups.get(words);
      if (group === undefined) groups.set(words, [message]);
      else group.push(message);
    }
    yield null;
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    for (const pair of pairsOf(group, reach.after)) yield sayTheSame(db, pair) ? pair : null;
  }
}

/** Most messages part in their beginnings; only those that do not are compared whole. */
function sayTheSame(db: ReadableDb, { one, other }: AlikeMessages): boolean {
  const whole = (id: string) =>
    text(must(db.get('SELECT text FROM item WHERE id = ?', id), 'the item is there'), 'text');
  const [first, second] = [whole(one), whole(other)];
  return (first.length <= BEGINNING && second.length <= BEGINNING) || plainWords(first) === plainWords(second);
}

/** Words without case, marks, punctuation and blanks: exports differ in all of these. */
export function plainWords(words: string): string {
  // Most messages are plain, and plain ones need no table of the world's letters.
  if (/^\p{ASCII}*$/u.test(words)) return words.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, '');
}

function toMessage(row: Row, letters: number): Message {
  const names = [textOrNull(row, 'author'), textOrNull(row, 'author_handle')]
    .flatMap((name) => (name === null ? [] : [plainWords(name)]))
    .filter((name) => name !== '');
  return {
    id: text(row, 'id'),
    number: Number(row['number']),
    evidenceId: text(row, 'evidence_id'),
    names,
    letters,
    time: timeOf(textOrNull(row, 'sort_time')),
  };
}

function timeOf(written: string | null): Message['time'] {
  if (written === null || !written.includes('T')) return null;
  const fixed = written.endsWith('Z');
  const at = Date.parse(fixed ? written : `${written}Z`);
  return Number.isNaN(at) ? null : { minutes: at / 60_000, fixed };
}

function* pairsOf(group: readonly Message[], after: number): Generator<AlikeMessages> {
  const inTime = [...group].sort((a, b) => (a.time?.minutes ?? 0) - (b.time?.minutes ?? 0) || a.number - b.number);
  for (const [index, one] of inTime.entries()) {
    const reach = group.length > 40 ? inTime.slice(index + 1, index + 1 + NEAREST) : inTime.slice(index + 1);
    for (const other of reach) {
      if (Math.max(one.number, other.number) <= after || one.evidenceId === other.evidenceId) continue;
      const because = sameMessage(one, other);
      if (because === null) continue;
      const [first, second] = one.number < other.number ? [one, other] : [other, one];
      yield { one: first.id, other: second.id, because };
    }
  }
}

/** Why two messages of the same words are the same message; null where too much speaks against it. */
function sameMessage(one: Message, other: Message): string | null {
  const sameAuthor = one.names.some((name) => other.names.includes(name));
  // An outgoing line names nobody: the owner of the phone is meant.
  const unnamed = one.names.length === 0 || other.names.length === 0;
  if (!sameAuthor && !unnamed) return null;
  const who = sameAuthor ? 'the same author' : 'an author that one of them does not name';
  if (one.time === null || other.time === null) {
    return one.letters >= TELLING_LETTERS && sameAuthor ? `The same words by ${who}; one of them has no time.` : null;
  }
  const apart = Math.abs(one.time.minutes - other.time.minutes);
  if (apart <= CLOCKS_APART) {
    if (!sameAuthor && one.letters < ZONED_LETTERS) return null;
    return `The same words by ${who}, ${apart < 1 ? 'at the same minute' : `${Math.round(apart)} min apart`}.`;
  }
  const beside = Math.abs(apart - Math.round(apart / ZONE_STEP) * ZONE_STEP);
  const zones = !(one.time.fixed && other.time.fixed) && apart <= FARTHEST_ZONES && beside <= CLOCKS_APART;
  if (!zones || one.letters < ZONED_LETTERS) return null;
  return `The same words by ${who}; the clocks differ by ${hours(apart)}, as two time zones do.`;
}

function hours(minutes: number): string {
  const whole = Math.round(minutes / ZONE_STEP) * ZONE_STEP;
  return whole % 60 === 0 ? `${whole / 60} h` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
}
