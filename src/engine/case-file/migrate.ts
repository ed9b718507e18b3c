import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { raise } from '../../contract/errors.ts';
import type { Connection } from './connection.ts';
import { keepFolder } from './keep-folder.ts';

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** The numbered migrations of this version, in order. */
export function readMigrations(resourcesDir: string): readonly Migration[] {
  const folder = join(resourcesDir, 'migrations');
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => ({ number: Number(name.slice(0, 4)), name, sql: readFileSync(join(folder, name), 'utf8') }));
}

/**
 * Brings a case file to this version's format. An older file is copied first (`NAME.evenhand.format-N.backup`), and nothing
 * is migrated before that copy was opened and looked through; each migration is one transaction; a newer file is refused and
 * left alone.
 * @param problemOf why a file is no whole copy of the open case, null where it is one
 * @throws case-newer, upgrade-without-backup
 */
export function migrate(
  connection: Connection,
  place: { readonly resourcesDir: string; readonly path: string; readonly now: string },
  problemOf: (copy: string) => string | null,
): void {
  const migrations = readMigrations(place.resourcesDir);
  const known = migrations.at(-1)?.number ?? 0;
  const found = Number(connection.pragma('user_version'));
  if (found > known) raise('case-newer', { found: String(found), known: String(known) });
  const pending = migrations.filter(({ number }) => number > found);
  if (pending.length === 0) return;
  if (found > 0) backUp(connection, `${place.path}.format-${found}`, problemOf);
  for (const migration of pending) apply(connection, migration, place.now);
}

/** A copy that an earlier try left is taken if it is whole and up to date; another one is left where it is. */
function backUp(connection: Connection, stem: string, problemOf: (copy: string) => string | null): void {
  for (let copy = 1; ; copy += 1) {
    const target = copy === 1 ? `${stem}.backup` : `${stem}-${copy}.backup`;
    if (existsSync(target)) {
      if (problemOf(target) === null) return;
      continue;
    }
    const part = `${target}.part`;
    rmSync(part, { force: true });
    // VACUUM INTO keeps cipher and key; the backup API refuses an encrypted source.
    connection.exec(`VACUUM INTO '${part.replaceAll("'", "''")}'`);
    const problem = problemOf(part);
    if (problem !== null) {
      rmSync(part, { force: true });
      raise('upgrade-without-backup', { why: problem });
    }
    renameSync(part, target);
    keepFolder(target);
    return;
  }
}

function apply(connection: Connection, migration: Migration, now: string): void {
  connection.exec('BEGIN EXCLUSIVE');
  try {
    connection.exec(`CREATE TABLE IF NOT EXISTS migration (
      number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT`);
    connection.exec(migration.sql);
    const sha256 = createHash('sha256').update(migration.sql).digest('hex');
    connection.exec(
      `INSERT INTO migration VALUES (${migration.number}, '${migration.name}', '${sha256}', '${now.replaceAll("'", '')}')`,
    );
    connection.exec(`PRAGMA user_version = ${migration.number}`);
    const broken = connection.readable.all('SELECT "table" FROM pragma_foreign_key_check LIMIT 1');
    if (broken.length > 0) throw new Error('broken belief: a migration keeps every reference');
    connection.exec('COMMIT');
  } catch (error) {
    connection.exec('ROLLBACK');
    throw error;
  }
}
