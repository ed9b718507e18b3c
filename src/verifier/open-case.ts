import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { firstBytes, plainHeader } from './header.ts';
import { keyOf } from './key.ts';
import type { Cell, Row, SqlReader } from './reader.ts';

/** Why a case file could not be opened, in words; nothing was changed. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
  /** True where only a passphrase is missing. */
  readonly needsPassphrase: boolean;
  constructor(words: string, needsPassphrase = false) {
    super(words);
    this.needsPassphrase = needsPassphrase;
  }
}

export interface OpenedCase extends SqlReader {
  close(): void;
}

const KNOWN_FORMAT = 10;

/**
 * Opens a case file for reading, by the written description of its format alone (docs/case-file.md). A damaged file is
 * opened as far as it goes: the check then says what is damaged.
 * @throws CannotOpen for a missing or foreign file, a wrong key, a case in use or of a newer version
 */
export function openCase(path: string, passphrase: string | null): OpenedCase {
  if (!existsSync(path)) throw new CannotOpen(`There is no file at ${path}.`);
  if (!statSync(path).isFile()) throw new CannotOpen(`${path} is not a file.`);
  const head = firstBytes(path, 100);
  if (head.length < 16) throw new CannotOpen('This file is not an Evenhand case file.');
  const plain = plainHeader(head);
  if (plain === 'foreign') throw new CannotOpen('This file is not an Evenhand case file.');
  if (plain === 'encrypted' && passphrase === null) {
    throw new CannotOpen('This case file is encrypted. Give its passphrase.', true);
  }
  const salt = head.subarray(0, 16);
  const key = plain === 'encrypted' && passphrase !== null ? keyOf(passphrase, salt) + salt.toString('hex') : null;
  return probed(path, key) ?? probedCopy(path, key);
}

/** @returns null where an unfinished change lies beside the file, which only a writer could take back */
function probed(path: string, key: string | null): OpenedCase | null {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 200 });
  try {
    if (key !== null) {
      db.pragma("cipher = 'aegis'");
      db.pragma(`key = "raw:${key}"`);
    }
    const format = Number(db.pragma('user_version', { simple: true }));
    if (format > KNOWN_FORMAT) {
      throw new CannotOpen(
        `This case was made by a newer Evenhand (file format ${format}; this version reads up to ${KNOWN_FORMAT}).`,
      );
    }
    return {
      all: (sql: string, ...values: readonly Cell[]) => db.prepare(sql).all(...values) as Row[],
      close: () => db.close(),
    };
  } catch (error) {
    db.close();
    if (error instanceof CannotOpen) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_READONLY')) return null;
    if (code.startsWith('SQLITE_CORRUPT') || (code === 'SQLITE_NOTADB' && key === null)) return damaged(error);
    throw new CannotOpen(wordsFor(code, error));
  }
}

/** The first pages themselves do not hold: every question ends in that, and the check reports it. */
function damaged(error: unknown): OpenedCase {
  return {
    all: () => {
      throw error;
    },
    close: () => undefined,
  };
}

/**
 * After a crash the unfinished change lies in the journal and must be taken back before anything is read. The file itself
 * is never written to: a copy of both is, and goes away again.
 */
function probedCopy(path: string, key: string | null): OpenedCase {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-verify-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, 'case.evenhand');
    copyFileSync(path, copy);
    copyFileSync(`${path}-journal`, `${copy}-journal`);
    const writer = new Database(copy);
    if (key !== null) {
      writer.pragma("cipher = 'aegis'");
      writer.pragma(`key = "raw:${key}"`);
    }
    writer.pragma('user_version', { simple: true });
    writer.close();
    const opened = probed(copy, key);
    if (opened === null) throw new CannotOpen('The unfinished change beside this file could not be taken back.');
    return {
      all: (sql, ...values) => opened.all(sql, ...values),
      close: () => {
        opened.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

function wordsFor(code: string, error: unknown): string {
  if (code === 'SQLITE_NOTADB') return 'The passphrase does not open this file, or it is not a case file.';
  if (code.startsWith('SQLITE_BUSY')) return 'The case is open already. Close it first.';
  return error instanceof Error ? error.message : String(error);
}
