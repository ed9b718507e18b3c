import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CaseFile, createCaseFile, openCaseFile } from '../../src/engine/case-file/open.ts';
import { ensureActor, inLedger, namedIdentity } from '../../src/engine/custody/index.ts';
import { resourcesDir } from './desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-storage-'));
const options = {
  path: join(folder, 'case.evenhand'),
  passphrase: null,
  resourcesDir,
  now: '2026-03-10T10:00:00.000-04:00',
  by: 'Dana Ruiz, Investigator',
  log: () => undefined,
};
const actor = namedIdentity(folder, 'Dana Ruiz', 'Investigator');
const entry = { did: 'test', about: 'A test', at: options.now, by: actor, reversible: true, reverses: null };
let file: CaseFile;

beforeAll(async () => {
  const made = await createCaseFile(options, (connection) => {
    inLedger(connection, 'case-1', entry, (db) => ensureActor(db, actor, options.now));
  });
  made.close();
  // The second open is the one that matters: SQLite forgets most of its settings when a file is closed.
  file = await openCaseFile(options);
  inLedger(file.connection, 'case-1', entry, (db, seq) => {
    const bytes = Buffer.from('words');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    db.run('INSERT INTO content (sha256, bytes, chunks) VALUES (?, 5, 1)', sha256);
    db.run("INSERT INTO content_chunk (sha256, ordinal, encoding, data) VALUES (?, 0, 'raw', ?)", sha256, bytes);
    db.run(
      `INSERT INTO evidence (id, number, role, path, name, sha256, bytes, received_at) VALUES ('e', 1, 'given', 'a', 'a', ?, 5, 'now')`,
      sha256,
    );
    db.run("INSERT INTO reading (id, evidence_id, state) VALUES ('r', 'e', 'complete')");
    db.run(
      `INSERT INTO item (id, evidence_id, reading_id, ordinal, seq, kind, ambiguous, people, text, body, digest)
       VALUES ('i', 'e', 'r', 0, ?, 'document', 0, '', 'words', '{}', 'd')`,
      seq,
    );
    db.run("INSERT INTO fact (id, words, at, by) VALUES ('f', 'w', 'now', 'me')");
    db.run(
      `INSERT INTO document (id, number, kind, title, issued_at, by, template_version, standard, pages, fingerprint, input_sha256, output_sha256)
       VALUES ('d', 1, 'k', 't', 'now', 'me', '1', 'both', 1, 'f', ?, ?)`,
      sha256,
      sha256,
    );
  });
});

afterAll(() => {
  file.close();
  expect(readdirSync(folder).filter((name) => name.startsWith('case'))).toEqual(['case.evenhand']);
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['locking_mode', 'exclusive'],
  ['journal_mode', 'truncate'],
  ['synchronous', 3],
  ['foreign_keys', 1],
  ['temp_store', 2],
  ['secure_delete', 1],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['user_version', 10],
  ['application_id', 0x45766e68],
])('the second open of a case has %s = %s', (name, value) => {
  expect(file.connection.pragma(name)).toBe(value);
});

test('the database driver is built as the case file needs it', () => {
  const database = new Database(':memory:');
  const compiled = database.prepare('PRAGMA compile_options').pluck().all().map(String);
  database.close();
  expect(compiled).toEqual(expect.arrayContaining(NEEDED));
  expect(compiled.filter((option) => option.startsWith('OMIT_'))).toEqual(OMITTED);
});

const schema = () =>
  file.connection.readable.all(
    `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'item_words_%'
       AND name NOT LIKE 'person_words_%' ORDER BY type, name`,
  );

test('every table is STRICT, but for the search index', () => {
  const loose = file.connection.readable
    .all("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
    .map((row) => row['name'])
    .filter((name) => name !== 'sqlite_schema');
  expect(loose).toEqual([]);
});

test('a migration that was released is never changed', () => {
  const released = readdirSync(join(resourcesDir, 'migrations')).sort();
  const hashes = released.map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(resourcesDir, 'migrations', name)))
      .digest('hex'),
  ]);
  expect(hashes).toEqual(FROZEN);
  const applied = file.connection.readable.all('SELECT name, sha256 FROM migration ORDER BY number');
  expect(applied.map((row) => [row['name'], row['sha256']])).toEqual(hashes);
});

test('the migrations make exactly the schema that stands in the golden file', async () => {
  const dump = schema().map((row) => `${String(row['sql'])};`);
  await expect(`${dump.join('\n\n')}\n`).toMatchFileSnapshot('golden/schema.sql');
});

const everyTable = () =>
  schema()
    .filter((row) => row['type'] === 'table')
    .map((row) => String(row['name']));
const derived = new Set([
  'suggestion',
  'screen_flag',
  'item_words',
  'person_words',
  'item_time',
  'item_reworded',
  'picture_print',
  'item_alike',
  'alike_upto',
  'migration',
]);

test('nothing can be deleted, not even by raw SQL on the engine’s own connection', () => {
  const kept = everyTable().filter((name) => !derived.has(name));
  expect(kept.length).toBeGreaterThan(20);
  for (const name of kept) {
    const rows = Number(file.connection.readable.get(`SELECT count(*) AS n FROM "${name}"`)?.['n']);
    if (rows === 0) continue;
    expect(() => file.connection.exec(`DELETE FROM "${name}"`), name).toThrow(
      /nothing is deleted|append-only|never change/,
    );
    expect(Number(file.connection.readable.get(`SELECT count(*) AS n FROM "${name}"`)?.['n'])).toBe(rows);
  }
});

