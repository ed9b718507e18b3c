import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { raise } from '../../contract/errors.ts';
import { type DamagedFile, openDamagedFile } from '../case-file/index.ts';

/**
 * Opens a copy of a damaged case file, so that nothing is ever written into the damaged one itself.
 * @param work where the copy lies while it is read
 * @throws case-needs-passphrase, case-wrong-key, nothing-to-salvage
 */
export async function openCopyOf(path: string, passphrase: string | null, work: string): Promise<DamagedFile> {
  copyFileSync(path, work);
  // What an unfinished change would have to take back belongs to the file.
  if (existsSync(`${path}-journal`)) copyFileSync(`${path}-journal`, `${work}-journal`);
  try {
    const file = await openDamagedFile(work, passphrase);
    if (file.tables.length > 0) return file;
    file.close();
  } catch (error) {
    removeWork(work);
    throw error;
  }
  removeWork(work);
  raise('nothing-to-salvage');
}

export function removeWork(work: string): void {
  for (const path of [work, `${work}-journal`]) rmSync(path, { force: true });
}
