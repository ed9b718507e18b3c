import type { z } from 'zod';
import { must } from '../../contract/errors.ts';
import type { Fact, NewFact } from '../../contract/mapping.ts';
import { type ReadableDb, type Row, text, textOrNull, type WritableDb } from '../case-file/index.ts';

/** Facts that a person supplied, about one item or (null) about the case as a whole. */
export function facts(db: ReadableDb, itemId: string | null): readonly Fact[] {
  return db
    .all(
      `SELECT id, item_id, words, at, by FROM fact
       WHERE withdrawn = 0 AND (?1 IS NULL OR item_id = ?1 OR item_id IS NULL)
         AND (item_id IS NULL OR item_id NOT IN (SELECT id FROM hidden_item)) ORDER BY rowid`,
      itemId,
    )
    .map(toFact);
}

export function recordFact(
  db: WritableDb,
  input: z.infer<typeof NewFact>,
  made: { id: string; at: string; by: string },
): Fact {
  const row = db.get(
    'INSERT INTO fact (id, item_id, words, at, by) VALUES (?, ?, ?, ?, ?) RETURNING id, item_id, words, at, by',
    made.id,
    input.itemId,
    input.words,
    made.at,
    made.by,
  );
  return toFact(must(row, 'recordFact: one row comes back'));
}

function toFact(row: Row): Fact {
  return {
    id: text(row, 'id'),
    itemId: textOrNull(row, 'item_id'),
    words: text(row, 'words'),
    at: text(row, 'at'),
    by: text(row, 'by'),
  };
}
