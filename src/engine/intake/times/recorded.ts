import { SettledTimes } from '../../../contract/source-time.ts';
import { flag, type ReadableDb, type Row, text, textOrNull } from '../../case-file/index.ts';

export const COLUMNS = `id, evidence_id, day_order, half, zone, captured_at, reason, at, by, withdrawn, withdrawn_reason`;

/** How a person said that the dates of a source are to be read; newest first, those that were replaced or taken back too. */
export function timeSettings(db: ReadableDb, evidenceId: string): readonly SettledTimes[] {
  return db
    .all(`SELECT ${COLUMNS} FROM time_reading WHERE evidence_id = ? ORDER BY rowid DESC`, evidenceId)
    .map(toSetting);
}

export function currentSetting(db: ReadableDb, evidenceId: string): SettledTimes | null {
  const row = db.get(`SELECT ${COLUMNS} FROM time_reading WHERE evidence_id = ? AND withdrawn = 0`, evidenceId);
  return row === null ? null : toSetting(row);
}

export function toSetting(row: Row): SettledTimes {
  return SettledTimes.parse({
    id: text(row, 'id'),
    order: textOrNull(row, 'day_order'),
    half: textOrNull(row, 'half'),
    zone: textOrNull(row, 'zone'),
    capturedAt: textOrNull(row, 'captured_at'),
    reason: text(row, 'reason'),
    at: text(row, 'at'),
    by: text(row, 'by'),
    withdrawn: flag(row, 'withdrawn'),
    withdrawnReason: textOrNull(row, 'withdrawn_reason'),
  });
}
