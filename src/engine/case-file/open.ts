import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { EvenhandError, raise } from '../../contract/errors.ts';
import { installChangeCapture } from './capture.ts';
import { lastLineOf, problemOfCopy } from './check-copy.ts';
import { Connection } from './connection.ts';
import { clearInUse, markInUse, whoHasIt } from './in-use.ts';
import { keepFolder } from './keep-folder.ts';
import { deriveKey, fromRecoveryKey, keyed, SALT_BYTES, toRecoveryKey } from './key.ts';
import { migrate } from './migrate.ts';

/** `Evnh`, so that `file` and others can tell an unencrypted case from another database. */
export const APPLICATION_ID = 0x45766e68;
const SQLITE_MAGIC = 'SQLite format 3\0';
/** SQLite's own header; the application id stands at byte 68 of it. */
const HEAD_BYTES = 100;
const APPLICATION_ID_AT = 68;
/** Short enough to type, long enough for a file that may be stolen; NIST SP 800-63B asks for 8 online. */
const SHORTEST_PASSPHRASE = 12;

export interface OpenOptions {
  readonly path: string;
  readonly passphrase: string | null;
  readonly resourcesDir: string;
  readonly now: string;
  /** Who opens it, as others are told while it is open: `Name, role`. */
  readonly by: string;
  readonly log: (line: string) => void;
}

/** An open case file: this process is its only writer until `close`. */
export interface CaseFile {
  readonly connection: Connection;
  readonly path: string;
  readonly encrypted: boolean;
  /** The derived key for the recovery sheet; null where the case is not encrypted. */
  readonly recoveryKey: string | null;
  /** The 16 bytes at the beginning of an encrypted file, which its copies share; read once, since opening and closing the
   * file a second time in this process would give up the lock on it. */
  readonly salt: Uint8Array | null;
  close(): void;
}

/**
 * Makes a case file with what `first` writes into it. It is made beside its place, under `NAME.part`, and moved there only
 * when it is whole, so that a crash leaves a case or none.
 * @throws case-exists, case-folder-missing, passphrase-too-weak, disk-full
 */
export async function createCaseFile(options: OpenOptions, first: (connection: Connection) => void): Promise<CaseFile> {
  const { path, passphrase } = options;
  if (existsSync(path)) raise('case-exists', { path });
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch {
    raise('case-folder-missing', { path });
  }
  if (passphrase !== null) refuseShort(passphrase);
  const salt = randomBytes(SALT_BYTES);
  const key = passphrase === null ? null : await deriveKey(passphrase, salt);
  const part = `${path}.part`;
  removeWithJournal(part);
  try {
    const file = openWith({ ...options, path: part }, key, salt);
    try {
      first(file.connection);
    } finally {
      file.close();
    }
    if (existsSync(path)) raise('case-exists', { path });
    renameSync(part, path);
    keepFolder(path);
  } catch (error) {
    removeWithJournal(part);
    throw named(error, path);
  }
  return openWith(options, key, salt);
}

/** @throws passphrase-too-weak */
export function refuseShort(passphrase: string): void {
  if (passphrase.length < SHORTEST_PASSPHRASE) raise('passphrase-too-weak');
}

export function removeWithJournal(path: string): void {
  for (const left of [path, `${path}-journal`, `${path}.in-use`]) rmSync(left, { force: true });
}

/** @throws case-missing, not-a-case, case-needs-passphrase, case-wrong-key, case-in-use, case-newer, case-damaged */
export async function openCaseFile(options: OpenOptions): Promise<CaseFile> {
  if (!existsSync(options.path) || !statSync(options.path).isFile()) raise('case-missing', { path: options.path });
  // What a crash left of a copy or of a change of passphrase: never finished, and not the case.
  removeWithJournal(`${options.path}.part`);
  const head = firstBytes(options.path);
  if (head.length < HEAD_BYTES) raise('not-a-case');
  const salt = head.subarray(0, SALT_BYTES);
  if (isPlainCase(head)) return openWith(options, null, salt);
  if (options.passphrase === null) raise('case-needs-passphrase');
  const key = fromRecoveryKey(options.passphrase) ?? (await deriveKey(options.passphrase, salt));
  return openWith(options, key, salt);
}

/**
 * Whether a file's first bytes are those of a case that is not encrypted. Looked at before SQLite is: another program's
 * database must not even have its journal mode changed. @throws not-a-case for another program's database
 */
