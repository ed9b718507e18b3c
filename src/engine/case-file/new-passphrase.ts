import { randomBytes } from 'node:crypto';
import { renameSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { must, raise } from '../../contract/errors.ts';
import type { Connection } from './connection.ts';
import { type CopyPace, copyWhole } from './copy-whole.ts';
import { whoHasIt } from './in-use.ts';
import { keepFolder } from './keep-folder.ts';
import { deriveKey, fromRecoveryKey, keyed, SALT_BYTES } from './key.ts';
import { type CaseFile, type OpenOptions, openWith, removeWithJournal } from './open.ts';

interface Order {
  readonly next: string;
  /** Writes the line of the change into the new file before it takes the old one's place. */
  readonly last: (connection: Connection) => void;
  readonly pace: CopyPace;
}

/**
 * Writes a case file anew under another passphrase and opens it again. The new file is made beside the old one and takes
 * its place when it is whole and was looked through; until then the old one is not touched, so that a crash leaves a case
 * that opens with the old passphrase or with the new one.
 * @param file is closed by this; @returns the case as it is open afterwards, with what went wrong if it is still the old one
 */
export async function changePassphrase(
  file: CaseFile,
  options: Omit<OpenOptions, 'path' | 'passphrase'>,
  order: Order,
): Promise<{ readonly file: CaseFile; readonly failed: unknown }> {
  const { path, salt } = file;
  const key = file.recoveryKey === null ? null : must(fromRecoveryKey(file.recoveryKey), 'a key reads back');
  const at = (place: string): OpenOptions => ({ ...options, path: place, passphrase: null });
  const nextSalt = randomBytes(SALT_BYTES);
  const nextKey = await deriveKey(order.next, nextSalt);
  const made = `${path}.part`;
  file.close();
  const before = stateOf(path);
  try {
    removeWithJournal(made);
    await copyWhole(path, made, order.pace);
    writeUnderKey(made, key === null || salt === null ? null : keyed(key, salt), keyed(nextKey, nextSalt));
    const fresh = openWith(at(made), nextKey, nextSalt);
    try {
      order.last(fresh.connection);
      if (fresh.connection.pragma('quick_check') !== 'ok') throw new Error('the new file is not whole');
    } finally {
      fresh.close();
    }
    // The file was nobody's meanwhile: what somebody else wrote into it must not be replaced.
    if (stateOf(path) !== before) raise('case-in-use', { who: whoHasIt(path) });
    renameSync(made, path);
    keepFolder(path);
  } catch (failed) {
    removeWithJournal(made);
    return { file: openWith(at(path), key, salt ?? nextSalt), failed };
  }
  return { file: openWith(at(path), nextKey, nextSalt), failed: null };
}

function stateOf(path: string): string {
  const { size, mtimeMs, ino } = statSync(path);
  return `${size} ${mtimeMs} ${ino}`;
}

/** Encrypts every page anew; nothing is journalled, since a file that this leaves half done is thrown away. */
export function writeUnderKey(path: string, from: string | null, to: string): void {
  const database = new Database(path);
  try {
    database.pragma(`cipher = 'aegis'`);
    if (from !== null) database.pragma(`key = "${from}"`);
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
    database.pragma(`rekey = "${to}"`);
  } finally {
    database.close();
  }
  // A first opening with the old key leaves nothing beside it, but a crash of an earlier try might have.
  rmSync(`${path}-journal`, { force: true });
}
