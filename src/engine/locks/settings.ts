import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LockSettings } from '../../contract/case-file-calls.ts';
import { writeWhole } from '../custody/index.ts';

/** Long enough to read a thread, short enough for an office where people walk by. */
const AT_FIRST: LockSettings = { minutes: 15 };

export function lockSettings(profileDir: string): LockSettings {
  const path = pathOf(profileDir);
  if (!existsSync(path)) return AT_FIRST;
  try {
    return LockSettings.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Settings that cannot be read must not be the reason why a case stays open.
    return AT_FIRST;
  }
}

export function keepLockSettings(profileDir: string, settings: LockSettings): LockSettings {
  writeWhole(pathOf(profileDir), JSON.stringify(settings));
  return settings;
}

function pathOf(profileDir: string): string {
  return join(profileDir, 'lock.json');
}
