import type { z } from 'zod';
import type { FileOutcome } from '../../../contract/evidence.ts';
import type { ClosedBecause, RemoveSource } from '../../../contract/keeping.ts';
import { type ReadableDb, text, type WritableDb } from '../../case-file/index.ts';
import type { Made } from '../locks.ts';
import { hangingRows } from './hanging-rows.ts';
import type { Scope, ScopedSource } from './scope.ts';

/** What stands in the place of the hash of a source that was emptied. */
const REMOVED = 'removed';
/** What stands in the place of a recorded text. */
const EMPTY = '{}';

type Order = z.output<typeof RemoveSource> & { readonly because: ClosedBecause; readonly copies: readonly string[] };

/**
 * Takes a source out of the case file, in the caller's transaction: its bytes, its words, everything that hangs on it, and
 * the recorded texts of all of these. What stays is the place where it stood, and who ordered the removal. The file's own
 * triggers let nothing else through. @returns the id of the removal
 */
export function removeFromFile(db: WritableDb, seq: number, scope: Scope, order: Order, made: Made): string {
  // The places that point at what goes are mended within this transaction.
  db.run('PRAGMA defer_foreign_keys = ON');
  const removalId = insertRemoval(db, order, made);
  const note = (table: string, rowId: string, fate: 'emptied' | 'gone' | 'bytes-gone') =>
    db.run(
      'INSERT INTO removal_row (id, removal_id, tbl, row_id, fate) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      made.newId(),
      removalId,
      table,
      rowId,
      fate,
    );
  for (const { id } of scope.sources) note('evidence', id, 'emptied');
  for (const { id } of scope.containers) note('evidence', id, 'bytes-gone');
  for (const { id } of scope.documents) note('document', id, 'bytes-gone');
  const readings = readingsOf(db, scope.sources);
  for (const id of readings) note('reading', id, 'emptied');
  const hanging = hangingRows(
    db,
    scope.sources.map(({ id }) => id),
  );
  for (const { table, recordedId } of hanging) if (recordedId !== null) note(table, recordedId, 'gone');
  for (const { table, rowid } of hanging) db.run(`DELETE FROM "${table}" WHERE rowid = ?`, rowid);
  emptyItems(db, scope.sources);
  takeBytes(db, scope);
  emptySources(db, scope.sources, readings, made.at);
  emptyRecordedTexts(db, seq, removalId);
  for (const words of order.copies) {
    db.run('INSERT INTO removal_copy (id, removal_id, words) VALUES (?, ?, ?)', made.newId(), removalId, words);
  }
  return removalId;
}

function insertRemoval(db: WritableDb, order: Order, made: Made): string {
  const id = made.newId();
  db.run(
    `INSERT INTO removal (id, number, evidence_id, because, instructed_by, instructed_on, reference, at, by)
     VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM removal), ?, ?, ?, ?, ?, ?, ?)`,
    id,
    order.evidenceId,
    order.because,
    order.instructedBy,
    order.instructedOn,
    order.reference,
    made.at,
    made.by,
  );
  return id;
}

function readingsOf(db: ReadableDb, sources: readonly ScopedSource[]): readonly string[] {
  return db
    .all(
      'SELECT id FROM reading WHERE evidence_id IN (SELECT value FROM json_each(?))',
      JSON.stringify(sources.map(({ id }) => id)),
    )
    .map((row) => text(row, 'id'));
}

