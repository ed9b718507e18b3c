import type { Moment } from '../../contract/moment.ts';
import { integer, type ReadableDb, sha256Of, text, textOrNull, type WritableDb } from '../case-file/index.ts';

/** Forgets the settled times of a source's items; they are then as the machine read them. */
export function clearSettledTimes(db: WritableDb, evidenceId: string): void {
  db.run('DELETE FROM item_time WHERE evidence_id = ?', evidenceId);
}

/** Lays a settled time over an item's own, which stays as it was read. */
export function keepSettledTime(db: WritableDb, evidenceId: string, number: number, moment: Moment): void {
  db.run(
    'INSERT INTO item_time (number, evidence_id, sort_time, ambiguous, moment) VALUES (?, ?, ?, ?, ?)',
    number,
    evidenceId,
    moment.local ?? moment.instant,
    moment.certainty === 'ambiguous' ? 1 : 0,
    JSON.stringify(moment),
  );
}

/** SHA-256 over the settled times of these sources' items, a line for each in the order of number (docs/custody.md). */
export function sumOfSettledTimes(db: ReadableDb, evidenceIds: readonly string[]): string {
  const rows = db.all(
    'SELECT number, moment FROM item_time WHERE evidence_id IN (SELECT value FROM json_each(?)) ORDER BY number',
    JSON.stringify(evidenceIds),
  );
  return sha256Of(rows.map((row) => `${integer(row, 'number')} ${text(row, 'moment')}\n`).join(''));
}

/** The first and the last day of a source's items, as they stand now; null where none has a certain day. */
export function daysOf(db: ReadableDb, evidenceId: string): { readonly first: string; readonly last: string } | null {
  const row = db.get(
    `SELECT min(at) AS first, max(at) AS last FROM (
       SELECT coalesce(t.sort_time, item.sort_time) AS at FROM open_item AS item
       LEFT JOIN item_time t ON t.number = item.number
       WHERE item.evidence_id = ? AND item.derived IS NULL AND coalesce(t.ambiguous, item.ambiguous) = 0)`,
    evidenceId,
  );
  const first = row === null ? null : textOrNull(row, 'first');
  const last = row === null ? null : textOrNull(row, 'last');
  return first === null || last === null ? null : { first: first.slice(0, 10), last: last.slice(0, 10) };
}
