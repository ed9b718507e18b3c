import type { z } from 'zod';
import { must, raise } from '../../contract/errors.ts';
import { type GiveHandOver, HandOver } from '../../contract/hand-over.ts';
import { integer, type ReadableDb, text, textOrNull, type WritableDb } from '../case-file/index.ts';
import type { Actor } from '../custody/index.ts';

interface Who {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly actor: Actor;
}

/** Every hand-over of the right to write, the oldest first. */
export function handOvers(db: ReadableDb): readonly HandOver[] {
  return db
    .all(
      `SELECT id, number, at, by, to_name, to_role, to_key, vouched, taken_at, taken_by, taken_reason
       FROM hand_over WHERE withdrawn = 0 ORDER BY number`,
    )
    .map((row) =>
      HandOver.parse({
        id: text(row, 'id'),
        number: integer(row, 'number'),
        at: text(row, 'at'),
        by: text(row, 'by'),
        toName: text(row, 'to_name'),
        toRole: text(row, 'to_role'),
        toKey: text(row, 'to_key'),
        vouched: text(row, 'vouched'),
        takenAt: textOrNull(row, 'taken_at'),
        takenBy: textOrNull(row, 'taken_by'),
        takenReason: textOrNull(row, 'taken_reason'),
      }),
    );
}

/** Hands the right to write to a person whose key the holder vouches for. @throws hand-over-self */
export function giveHandOver(db: WritableDb, order: z.output<typeof GiveHandOver>, who: Who): HandOver {
  if (order.toKey === who.actor.keyId) raise('hand-over-self');
  const number = handOvers(db).length + 1;
  db.run(
    `INSERT INTO hand_over (id, number, at, by, from_key, to_name, to_role, to_key, vouched)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    who.id,
    number,
    who.at,
    who.by,
    who.actor.keyId,
    order.toName,
    order.toRole,
    order.toKey,
    order.vouched,
  );
  return must(handOvers(db).at(-1), 'the hand-over stands there');
}

/**
 * Takes the right to write over. Whoever was not named may take it too, with a reason that every opening repeats: a person
 * who fell ill, or a computer that broke, must not leave a case that nobody can go on with.
 * @throws hand-over-none, hand-over-reason
 */
export function takeHandOver(db: WritableDb, reason: string | null, who: Omit<Who, 'id'>): HandOver {
  const last = handOvers(db).at(-1);
  if (last === undefined || holderKey(db) === who.actor.keyId) raise('hand-over-none');
  const named = last.takenAt === null && last.toKey === who.actor.keyId;
  if (!named && reason === null) raise('hand-over-reason', { who: `${last.toName}, ${last.toRole}` });
  db.run(
    'UPDATE hand_over SET taken_at = ?, taken_by = ?, taken_key = ?, taken_reason = ? WHERE id = ?',
    who.at,
    who.by,
    who.actor.keyId,
    named ? null : reason,
    last.id,
  );
  return must(handOvers(db).at(-1), 'the hand-over stands there');
}

/** The key of whoever holds the right to write since the last hand-over; null before the first, and while one is under way. */
export function holderKey(db: ReadableDb): string | null {
  const row = db.get('SELECT taken_key FROM hand_over WHERE withdrawn = 0 ORDER BY number DESC LIMIT 1');
  return row === null ? null : textOrNull(row, 'taken_key');
}

/** What every opening says: who took the right to write without being named, and why. */
export function handOverNotices(db: ReadableDb): readonly string[] {
  return handOvers(db).flatMap(({ takenAt, takenBy, takenReason, toName, toRole }) =>
    takenReason === null
      ? []
      : [
          `${takenBy ?? ''} took the right to write on ${(takenAt ?? '').slice(0, 10)} in the place of ${toName}, ${toRole}: ${takenReason}. There may be another copy that went on; compare them under Evidence record, “Case file”.`,
        ],
  );
}
