import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backupSettings, backupsOf } from '../../backups/index.ts';
import { overwrite, type ReadableDb, text } from '../../case-file/index.ts';
import type { EngineCore } from '../../core.ts';
import { isBackupOf } from './copies.ts';

/** Above this size the file is not written anew: it is done in memory, and freed pages are overwritten with zeros anyway. */
const WRITTEN_ANEW = 512 * 1024 * 1024;

/**
 * Does what a removal leaves to be done outside its transaction: the file is written anew without what was freed, and the
 * copies that the program itself laid beside it are overwritten and removed. Runs on opening too, after a removal that was
 * cut off here.
 */
export function finishRemovals(engine: EngineCore): void {
  const { session, host } = engine;
  const { connection, path } = session.file;
  const open = unfinished(connection.readable);
  if (open.length === 0) return;
  if (statSync(path).size <= WRITTEN_ANEW) connection.exec('VACUUM');
  const folder = dirname(path);
  const beside = readdirSync(folder).filter((one) => isBackupOf(path, one));
  const backups = backupsOf(path, backupSettings(host.profileDir)).map((backup) => backup.path);
  for (const copy of new Set([...beside.map((name) => join(folder, name)), ...backups])) overwrite(copy);
  engine.record({ did: 'protection.finish', about: 'Removed the backups beside the case' }, (db) => {
    for (const id of open) db.run('UPDATE removal SET finished_at = ? WHERE id = ?', host.now(), id);
  });
  engine.changed('evidence', 'protection');
}

function unfinished(db: ReadableDb): readonly string[] {
  return db.all('SELECT id FROM removal WHERE finished_at IS NULL ORDER BY number').map((row) => text(row, 'id'));
}
