import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { raise } from '../../contract/errors.ts';
import type { Connection } from './connection.ts';

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
 * Brings a case file to this version's format. An older file is copied first (`NAME.evenhand.format-N.backup`); each
 * migration is one transaction; a newer file is refused and left alone.
 * @throws case-newer
 */
export function migrate(connection: Connection, resourcesDir: string, path: string, now: string): void {
  const migrations = readMigrations(resourcesDir);
  const known = migrations.at(-1)?.number ?? 0;
  const found = Number(connection.pragma('user_version'));
  if (found > known) raise('case-newer', { found: String(found), known: String(known) });
  const pending = migrations.filter(({ number }) => number > found);
  if (pending.length === 0) return;
  if (found > 0) backUp(connection, `${path}.format-${found}.backup`);
  for (const migration of pending) apply(connection, migration, now);
}

function backUp(connection: Connection, target: string): void {
  // VACUUM INTO keeps cipher and key; the backup API refuses an encrypted source.
  if (!existsSync(target)) connection.exec(`VACUUM INTO '${target.replaceAll("'", "''")}'`);
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