/** The words go from the items and from both indexes; an index is made anew, since it keeps deleted words for a while. */
function emptyItems(db: WritableDb, sources: readonly ScopedSource[]): void {
  const ids = JSON.stringify(sources.map(({ id }) => id));
  const within = 'SELECT number FROM item WHERE evidence_id IN (SELECT value FROM json_each(?))';
  // Where one item was told twice, the pair has no number of its own.
  const items = 'SELECT id FROM item WHERE evidence_id IN (SELECT value FROM json_each(?1))';
  db.run(`DELETE FROM item_alike WHERE one IN (${items}) OR other IN (${items})`, ids);
  db.run(`DELETE FROM person_words WHERE rowid IN (${within})`, ids);
  db.run(
    `UPDATE item SET platform = NULL, author = NULL, author_handle = NULL, thread_id = NULL, sort_time = NULL, ambiguous = 0,
       title = NULL, beside = NULL, people = '', text = '', body = '${EMPTY}'
     WHERE evidence_id IN (SELECT value FROM json_each(?))`,
    ids,
  );
  db.run(`INSERT INTO person_words (person_words) VALUES ('rebuild')`);
  db.run(`INSERT INTO item_words (item_words) VALUES ('rebuild')`);
}

function takeBytes(db: WritableDb, { sources, containers, documents }: Scope): void {
  const emptied = JSON.stringify(sources.map(({ id }) => id));
  for (const sha256 of new Set(sources.map((source) => source.sha256))) {
    const elsewhere = db.get(
      'SELECT 1 AS there FROM evidence WHERE sha256 = ? AND id NOT IN (SELECT value FROM json_each(?)) LIMIT 1',
      sha256,
      emptied,
    );
    // Another source that is no part of the removal came with the same bytes.
    if (elsewhere !== null || sha256 === REMOVED) continue;
    db.run('DELETE FROM content_chunk WHERE sha256 = ?', sha256);
    db.run('DELETE FROM content WHERE sha256 = ?', sha256);
  }
  for (const { sha256 } of containers) db.run('DELETE FROM content_chunk WHERE sha256 = ?', sha256);
  for (const { id } of documents) {
    db.run(
      `DELETE FROM content_chunk WHERE sha256 IN (SELECT input_sha256 FROM document WHERE id = ?1
         UNION SELECT output_sha256 FROM document WHERE id = ?1)`,
      id,
    );
  }
}

function emptySources(db: WritableDb, sources: readonly ScopedSource[], readings: readonly string[], at: string): void {
  db.run(`INSERT INTO content (sha256, bytes, chunks) VALUES (?, 0, 0) ON CONFLICT DO NOTHING`, REMOVED);
  for (const { id } of sources) db.run('UPDATE evidence SET sha256 = ? WHERE id = ?', REMOVED, id);
  for (const id of readings) {
    const row = db.get('SELECT e.path FROM reading r JOIN evidence e ON e.id = r.evidence_id WHERE r.id = ?', id);
    if (row === null) continue;
    db.run(
      `UPDATE reading SET state = 'complete', outcome = ? WHERE id = ?`,
      outcomeOfRemoved(text(row, 'path'), at),
      id,
    );
  }
}

/** What is told of a source that was removed. */
function outcomeOfRemoved(path: string, at: string): string {
  const outcome: FileOutcome = {
    path,
    sha256: null,
    outcome: 'rejected',
    kept: false,
    format: null,
    items: 0,
    firstAt: null,
    lastAt: null,
    authors: [],
    attachments: 0,
    warnings: [],
    error: `Removed on ${at.slice(0, 10)} on a written instruction. Nothing of it is kept.`,
    duplicateOf: null,
    reader: null,
  };
  return JSON.stringify(outcome);
}

/** The texts before and after that the evidence record kept of these rows; its lines keep the hashes and stay as they are. */
function emptyRecordedTexts(db: WritableDb, seq: number, removalId: string): void {
  const rows = `EXISTS (SELECT 1 FROM removal_row r WHERE r.removal_id = ?2 AND r.fate <> 'bytes-gone'
    AND r.tbl = ledger_change.tbl AND r.row_id = ledger_change.row_id)`;
  db.run(`UPDATE ledger_change SET after = '${EMPTY}' WHERE seq < ?1 AND ${rows}`, seq, removalId);
  db.run(
    `UPDATE ledger_change SET before = '${EMPTY}' WHERE seq <= ?1 AND before IS NOT NULL AND ${rows}`,
    seq,
    removalId,
  );
}
