import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BackupSettings } from '../../contract/backup.ts';
import { writeWhole } from '../custody/index.ts';

/** On, beside the case, and enough of them that a mistake of last week can still be seen. */
const AT_FIRST: BackupSettings = { automatic: true, folder: null, keep: 5 };

export function backupSettings(profileDir: string): BackupSettings {
  const path = pathOf(profileDir);
  if (!existsSync(path)) return AT_FIRST;
  try {
    return BackupSettings.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Settings that cannot be read must not be the reason why no backup is made.
    return AT_FIRST;
  }
}

export function keepBackupSettings(profileDir: string, settings: BackupSettings): BackupSettings {
  writeWhole(pathOf(profileDir), JSON.stringify(settings));
  return settings;
}

function pathOf(profileDir: string): string {
  return join(profileDir, 'backups.json');
}
