import { argon2Sync } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Cell, Row, SqlReader } from './reader.ts';

/** Why a case file could not be opened, in words; nothing was changed. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

export interface OpenedCase extends SqlReader {
  close(): void;
}

/**
 * Opens a case file for reading, by the written description of its format alone (docs/case-file.md): the first 16 bytes
 * are SQLite's own or the salt of Argon2id (256 MiB, 3 passes, 1 lane), the cipher is AEGIS.
 * @throws CannotOpen
 */
export function openCase(path: string, passphrase: string | null): OpenedCase {
  if (!existsSync(path)) throw new CannotOpen(`There is no file at ${path}.`);
  const head = firstBytes(path);
  const plain = head.toString('latin1') === 'SQLite format 3\0';
  if (!plain && passphrase === null) throw new CannotOpen('This case file is encrypted. Give its passphrase.');
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 200 });
  try {
    if (!plain && passphrase !== null) {
      db.pragma("cipher = 'aegis'");
      db.pragma(`key = "raw:${keyOf(passphrase, head).toString('hex')}${head.toString('hex')}"`);
    }
    db.prepare('SELECT count(*) FROM ledger').get();
  } catch (error) {
    db.close();
    throw new CannotOpen(wordsFor(error));
  }
  return {
    all: (sql: string, ...values: readonly Cell[]) => db.prepare(sql).all(...values) as Row[],
    close: () => db.close(),
  };
}

function wordsFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB') return 'The passphrase does not open this file, or it is not a case file.';
  if (code.startsWith('SQLITE_BUSY')) return 'The case is open already. Close it first.';
  if (code === 'SQLITE_ERROR') return 'This file is not an Evenhand case file.';
  return error instanceof Error ? error.message : String(error);
}

function firstBytes(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(16);
    return head.subarray(0, readSync(file, head, 0, 16, 0));
  } finally {
    closeSync(file);
  }
}

function keyOf(passphrase: string, salt: Buffer): Buffer {
  return argon2Sync('argon2id', {
    message: passphrase.normalize('NFC'),
    nonce: salt,
    memory: 262_144,
    passes: 3,
    parallelism: 1,
    tagLength: 32,
  });
}
