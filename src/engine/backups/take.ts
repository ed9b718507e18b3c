import { existsSync } from 'node:fs';
import { raise } from '../../contract/errors.ts';
import { copyWhole } from '../case-file/index.ts';

/**
 * Lays a copy of a backup where a case is to be opened; the backup itself stays as it is, and nothing is written over.
 * @throws case-missing, case-exists
 */
export async function takeBackup(backup: string, to: string): Promise<void> {
  if (!existsSync(backup)) raise('case-missing', { path: backup });
  if (existsSync(to)) raise('case-exists', { path: to });
  await copyWhole(backup, to, { signal: new AbortController().signal, progress: () => undefined });
}
