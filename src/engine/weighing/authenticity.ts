import type { z } from 'zod';
import { raise } from '../../contract/errors.ts';
import { Authenticity, type RecordAuthenticity } from '../../contract/weighing.ts';
import { type ReadableDb, text, textOrNull, type WritableDb } from '../case-file/index.ts';
import { itemById } from '../items/index.ts';

/** Whether an item is what it seems; null where nobody looked into it. */
export function authenticityOf(db: ReadableDb, itemId: string): Authenticity | null {
  const row = db.get(
    `SELECT captured, captured_by, author_says, author_words, corroborated_by, at, by FROM authenticity
     WHERE item_id = ? AND withdrawn = 0`,
    itemId,
  );
  if (row === null) return null;
  return Authenticity.parse({
    itemId,
    captured: text(row, 'captured'),
    capturedBy: textOrNull(row, 'captured_by'),
    authorSays: text(row, 'author_says'),
    authorWords: textOrNull(row, 'author_words'),
    corroboratedBy: textOrNull(row, 'corroborated_by'),
    at: text(row, 'at'),
    by: text(row, 'by'),
  });
}

/** @returns the item's number. @throws not-found */
export function recordAuthenticity(
  db: WritableDb,
  input: z.output<typeof RecordAuthenticity>,
  made: { readonly id: string; readonly at: string; readonly by: string },
): number {
  const stored = itemById(db, input.itemId) ?? raise('not-found', { what: 'item' });
  db.run(
    `INSERT INTO authenticity (id, item_id, captured, captured_by, author_says, author_words, corroborated_by, at, by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (item_id) DO UPDATE SET captured = excluded.captured, captured_by = excluded.captured_by,
       author_says = excluded.author_says, author_words = excluded.author_words,
       corroborated_by = excluded.corroborated_by, at = excluded.at, by = excluded.by, withdrawn = 0`,
    made.id,
    input.itemId,
    input.captured,
    input.capturedBy,
    input.authorSays,
    input.authorWords,
    input.corroboratedBy,
    made.at,
    made.by,
  );
  return stored.number;
}
