import { createHash, randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SalvageReport } from '../../src/contract/salvage.ts';
import { fromRecoveryKey, keyed } from '../../src/engine/case-file/key.ts';
import { Desk } from '../engine/desk.ts';

const passphrase = 'four unrelated garden words';
const PAGE = 4096;
const desk = new Desk();
let whole = Buffer.alloc(0);
let key = '';
let tries = 0;

beforeAll(async () => {
  await desk.ask('case.create', { path: desk.path, title: 'Wintergreen', passphrase, district: 'hollow-brook' });
  desk.write('given/picture.bin', randomBytes(300_000));
  desk.write('given/second.bin', randomBytes(120_000));
  for (let n = 0; n < 40; n++) desk.write(`given/note-${n}.txt`, `Juniper number ${n}. `.repeat(60));
  await desk.import('given');
  for (let n = 0; n < 300; n++)
    await desk.ask('fact.record', { itemId: null, words: `Fact ${n} ${'word '.repeat(40)}` });
  key = (await desk.ask('case.recovery-key', {})).key ?? '';
  await desk.ask('case.close', {});
  whole = readFileSync(desk.path);
}, 60_000);
afterAll(() => desk.end());

/** Saves what can be read of the case with these pages overwritten. */
async function salvaged(pages: readonly number[]) {
  tries += 1;
  const path = desk.write(`damaged-${tries}.evenhand`, whole);
  const file = openSync(path, 'r+');
  for (const page of pages) writeSync(file, randomBytes(PAGE), 0, PAGE, page * PAGE);
  closeSync(file);
  const damaged = readFileSync(path);
  const folder = desk.at(`saved-${tries}`);
  const reply = await desk.engine.call('case.salvage', { path, passphrase: key, folder });
  await desk.engine.idle();
  expect(readFileSync(path).equals(damaged), 'the damaged file is never written into').toBe(true);
  if (!reply.ok) return { error: reply.error, folder };
  const report = SalvageReport.parse(JSON.parse(readFileSync(`${folder}/what-was-saved.json`, 'utf8')));
  return { report, folder };
}

const facts = (folder: string) => readFileSync(`${folder}/records/fact.jsonl`, 'utf8').trimEnd().split('\n').length;

test('of a whole file everything is saved: originals byte for byte, every record, and no work is left behind', async () => {
  const { report, folder } = await salvaged([]);
  expect(report?.sources).toHaveLength(42);
  expect(report?.tables.every((table) => table.whole)).toBe(true);
  for (const { file, sha256 } of report?.sources ?? []) {
    const written = readFileSync(`${folder}/${file}`);
    expect(createHash('sha256').update(written).digest('hex')).toBe(sha256);
  }
  expect(facts(folder)).toBe(300);
  expect(readFileSync(`${folder}/records/ledger.jsonl`, 'utf8')).toContain('case.create');
  expect(readdirSync(folder).sort()).toEqual(['originals', 'records', 'what-was-saved.json', 'what-was-saved.txt']);
});

test('damage in the middle costs what lies there and nothing behind it, and the report says what is gone', async () => {
  const leaves = pagesOf('fact', 'leaf');
  const saved = await salvaged([leaves[Math.floor(leaves.length / 2)] ?? 0]);
  const table = saved.report?.tables.find(({ name }) => name === 'fact');
  expect(table?.whole).toBe(false);
  expect(facts(saved.folder)).toBeGreaterThan(270);
  expect(facts(saved.folder)).toBeLessThan(300);
  const words = readFileSync(`${saved.folder}/records/fact.jsonl`, 'utf8');
  expect(words).toContain('Fact 0 ');
  expect(words).toContain('Fact 299 ');
  expect(readFileSync(`${saved.folder}/what-was-saved.txt`, 'utf8')).toMatch(/ {2}fact: 2\d\d could be read/);
}, 120_000);

