import { type ReadableDb, text } from '../case-file/index.ts';

/**
 * Sources that hold a compelled statement: those that somebody kept apart as such, the recordings of compelled interviews,
 * and whatever lies in or beside them with the same bytes.
 */
export function compelledSources(db: ReadableDb): ReadonlySet<string> {
  const rows = db.all(`WITH RECURSIVE
    named (id) AS (
      SELECT row_id FROM compartment WHERE tbl = 'evidence' AND compartment = 'compelled-statement' AND withdrawn = 0
      UNION SELECT recording_id FROM interview
        WHERE manner = 'compelled' AND recording_id IS NOT NULL AND withdrawn = 0
      UNION SELECT item.evidence_id FROM compartment c JOIN item ON item.id = c.row_id
        WHERE c.tbl = 'item' AND c.compartment = 'compelled-statement' AND c.withdrawn = 0),
    apart (id) AS (
      SELECT id FROM named
      UNION SELECT e.id FROM apart JOIN evidence e ON e.parent_id = apart.id
      UNION SELECT same.id FROM apart JOIN evidence e ON e.id = apart.id JOIN evidence same ON same.sha256 = e.sha256)
    SELECT id FROM apart`);
  return new Set(rows.map((row) => text(row, 'id')));
}

/** Items of those sources. */
export function isCompelledItem(db: ReadableDb, sources: ReadonlySet<string>, itemId: string): boolean {
  const row = sources.size === 0 ? null : db.get('SELECT evidence_id FROM item WHERE id = ?', itemId);
  return row !== null && sources.has(text(row, 'evidence_id'));
}

/** Whether anything in the case was said under orders. */
export function holdsCompelled(db: ReadableDb): boolean {
  const row = db.get(`SELECT 1 AS there FROM interview WHERE manner = 'compelled' AND withdrawn = 0
    UNION ALL SELECT 1 FROM witness_statement WHERE manner = 'compelled' AND withdrawn = 0
    UNION ALL SELECT 1 FROM compartment WHERE compartment = 'compelled-statement' AND withdrawn = 0 LIMIT 1`);
  return row !== null;
}
