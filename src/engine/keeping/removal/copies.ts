import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type CaseFile, integer, type ReadableDb, text } from '../../case-file/index.ts';
import type { Scope } from './scope.ts';

/** Enough of a file to hold the salt of an encrypted case, or the first pages of one that is not. */
const LOOKED_AT = 4 * 1024 * 1024;

/** Copies that this program cannot reach, each in words, to be removed by hand. */
export function otherCopies(db: ReadableDb, scope: Scope, file: CaseFile, caseId: string): readonly string[] {
  return [
    ...givenPaths(db, scope),
    ...handedOver(db, scope),
    ...scope.documents.map(({ number, title }) => `Every printed or sent copy of document ${number} (${title})`),
    ...copiesMade(db),
    ...caseCopies(file, caseId).map((name) => `The copy of this case beside it: ${name}`),
    'Backups of the computer, of synchronised folders and of telephones on which the file was',
  ];
}

/** Where the files lay when they were imported. */
function givenPaths(db: ReadableDb, { sources, containers }: Scope): readonly string[] {
  const ids = JSON.stringify([...sources, ...containers].map(({ id }) => id));
  return db
    .all(
      `SELECT DISTINCT path FROM evidence WHERE parent_id IS NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY number`,
      ids,
    )
    .map((row) => `The file that was imported: ${text(row, 'path')}`);
}

function handedOver(db: ReadableDb, { sources, containers }: Scope): readonly string[] {
  const ids = JSON.stringify([...sources, ...containers].map(({ id }) => id));
  return db
    .all(
      `SELECT DISTINCT r.number, r.from_whom FROM evidence e JOIN receipt r ON r.id = e.receipt_id
       WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY r.number`,
      ids,
    )
    .map((row) => `What ${text(row, 'from_whom')} still has of it (receipt sheet ${integer(row, 'number')})`);
}

/** Copies of the case that were made for others. */
function copiesMade(db: ReadableDb): readonly string[] {
  if (db.get("SELECT 1 AS there FROM sqlite_schema WHERE name = 'copy_made'") === null) return [];
  return db
    .all('SELECT number, audience, recipient, at FROM copy_made WHERE withdrawn = 0 ORDER BY number')
    .map((row) => {
      const whom = row['recipient'] === null ? text(row, 'audience') : text(row, 'recipient');
      return `Copy ${integer(row, 'number')} of the case, made on ${text(row, 'at').slice(0, 10)} for ${whom}`;
    });
}

/** Files beside the case that are copies of it: they begin with the same salt, or tell the same case id. */
function caseCopies({ path: casePath, salt }: CaseFile, caseId: string): readonly string[] {
  const folder = dirname(casePath);
  return readdirSync(folder)
    .filter((name) => name !== basename(casePath) && /\.evenhand\b/.test(name) && !isBackupOf(casePath, name))
    .filter((name) => {
      const head = headOf(join(folder, name));
      const encrypted = head.toString('latin1', 0, 15) !== 'SQLite format 3';
      return encrypted ? salt !== null && head.subarray(0, 16).equals(salt) : head.includes(caseId, 0, 'latin1');
    });
}

/** Copies that the program itself laid beside the case: before a change of format, or while one was being made. */
export function isBackupOf(casePath: string, name: string): boolean {
  const own = basename(casePath);
  return name.startsWith(`${own}.`) && /\.(backup|part)$/.test(name);
}

function headOf(path: string): Buffer {
  try {
    const file = openSync(path, 'r');
    try {
      const head = Buffer.alloc(LOOKED_AT);
      return head.subarray(0, readSync(file, head, 0, LOOKED_AT, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return Buffer.alloc(0);
  }
}