test('a received file of which one page is gone is listed as gone, never given out as if it were whole', async () => {
  const saved = await salvaged(pagesOf('content_chunk', 'overflow').slice(10, 11));
  const gone = saved.report?.sources.filter(({ file }) => file === null) ?? [];
  expect(gone).toHaveLength(1);
  const told = readFileSync(`${saved.folder}/what-was-saved.txt`, 'utf8');
  for (const { number, name } of gone) expect(told).toContain(`gone: E-${number} ${name}`);
}, 120_000);

/** The pages of one kind that hold a table's rows, in the order in which the table goes through them. */
function pagesOf(table: string, kind: 'leaf' | 'overflow'): readonly number[] {
  const database = new Database(desk.path, { readonly: true });
  database.pragma("cipher = 'aegis'");
  database.pragma(`key = "${keyed(fromRecoveryKey(key) ?? new Uint8Array(), whole.subarray(0, 16))}"`);
  const rows = database
    .prepare('SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ? ORDER BY path')
    .all(table, kind)
    .map((row) => Number(Reflect.get(row as object, 'pageno')) - 1);
  database.close();
  return rows;
}

test('wherever pages are damaged it ends, and what it gives out as whole has its hash', async () => {
  const pages = whole.length / PAGE;
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 0, max: pages - 1 }), { minLength: 1, maxLength: 12 }),
      async (damage) => {
        const { report, folder, error } = await salvaged(damage);
        if (error !== undefined) {
          expect(['nothing-to-salvage', 'case-wrong-key']).toContain(error.kind);
          return;
        }
        for (const { file, sha256 } of report?.sources ?? []) {
          if (file === null) continue;
          expect(
            createHash('sha256')
              .update(readFileSync(`${folder}/${file}`))
              .digest('hex'),
          ).toBe(sha256);
        }
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);

test('is refused in words: another key, a folder that holds something, a file whose beginning is gone', async () => {
  const order = { path: desk.path, passphrase: 'seven quiet lanterns by a pond', folder: desk.at('elsewhere') };
  expect((await desk.refused('case.salvage', order)).kind).toBe('case-wrong-key');
  expect(existsSync(desk.at('elsewhere', 'damaged-copy.part'))).toBe(false);
  const taken = await desk.refused('case.salvage', { ...order, folder: desk.at('given') });
  expect(taken.title).toContain('is not empty');
  expect((await salvaged([0])).error?.kind).toBe('case-wrong-key');
  expect(statSync(desk.path).size).toBe(whole.length);
}, 30_000);

test('what is out of sight in the case is not given out, whatever else is damaged, and the report says which it is', async () => {
  const other = new Desk();
  try {
    await other.newCase();
    other.write('given/quastwort.txt', 'Quastwort. '.repeat(400));
    other.write('given/plain.txt', 'Juniper. '.repeat(400));
    await other.import('given');
    const sources = await other.ask('evidence.list', {});
    const hidden = sources.find(({ name }) => name === 'quastwort.txt');
    await other.ask('protection.lock', { evidenceId: hidden?.id ?? '', because: 'unclothed-minor', note: null });
    await other.ask('case.close', {});
    const folder = other.at('saved');
    await other.ask('case.salvage', { path: other.path, passphrase: null, folder });
    await other.engine.idle();
    const report = SalvageReport.parse(JSON.parse(readFileSync(`${folder}/what-was-saved.json`, 'utf8')));
    expect(report.sources.map(({ closed, file }) => [closed, file !== null]).sort()).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(report.unnamed).toEqual([]);
    const told = readFileSync(`${folder}/what-was-saved.txt`, 'utf8');
    expect(told).toContain(`out of sight in the case, and so not written here: E-${hidden?.number}`);
    const written = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const { parentPath, name } of written) {
      expect(readFileSync(`${parentPath}/${name}`).includes('Quastwort. Quastwort.'), name).toBe(false);
    }
  } finally {
    await other.end();
  }
});
