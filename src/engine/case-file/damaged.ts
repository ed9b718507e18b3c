import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { raise } from '../../contract/errors.ts';
import type { Row } from './connection.ts';
import { deriveKey, fromRecoveryKey, keyed, SALT_BYTES } from './key.ts';
import { firstBytes, isPlainCase } from './open.ts';

export interface DamagedTable {
  readonly name: string;
  /** Whether its rows have numbers of their own, by which damaged pages can be gone around. */
  readonly numbered: boolean;
}

/** A copy of a damaged case file: each read may throw, and nothing is ever written into it. */
export interface DamagedFile {
  readonly tables: readonly DamagedTable[];
  /** Columns as SQL names them; `rowid` comes with every row of a numbered table. */
  rowsFrom(table: string, columns: string, rowid: number, limit: number): readonly Row[];
  /** The first column of a question's rows. */
  column(sql: string): readonly unknown[];
  /** Rows of a table without numbers, from its beginning or from its end. */
  walk(table: string, backwards: boolean): IterableIterator<Row>;
  close(): void;
}

/** Opens it as it is: no migration, no settings that write. @throws case-needs-passphrase, case-wrong-key, not-a-case */
export async function openDamagedFile(path: string, words: string | null): Promise<DamagedFile> {
  const head = firstBytes(path);
  const salt = head.subarray(0, SALT_BYTES);
  let key: Uint8Array | null = null;
  if (!isPlainCase(head)) {
    if (words === null) raise('case-needs-passphrase');
    key = fromRecoveryKey(words) ?? (await deriveKey(words, salt));
  }
  const database = new Database(path, { timeout: 200 });
  try {
    if (key !== null) {
      database.pragma(`cipher = 'aegis'`);
      database.pragma(`key = "${keyed(key, salt)}"`);
    }
    return fileOf(database, tablesOf(database, existsSync(`${path}-journal`)));
  } catch (error) {
    database.close();
    throw error;
  }
}

/** @throws case-wrong-key where not even the first page can be read by this key */
function tablesOf(database: Database.Database, unfinished: boolean): readonly DamagedTable[] {
  try {
    // Reading takes an unfinished change back, in the copy.
    if (unfinished) database.pragma('user_version');
    return database
      .prepare(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
      )
      .all()
      .map((row) => {
        const name = String(Reflect.get(row as object, 'name'));
        return { name, numbered: !/WITHOUT ROWID/i.test(String(Reflect.get(row as object, 'sql'))) };
      });
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'SQLITE_NOTADB') raise('case-wrong-key');
    return [];
  }
}

function fileOf(database: Database.Database, tables: readonly DamagedTable[]): DamagedFile {
  return {
    tables,
    rowsFrom: (table, columns, rowid, limit) =>
      database
        .prepare(
          `SELECT rowid AS rowid, ${columns} FROM "${table}" NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT ?`,
        )
        .all(rowid, limit) as Row[],
    column: (sql) => database.prepare(sql).pluck().all(),
    walk: (table, backwards) => {
      const keys = database
        .prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
        .all(table)
        .map((row) => `"${String(Reflect.get(row as object, 'name'))}"${backwards ? ' DESC' : ''}`);
      return database
        .prepare(`SELECT * FROM "${table}" ORDER BY ${keys.join(', ')}`)
        .iterate() as IterableIterator<Row>;
    },
    close: () => database.close(),
  };
}
