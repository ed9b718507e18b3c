import { z } from 'zod';
import { RemovedKind } from '../../contract/redaction.ts';
import { integer, json, type ReadableDb, text, type WritableDb } from '../case-file/index.ts';
import type { KeptRemoval } from '../redaction/index.ts';

/** Keeps the unredacted key of an issued document; part of the transaction that issues it. */
export function keepRemovals(
  db: WritableDb,
  documentId: string,
  rows: readonly KeptRemoval[],
  newId: () => string,
): void {
  for (const { place, what, shown, words, times, reason, ground } of rows) {
    db.run(
      `INSERT INTO document_removal (id, document_id, place, what, shown, words, times, reason, ground)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      newId(),
      documentId,
      place,
      what,
      shown,
      JSON.stringify(words),
      times,
      reason,
      ground,
    );
  }
}

/** The key of an issued document: what was taken out of which place, in the order in which it was found. */
export function removalsOf(db: ReadableDb, documentId: string): readonly KeptRemoval[] {
  return db
    .all(
      `SELECT place, what, shown, words, times, reason, ground FROM document_removal
       WHERE document_id = ? AND withdrawn = 0 ORDER BY rowid`,
      documentId,
    )
    .map((row) => ({
      place: text(row, 'place'),
      what: RemovedKind.parse(text(row, 'what')),
      shown: text(row, 'shown'),
      words: json(row, 'words', z.array(z.string())),
      times: integer(row, 'times'),
      reason: text(row, 'reason'),
      ground: text(row, 'ground'),
    }));
}
