import type { z } from 'zod';
import { raise } from '../../contract/errors.ts';
import { ClosedBecause, type LockedSource, type LockSource, type NamedSource } from '../../contract/keeping.ts';
import {
  integer,
  integerOrNull,
  type ReadableDb,
  type Row,
  text,
  textOrNull,
  type WritableDb,
} from '../case-file/index.ts';

export interface Made {
  readonly newId: () => string;
  readonly at: string;
  readonly by: string;
}

export function namedSource(row: Row): NamedSource {
  return { id: text(row, 'id'), number: integer(row, 'number'), name: text(row, 'name') };
}

/** @throws not-found */
export function sourceById(db: ReadableDb, id: string): NamedSource {
  const row = db.get('SELECT id, number, name FROM evidence WHERE id = ?', id);
  return row === null ? raise('not-found', { what: 'file' }) : namedSource(row);
}

/** Locks that stand, oldest first. */
export function locks(db: ReadableDb): readonly LockedSource[] {
  return db
    .all(
      `SELECT l.id AS lock_id, l.because, l.note, l.at, l.by, e.id, e.number, e.name, like_.number AS alike_to
       FROM evidence_lock l JOIN evidence e ON e.id = l.evidence_id LEFT JOIN evidence like_ ON like_.id = l.alike_to
       WHERE l.withdrawn = 0 AND l.lifted_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM removal_row r WHERE r.tbl = 'evidence' AND r.row_id = e.id AND r.fate = 'emptied')
       ORDER BY e.number`,
    )
    .map((row) => ({
      lockId: text(row, 'lock_id'),
      source: namedSource(row),
      because: ClosedBecause.parse(text(row, 'because')),
      note: textOrNull(row, 'note'),
      at: text(row, 'at'),
      by: text(row, 'by'),
      alikeTo: integerOrNull(row, 'alike_to'),
    }));
}

/** The lock that stands on this very source; null where it has none of its own. */
export function lockOf(db: ReadableDb, evidenceId: string): { id: string; because: ClosedBecause } | null {
  const row = db.get(
    'SELECT id, because FROM evidence_lock WHERE evidence_id = ? AND withdrawn = 0 AND lifted_at IS NULL',
    evidenceId,
  );
  return row === null ? null : { id: text(row, 'id'), because: ClosedBecause.parse(text(row, 'because')) };
}

/**
 * Locks a source: nobody sees it, what is inside it, or what has the same bytes. A picture of an unclothed minor is locked
 * together with the pictures that look like it. @returns how many sources were locked
 */
export function lockSource(db: WritableDb, order: z.output<typeof LockSource>, made: Made): number {
  sourceById(db, order.evidenceId);
  const alike = order.because === 'unclothed-minor' ? sourcesThatLookLike(db, order.evidenceId) : [];
  let locked = 0;
  for (const id of [order.evidenceId, ...alike]) {
    if (lockOf(db, id) !== null) continue;
    insertLock(db, { ...order, evidenceId: id, alikeTo: id === order.evidenceId ? null : order.evidenceId }, made);
    locked += 1;
  }
  return locked;
}

/** Locks pictures that look like a locked one and came in after it. @returns their numbers */
export function lockNewcomersAlike(db: WritableDb, made: Made): readonly number[] {
  const rows = db.all(
    `SELECT DISTINCT l.evidence_id AS locked_id, l.because FROM evidence_lock l
     WHERE l.withdrawn = 0 AND l.lifted_at IS NULL AND l.because = 'unclothed-minor'`,
  );
  const numbers: number[] = [];
  for (const row of rows) {
    const lockedId = text(row, 'locked_id');
    for (const id of sourcesThatLookLike(db, lockedId)) {
      // A lock that a person lifted is not put on again.
      if (db.get('SELECT 1 AS there FROM evidence_lock WHERE evidence_id = ?', id) !== null) continue;
      insertLock(db, { evidenceId: id, because: 'unclothed-minor', note: null, alikeTo: lockedId }, made);
      numbers.push(sourceById(db, id).number);
    }
  }
  return numbers;
}

function insertLock(
  db: WritableDb,
  lock: z.output<typeof LockSource> & { readonly alikeTo: string | null },
  made: Made,
): void {
  db.run(
    'INSERT INTO evidence_lock (id, evidence_id, because, alike_to, note, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)',
    made.newId(),
    lock.evidenceId,
    lock.because,
    lock.alikeTo,
    lock.note,
    made.at,
    made.by,
  );
}

function sourcesThatLookLike(db: ReadableDb, evidenceId: string): readonly string[] {
  return db
    .all(
      `SELECT DISTINCT theirs.evidence_id AS id FROM item mine
       JOIN item_alike a ON a.kind = 'picture' AND mine.id IN (a.one, a.other)
       JOIN item theirs ON theirs.id = CASE mine.id WHEN a.one THEN a.other ELSE a.one END
       WHERE mine.evidence_id = ?1 AND theirs.evidence_id <> ?1`,
      evidenceId,
    )
    .map((row) => text(row, 'id'));
}

/** Lifts a lock that was a mistake. @throws not-found */
export function liftLock(db: WritableDb, lockId: string, reason: string, made: Made): NamedSource {
  const row = db.get(
    `SELECT e.id, e.number, e.name FROM evidence_lock l JOIN evidence e ON e.id = l.evidence_id
     WHERE l.id = ? AND l.withdrawn = 0 AND l.lifted_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM removal_row r WHERE r.tbl = 'evidence' AND r.row_id = e.id)`,
    lockId,
  );
  if (row === null) raise('not-found', { what: 'lock' });
  db.run(
    'UPDATE evidence_lock SET lifted_at = ?, lifted_by = ?, lifted_reason = ? WHERE id = ?',
    made.at,
    made.by,
    reason,
    lockId,
  );
  return namedSource(row);
}

/** Whether these very bytes are under a lock. */
export function isLockedContent(db: ReadableDb, sha256: string): boolean {
  return (
    db.get(
      'SELECT 1 AS there FROM evidence WHERE sha256 = ? AND id IN (SELECT evidence_id FROM locked_evidence) LIMIT 1',
      sha256,
    ) !== null
  );
}

/** Whether any lock stands: most cases have none, and then nothing more is asked. */
export function hasLocks(db: ReadableDb): boolean {
  return db.get('SELECT 1 AS there FROM evidence_lock WHERE withdrawn = 0 AND lifted_at IS NULL LIMIT 1') !== null;
}

export type Closed = 'locked' | 'set-apart' | 'removed' | 'holds-closed';

/** Why each closed source is closed, by its id. */
export function closedSources(db: ReadableDb): ReadonlyMap<string, Closed> {
  const rows = db.all(
    `SELECT evidence_id AS id, 'holds-closed' AS why FROM closed_bytes
     UNION ALL SELECT evidence_id, 'set-apart' FROM set_apart_evidence
     UNION ALL SELECT evidence_id, 'locked' FROM locked_evidence
     UNION ALL SELECT row_id, 'removed' FROM removal_row WHERE tbl = 'evidence' AND fate = 'emptied'`,
  );
  // The later line is the graver one.
  return new Map(rows.map((row) => [text(row, 'id'), text(row, 'why') as Closed]));
}

/** Whether the bytes of a source may be given to anybody. */
export function bytesAreClosed(db: ReadableDb, evidenceId: string): boolean {
  return db.get('SELECT 1 AS there FROM closed_bytes WHERE evidence_id = ?', evidenceId) !== null;
}
