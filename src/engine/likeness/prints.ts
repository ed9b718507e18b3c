import { type ReadableDb, type Row, text, type WritableDb } from '../case-file/index.ts';
import type { Reach } from './messages.ts';

/**
 * Two pictures look the same where their steps of brightness differ by at most this share of all steps. Measured on
 * generated chats of four looks: recompressed, reduced to a third and without colour, copies differ by 0.15 at most;
 * different chats of the same look differ by 0.67 at least.
 */
export const SAME_LOOK = 0.3;
/** A picture with fewer units of steps is a plain area, and plain areas all look the same. */
const FEWEST_STEPS = 24;

export function keepPrint(db: WritableDb, evidenceId: string, print: string | null): void {
  if (print === null) return;
  db.run(
    'INSERT INTO picture_print (evidence_id, print) VALUES (?, ?) ON CONFLICT (evidence_id) DO UPDATE SET print = excluded.print',
    evidenceId,
    print,
  );
}

/** A picture's steps, each from -7 to 7. */
type Print = Int8Array;

function parsed(digits: string): Print {
  return Int8Array.from(digits, (digit) => Number.parseInt(digit, 16) - 7);
}

/** Share (0–1) by which the steps of two prints differ; null where there are too few to tell. */
export function differenceOf(one: string, other: string): number | null {
  return difference(parsed(one), parsed(other));
}

function difference(one: Print, other: Print): number | null {
  let different = 0;
  let all = 0;
  for (let at = 0; at < one.length; at++) {
    const [here, there] = [one[at] ?? 0, other[at] ?? 0];
    different += Math.abs(here - there);
    all += Math.max(Math.abs(here), Math.abs(there));
  }
  return all < FEWEST_STEPS ? null : different / all;
}

interface Picture {
  readonly itemId: string;
  readonly number: number;
  readonly words: ReadonlySet<string>;
  readonly print: Print;
}

export interface AlikePictures {
  readonly one: string;
  readonly other: string;
  /** Share of the picture that differs, 0–1. */
  readonly difference: number;
}

/**
 * Pictures that look like one that came in lately; hidden ones too, so that copies of a locked one are known. A null says that
 * a part of the work is done; the caller may see to others then.
 */
export function* alikePictures(db: ReadableDb, { after, upTo }: Reach): Generator<AlikePictures | null> {
  const pictures = db
    .all(
      `SELECT item.id, item.number, item.text, p.print FROM picture_print p
       JOIN item ON item.evidence_id = p.evidence_id AND item.kind = 'picture' AND item.derived IS NULL
       WHERE item.number <= ? ORDER BY item.number`,
      upTo,
    )
    .map(toPicture);
  for (const [index, newer] of pictures.entries()) {
    if (newer.number <= after) continue;
    for (const older of pictures.slice(0, index)) {
      const apart = difference(newer.print, older.print);
      if (apart !== null && apart <= SAME_LOOK && sayTheSame(newer, older)) {
        yield { one: older.itemId, other: newer.itemId, difference: apart };
      }
    }
    yield null;
  }
}

function toPicture(row: Row): Picture {
  const words =
    text(row, 'text')
      .toLowerCase()
      .match(/\p{L}{3,}/gu) ?? [];
  return {
    itemId: text(row, 'id'),
    number: Number(row['number']),
    words: new Set(words),
    print: parsed(text(row, 'print')),
  };
}

/** Words that are enough to tell two conversations of one look apart. */
const WORDS_THAT_TELL = 6;

/** Where both have words, half of them must be the same: recognition errs, but not by half. */
function sayTheSame(one: Picture, other: Picture): boolean {
  if (one.words.size < WORDS_THAT_TELL || other.words.size < WORDS_THAT_TELL) return true;
  const shared = [...one.words].filter((word) => other.words.has(word)).length;
  return shared >= Math.min(one.words.size, other.words.size) / 2;
}
