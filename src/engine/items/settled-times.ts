import type { Moment } from '../../contract/moment.ts';
import type { WritableDb } from '../case-file/index.ts';

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