test.each([
  ['ledger', 'UPDATE ledger SET did = did'],
  ['ledger_change', "UPDATE ledger_change SET after = '{}'"],
  ['checkpoint', "UPDATE checkpoint SET signature = ''"],
  ['content', 'UPDATE content SET bytes = 1'],
  ['content_chunk', "UPDATE content_chunk SET data = x'00'"],
  ['item', "UPDATE item SET text = 'other'"],
  ['evidence', "UPDATE evidence SET sha256 = 'x'"],
  ['evidence', "UPDATE evidence SET received_at = 'earlier'"],
  ['evidence', "UPDATE evidence SET name = 'other'"],
  ['document', "UPDATE document SET output_sha256 = 'x'"],
  ['document', "UPDATE document SET fingerprint = 'x'"],
])('%s stays as it was written: %s is refused', (_, sql) => {
  expect(() => file.connection.exec(sql)).toThrow(/never change|append-only/);
});

test('a change outside a line of the evidence record is refused', () => {
  expect(() => file.connection.exec("UPDATE fact SET words = 'other' WHERE id = 'f'")).toThrow(/NOT NULL/);
  expect(() => file.connection.exec("INSERT INTO fact (id, words, at, by) VALUES ('g', 'w', 'now', 'me')")).toThrow(
    /NOT NULL/,
  );
});

test('what only reads cannot write', () => {
  const { readable } = file.connection;
  expect(() => readable.all("INSERT INTO fact (id, words, at, by) VALUES ('h', 'w', 'n', 'm') RETURNING id")).toThrow(
    /may not write/,
  );
  expect(() => readable.all("UPDATE fact SET words = 'x'")).toThrow(/must return rows/);
});

test('work that fails leaves neither a change nor a line', () => {
  const count = () => file.connection.readable.get('SELECT count(*) AS n FROM ledger')?.['n'];
  const before = count();
  expect(() =>
    inLedger(file.connection, 'case-1', entry, (db) => {
      db.run("INSERT INTO fact (id, words, at, by) VALUES ('z', 'w', 'now', 'me')");
      throw new Error('on purpose');
    }),
  ).toThrow('on purpose');
  expect(count()).toBe(before);
  expect(file.connection.readable.get("SELECT 1 FROM fact WHERE id = 'z'")).toBeNull();
});

test('work that changes nothing leaves no line', () => {
  const count = () => file.connection.readable.get('SELECT count(*) AS n FROM ledger')?.['n'];
  const before = count();
  inLedger(file.connection, 'case-1', entry, (db) => db.run("UPDATE fact SET words = words WHERE id = 'f'"));
  expect(count()).toBe(before);
});

/** Hashes of released migrations. A new one is added here; an old one never changes. */
const FROZEN = [
  ['0001-case.sql', '8478a63da97c190cf244a30bc60fe0d7ab059c4a1c020c01fcb9493ff9410c36'],
  ['0002-intake.sql', '7436457b577149fc3238040b40d1b93bb2094e15b3f936ac8c2d30a44d49f984'],
  ['0003-inquiry.sql', '902c87975ea4636ee4760baa75f84dc8d3d233205875296533783dd84959be6d'],
  ['0004-agreement.sql', '1e3cc8b30b9590c24ae60ae4f099975e1f92b22ce43e91c2564b4303b34f7f44'],
  ['0005-documents.sql', '624644cbfd0a9cf68b576feea128acc2f0445c9180c1ee7fdff1c426c5daae02'],
  ['0006-custody.sql', '2446d7890bd2d86ab84be782e6b965c95f34696aa7fa2d8e9743b947612e11fc'],
  ['0007-reasoning.sql', '5abdb1bee11dbbc9547ed7dd14d66f8c7fb6bc2c58d17da838bd0704493c66f6'],
  ['0008-redaction.sql', '39de8adb286bbc8e58e5b69a5a83061ca81f859ef5c861cac95b44ade96930ba'],
  ['0009-search.sql', '47f565737c19c5f67c09f31b4961c4eceec8b48f32d5f06f69fc5ffb03a8167f'],
  ['0010-locks.sql', '37dce20614c36825601d0cb1d74af9fbe307e2fcc92c088076b983db548e8210'],
];

/** What the case file rests on; how its driver was built decides it, and a newer driver may decide otherwise. */
const NEEDED = [
  'DEFAULT_FOREIGN_KEYS',
  'DEFAULT_MMAP_SIZE=0',
  'DEFAULT_PAGE_SIZE=4096',
  'DEFAULT_RECURSIVE_TRIGGERS',
  'DEFAULT_WAL_SYNCHRONOUS=1',
  'DQS=0',
  'ENABLE_FTS5',
  'LIKE_DOESNT_MATCH_BLOBS',
  'MAX_LENGTH=1000000000',
  'TEMP_STORE=1',
  'THREADSAFE=2',
];
const OMITTED = ['OMIT_DEPRECATED', 'OMIT_PROGRESS_CALLBACK', 'OMIT_SHARED_CACHE', 'OMIT_TCL_VARIABLE'];
