import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CaseFile, createCaseFile, openCaseFile } from '../../src/engine/case-file/open.ts';
import { currentFingerprint, ensureActor, inLedger, namedIdentity } from '../../src/engine/custody/index.ts';
import { openCase, verifyCase } from '../../src/verifier/index.ts';
import { resourcesDir } from './desk.ts';

let folder = '';
let file: CaseFile;
const now = '2026-03-10T10:00:00.000-04:00';
const recoveryKeys = new Map<string, string | null>();

/** Resources of the version that knew the first form alone. */
function firstResources(): string {
  const first = join(folder, 'first');
  cpSync(join(resourcesDir, 'migrations', '0001-case.sql'), join(first, 'migrations', '0001-case.sql'));
  return first;
}

/** Resources of a version that knows further migrations. */
function resourcesWith(migrations: Readonly<Record<string, string>>): string {
  const later = join(folder, 'resources');
  cpSync(join(resourcesDir, 'migrations'), join(later, 'migrations'), { recursive: true });
  for (const [name, sql] of Object.entries(migrations)) writeFileSync(join(later, 'migrations', name), sql);
  return later;
}

const options = (resources: string, passphrase: string | null) => ({
  path: join(folder, 'case.evenhand'),
  passphrase,
  resourcesDir: resources,
  now,
  by: 'Dana Ruiz, Investigator',
  log: () => undefined,
});
const entry = () => {
  const by = namedIdentity(folder, 'Dana Ruiz', 'Investigator');
  return { did: 'test', about: 'A test', at: now, by, reversible: true, reverses: null };
};

async function make(passphrase: string | null, resources = resourcesDir): Promise<void> {
  const made = await createCaseFile(options(resources, passphrase), (connection) => {
    const first = entry();
    inLedger(connection, 'case-1', first, (db) => {
      ensureActor(db, first.by, now);
      db.run("INSERT INTO fact (id, words, at, by) VALUES ('f', 'words', 'now', 'me')");
    });
  });
  recoveryKeys.set(folder, made.recoveryKey);
  made.close();
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenhand-migrations-'));
});
afterEach(() => {
  file?.close();
  rmSync(folder, { recursive: true, force: true });
});

const verified = () => {
  const { readable } = file.connection;
  return verifyCase({ all: (sql, ...values) => readable.all(sql, ...values) }, null);
};
const forms = readdirSync(join(resourcesDir, 'migrations')).length;
const next = String(forms + 1).padStart(4, '0');
const LATER = { [`${next}-facts-have-sources.sql`]: 'ALTER TABLE fact ADD COLUMN source TEXT;' };

test('a case of the very first form is copied, brought through every form to today’s, and its record holds', async () => {
  await make(null, firstResources());
  file = await openCaseFile(options(resourcesDir, null));
  expect(file.connection.pragma('user_version')).toBe(forms);
  expect(verified()).toMatchObject({ ok: true, firstProblem: null });
  expect(existsSync(join(folder, 'case.evenhand.format-1.backup'))).toBe(true);
  expect(file.connection.readable.get("SELECT words FROM fact WHERE id = 'f'")).toEqual({ words: 'words' });
});

describe.each([
  ['not encrypted', null],
  ['encrypted', 'four unrelated garden words'],
])('a case of an older format that is %s', (_, passphrase) => {
  test('is copied, then brought up to date, and its record holds as before', async () => {
    await make(passphrase);
    const before = readFileSync(join(folder, 'case.evenhand'));
    file = await openCaseFile(options(resourcesWith(LATER), passphrase));
    expect(file.connection.pragma('user_version')).toBe(forms + 1);
    expect(verified()).toMatchObject({ ok: true, firstProblem: null });

    const backup = join(folder, `case.evenhand.format-${forms}.backup`);
    expect(before.length).toBeGreaterThan(0);
    const older = openCase(backup, recoveryKeys.get(folder) ?? null);
    expect(verifyCase(older, currentFingerprint(file.connection.readable)).ok).toBe(true);
    older.close();

    // Rows from before the migration change and reverse like any other.
    inLedger(file.connection, 'case-1', entry(), (db) => db.run("UPDATE fact SET source = 'a letter' WHERE id = 'f'"));
    inLedger(file.connection, 'case-1', entry(), (db) =>
      db.run("INSERT INTO fact (id, words, at, by, source) VALUES ('g', 'more', 'now', 'me', 'a call')"),
    );
    expect(verified()).toMatchObject({ ok: true, firstProblem: null });
  }, 30_000);
});

test('a migration that fails leaves the case as it was, and the older version opens it still', async () => {
  await make(null);
  const before = readFileSync(join(folder, 'case.evenhand'));
  const broken = {
    [`${next}-broken.sql`]: 'ALTER TABLE fact ADD COLUMN source TEXT; ALTER TABLE nowhere ADD COLUMN x TEXT;',
  };
  await expect(openCaseFile(options(resourcesWith(broken), null))).rejects.toThrow(/nowhere/);
  file = await openCaseFile(options(resourcesDir, null));
  expect(file.connection.pragma('user_version')).toBe(forms);
  expect(verified().ok).toBe(true);
  file.close();
  expect(readFileSync(join(folder, 'case.evenhand')).length).toBe(before.length);
  file = await openCaseFile(options(resourcesDir, null));
});

test('the shipped version needs no migration on a case of its own and makes no copy', async () => {
  await make(null);
  file = await openCaseFile(options(resourcesDir, null));
  expect(readdirSync(folder).filter((name) => name.endsWith('.backup'))).toEqual([]);
  expect(existsSync(join(folder, 'case.evenhand'))).toBe(true);
});

test('what an earlier try left of the copy is no backup: a whole one is made beside it before anything is changed', async () => {
  await make(null, firstResources());
  const broken = join(folder, 'case.evenhand.format-1.backup');
  writeFileSync(broken, 'cut off by a crash');
  file = await openCaseFile(options(resourcesDir, null));
  expect(readFileSync(broken, 'utf8')).toBe('cut off by a crash');
  const older = openCase(join(folder, 'case.evenhand.format-1-2.backup'), null);
  expect(verifyCase(older, currentFingerprint(file.connection.readable)).ok).toBe(true);
  older.close();
});

test.skipIf(process.platform === 'win32')('without room for the copy nothing is brought up to date', async () => {
  await make(null, firstResources());
  const before = readFileSync(join(folder, 'case.evenhand'));
  // A folder of that name stands in the way of the copy, as a full disk would.
  mkdirSync(join(folder, 'case.evenhand.format-1.backup.part', 'in the way'), { recursive: true });
  await expect(openCaseFile(options(resourcesDir, null))).rejects.toThrow();
  expect(readFileSync(join(folder, 'case.evenhand')).equals(before)).toBe(true);
  rmSync(join(folder, 'case.evenhand.format-1.backup.part'), { recursive: true });
  file = await openCaseFile(options(resourcesDir, null));
  expect(verified().ok).toBe(true);
});
