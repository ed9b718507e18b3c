import type { SettledTimes } from '../../../contract/source-time.ts';
import { type ReadableDb, text, textOrNull } from '../../case-file/index.ts';
import { currentSetting } from './recorded.ts';

/**
 * A setting for an archive holds for the files in it too, but for those that were settled by themselves; what is attached to
 * a mail was made elsewhere and is a source of its own.
 */
export interface Governing {
  readonly setting: SettledTimes;
  /** The file that it was settled for: the source itself or an archive around it. */
  readonly evidenceId: string;
}

/** The setting in force for a file: its own, else that of the nearest archive around it. */
export function settingOver(db: ReadableDb, evidenceId: string): Governing | null {
  for (const id of [evidenceId, ...archivesAround(db, evidenceId)]) {
    const setting = currentSetting(db, id);
    if (setting !== null) return { setting, evidenceId: id };
  }
  return null;
}

/** The archives around a file, the nearest first. */
export function archivesAround(db: ReadableDb, evidenceId: string): readonly string[] {
  const around: string[] = [];
  for (let id = archiveAround(db, evidenceId); id !== null; id = archiveAround(db, id)) around.push(id);
  return around;
}

function archiveAround(db: ReadableDb, evidenceId: string): string | null {
  const row = db.get(`SELECT parent_id FROM evidence WHERE id = ? AND role = 'entry'`, evidenceId);
  return row === null ? null : textOrNull(row, 'parent_id');
}

/** A file and, of an archive, everything in it at any depth. */
export function filesIn(db: ReadableDb, evidenceId: string): readonly string[] {
  return db
    .all(
      `WITH RECURSIVE inside (id) AS (SELECT ?1
         UNION ALL SELECT e.id FROM inside JOIN evidence e ON e.parent_id = inside.id WHERE e.role = 'entry')
       SELECT inside.id FROM inside JOIN evidence e ON e.id = inside.id ORDER BY e.number`,
      evidenceId,
    )
    .map((row) => text(row, 'id'));
}

/** The files for which this file's setting is the one in force. */
export function governedBy(db: ReadableDb, evidenceId: string): readonly string[] {
  return db
    .all(
      `WITH RECURSIVE inside (id) AS (SELECT ?1
         UNION ALL SELECT e.id FROM inside JOIN evidence e ON e.parent_id = inside.id
           WHERE e.role = 'entry' AND e.id NOT IN (SELECT evidence_id FROM time_reading WHERE withdrawn = 0))
       SELECT id FROM inside`,
      evidenceId,
    )
    .map((row) => text(row, 'id'));
}