export function isPlainCase(head: Buffer): boolean {
  if (head.toString('latin1', 0, SALT_BYTES) !== SQLITE_MAGIC) return false;
  if (head.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) raise('not-a-case');
  return true;
}

/** Whether these words, a passphrase or the recovery key, open the case that is open now; null for one that is not encrypted. */
export async function opensBy({ recoveryKey, salt }: CaseFile, words: string | null): Promise<boolean> {
  if (recoveryKey === null || salt === null) return words === null;
  if (words === null) return false;
  const key = fromRecoveryKey(words) ?? (await deriveKey(words, salt));
  return toRecoveryKey(key) === recoveryKey;
}

export function firstBytes(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.subarray(0, readSync(file, head, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

export function openWith(options: OpenOptions, key: Uint8Array | null, salt: Uint8Array): CaseFile {
  const fresh = !existsSync(options.path);
  let database: Database.Database | null = null;
  try {
    database = new Database(options.path, { timeout: 200 });
    if (key !== null) {
      // These two must come first: anything before them reads the header and fails.
      database.pragma(`cipher = 'aegis'`);
      database.pragma(`key = "${keyed(key, salt)}"`);
    }
    const connection = new Connection(database, options.log);
    settle(connection, fresh);
    const lastLine = fresh ? '' : lastLineOf(connection);
    migrate(connection, options, (copy) => problemOfCopy(copy, key, salt, lastLine));
    installChangeCapture(connection);
    markInUse(options.path, options.by, options.now);
    return {
      connection,
      path: options.path,
      encrypted: key !== null,
      recoveryKey: key === null ? null : toRecoveryKey(key),
      salt: key === null ? null : salt,
      close: () => {
        closeClean(connection);
        clearInUse(options.path);
      },
    };
  } catch (error) {
    database?.close();
    throw named(error, options.path);
  }
}

/** Closes a case for a piece of work on its file, and opens it again whatever came of that. */
export async function closedFor(
  file: CaseFile,
  options: Omit<OpenOptions, 'path' | 'passphrase'>,
  work: () => Promise<void>,
): Promise<{ readonly file: CaseFile; readonly failed: unknown }> {
  const { path, recoveryKey, salt } = file;
  file.close();
  let failed: unknown = null;
  try {
    await work();
  } catch (error) {
    failed = error;
  }
  const key = recoveryKey === null ? null : fromRecoveryKey(recoveryKey);
  return { file: openWith({ ...options, path, passphrase: null }, key, salt ?? new Uint8Array(SALT_BYTES)), failed };
}

/** Sets on every open what SQLite does not remember, and takes the file for this process alone. */
function settle(connection: Connection, fresh: boolean): void {
  connection.pragma('locking_mode = EXCLUSIVE');
  if (fresh) connection.pragma(`application_id = ${APPLICATION_ID}`);
  // A rollback journal, so that between two commands the one file is the whole case (docs/decisions/0003).
  connection.pragma('journal_mode = TRUNCATE');
  connection.pragma('synchronous = EXTRA');
  connection.pragma('foreign_keys = ON');
  connection.pragma('temp_store = MEMORY');
  connection.pragma('secure_delete = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cell_size_check = ON');
  connection.exec('BEGIN EXCLUSIVE; COMMIT');
  if (Number(connection.pragma('application_id')) !== APPLICATION_ID) raise('not-a-case');
}

function closeClean(connection: Connection): void {
  connection.lockWrites(false);
  // Leaves one file: the journal that TRUNCATE keeps beside an open case goes away.
  connection.pragma('journal_mode = DELETE');
  connection.pragma('locking_mode = NORMAL');
  connection.readable.get('SELECT count(*) AS n FROM sqlite_schema');
  connection.close();
}

/** Gives SQLite's own errors a kind of the table. */
export function named(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof EvenhandError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'SQLITE_NOTADB') return new EvenhandError('case-wrong-key', {}, error);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new EvenhandError('case-in-use', { who: whoHasIt(path) }, error);
  if (code.startsWith('SQLITE_CORRUPT')) return new EvenhandError('case-damaged', { why: error.message }, error);
  if (code.startsWith('SQLITE_FULL') || code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_IOERR')) {
    return new EvenhandError('disk-full', {}, error);
  }
  if (code.startsWith('SQLITE_CANTOPEN')) return new EvenhandError('case-folder-missing', { path }, error);
  return error;
}
