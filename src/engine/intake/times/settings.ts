import type { z } from 'zod';
import { must, raise } from '../../../contract/errors.ts';
import type { SettledTimes, SettleTimes } from '../../../contract/source-time.ts';
import type { WritableDb } from '../../case-file/index.ts';
import { clearSettledTimes, keepSettledTime, sumOfSettledTimes } from '../../items/index.ts';
import { evidenceById } from '../evidence.ts';
import { assertZone } from '../zone.ts';
import { datedItems } from './dated-items.ts';
import { archivesAround, filesIn, governedBy } from './governing.ts';
import { COLUMNS, currentSetting, toSetting } from './recorded.ts';
import { settledMoment } from './settled-moment.ts';

/**
 * Settles how the dates of one source are read, or of all files in an archive; the setting before it stays on record,
 * withdrawn.
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
  if (input.capturedAt !== null && filesIn(db, input.evidenceId).length > 1) {
    raise('bad-input', {
      why: 'each file of an archive was captured at a moment of its own; settle that file by file.',
    });
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

/**
 * Works the times of a file's items out anew from what is recorded about it and about the archives around it, and records
 * what they came to.
 */
export function renewTimes(db: WritableDb, evidenceId: string): void {
  const outermost = archivesAround(db, evidenceId).findLast((id) => currentSetting(db, id) !== null) ?? evidenceId;
  const files = filesIn(db, outermost);
  for (const file of files) clearSettledTimes(db, file);
  for (const file of files) {
    const setting = currentSetting(db, file);
    if (setting !== null) applySetting(db, setting, governedBy(db, file));
  }
}

function applySetting(db: WritableDb, setting: SettledTimes, files: readonly string[]): void {
  for (const file of files) {
    const settled = [...datedItems(db, file)].flatMap(({ number, moment }) => {
      const changed = settledMoment(moment, setting);
      return changed === null ? [] : [{ number, moment: changed }];
    });
    for (const { number, moment } of settled) keepSettledTime(db, file, number, moment);
  }
  db.run(
    'UPDATE time_reading SET times_sha256 = ?1 WHERE id = ?2 AND times_sha256 IS NOT ?1',
    sumOfSettledTimes(db, files),
    setting.id,
  );
}
