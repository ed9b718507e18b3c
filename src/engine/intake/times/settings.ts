import type { z } from 'zod';
import { must, raise } from '../../../contract/errors.ts';
import { SettledTimes, type SettleTimes } from '../../../contract/source-time.ts';
import { flag, type ReadableDb, type Row, text, textOrNull, type WritableDb } from '../../case-file/index.ts';
import { clearSettledTimes, keepSettledTime, sumOfSettledTimes } from '../../items/index.ts';
import { evidenceById } from '../evidence.ts';
import { assertZone } from '../zone.ts';
import { datedItems } from './dated-items.ts';
import { settledMoment } from './settled-moment.ts';

const COLUMNS = `id, evidence_id, day_order, half, zone, captured_at, reason, at, by, withdrawn, withdrawn_reason`;

/** How a person said that the dates of a source are to be read; newest first, those that were replaced or taken back too. */
export function timeSettings(db: ReadableDb, evidenceId: string): readonly SettledTimes[] {
  return db
    .all(`SELECT ${COLUMNS} FROM time_reading WHERE evidence_id = ? ORDER BY rowid DESC`, evidenceId)
    .map(toSetting);
}

/**
 * Settles how the dates of one source are read; the setting before it stays on record, withdrawn.
 * @throws not-found, bad-input for a zone that is none or a setting that says nothing
 */
export function settleTimes(
  db: WritableDb,
  input: z.output<typeof SettleTimes>,
  made: { readonly id: string; readonly at: string; readonly by: string },
): SettledTimes {
  evidenceById(db, input.evidenceId);
  if (input.zone !== null) assertZone(input.zone);
  if (input.order === null && input.half === null && input.zone === null && input.capturedAt === null) {
    raise('bad-input', { why: 'nothing is settled; choose at least one reading.' });
  }
  const before = currentSetting(db, input.evidenceId);
  if (before !== null) db.run('UPDATE time_reading SET withdrawn = 1 WHERE id = ?', before.id);
  const row = db.get(
    `INSERT INTO time_reading (id, evidence_id, day_order, half, zone, captured_at, reason, at, by, corrects)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING ${COLUMNS}`,
    made.id,
    input.evidenceId,
    input.order,
    input.half,
    input.zone,
    input.capturedAt,
    input.reason,
    made.at,
    made.by,
    before?.id ?? null,
  );
  renewTimes(db, input.evidenceId);
  return toSetting(must(row, 'settleTimes: one row comes back'));
}

/** Takes a source's setting back: its dates are as the machine read them. @throws not-found, already-retracted */
export function withdrawTimes(db: WritableDb, evidenceId: string, reason: string): void {
  evidenceById(db, evidenceId);
  const setting = currentSetting(db, evidenceId) ?? raise('already-retracted');
  db.run('UPDATE time_reading SET withdrawn = 1, withdrawn_reason = ? WHERE id = ?', reason, setting.id);
  renewTimes(db, evidenceId);
}

/** Works the times of a source's items out anew from what is recorded about it, and records what they came to. */
export function renewTimes(db: WritableDb, evidenceId: string): void {
  const setting = currentSetting(db, evidenceId);
  clearSettledTimes(db, evidenceId);
  if (setting === null) return;
  const settled = [...datedItems(db, evidenceId)].flatMap(({ number, moment }) => {
    const changed = settledMoment(moment, setting);
    return changed === null ? [] : [{ number, moment: changed }];
  });
  for (const { number, moment } of settled) keepSettledTime(db, evidenceId, number, moment);
  db.run(
    'UPDATE time_reading SET times_sha256 = ?1 WHERE id = ?2 AND times_sha256 IS NOT ?1',
    sumOfSettledTimes(db, evidenceId),
    setting.id,
  );
}

export function currentSetting(db: ReadableDb, evidenceId: string): SettledTimes | null {
  const row = db.get(`SELECT ${COLUMNS} FROM time_reading WHERE evidence_id = ? AND withdrawn = 0`, evidenceId);
  return row === null ? null : toSetting(row);
}

function toSetting(row: Row): SettledTimes {
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
