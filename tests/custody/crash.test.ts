import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileOutcome } from '../../src/contract/evidence.ts';
import { Terminal } from '../cli/evenhand.ts';
import { Desk, resourcesDir, root } from '../engine/desk.ts';
import { makeEvidenceCase } from './evidence-case.ts';
import { makeInbox } from './inbox.ts';
import { RawCase, verify } from './raw-case.ts';

const terminal = new Terminal();
let whole: Kept;
let inTheMiddle = 0;

interface Kept {
  /** Digest and source of every item. */
  readonly items: readonly string[];
  /** What was received first, duplicates left out: path and hash. */
  readonly sources: readonly string[];
  readonly open: number;
}

/** What a case holds, looked at in a copy, since looking must not finish what a crash left open. */
function kept(name: string): Kept {
  const copy = terminal.at('look.evenhand');
  copyFileSync(terminal.at(name), copy);
  if (existsSync(`${terminal.at(name)}-journal`)) copyFileSync(`${terminal.at(name)}-journal`, `${copy}-journal`);
  const raw = new RawCase(copy);
  const items = raw.all('SELECT i.digest, e.sha256 FROM item i JOIN evidence e ON e.id = i.evidence_id');
  const sources = raw.all('SELECT path, sha256 FROM evidence WHERE duplicate_of IS NULL');
  const open = raw.number("SELECT count(*) FROM reading WHERE state <> 'complete'");
  raw.db.close();
  return {
    items: items.map((row) => `${String(row['digest'])} ${String(row['sha256'])}`).sort(),
    sources: sources.map((row) => String(row['sha256'])).sort(),
    open,
  };
}

const acknowledged = (stdout: string): FileOutcome[] =>
  stdout
    .split('\n')
    // A line that was cut off by the kill was not acknowledged.
    .slice(0, -1)
    .map((line) => JSON.parse(line) as FileOutcome);

beforeAll(async () => {
  await makeInbox((name, content) => terminal.write(name, content));
  await terminal.newCase('whole.evenhand');
  const { code, stdout } = await terminal.run(['import', 'whole.evenhand', 'inbox', '--json']);
  expect(code).toBe(1);
  whole = kept('whole.evenhand');
  expect(whole.items.length).toBeGreaterThan(1900);
  expect(acknowledged(stdout).length).toBe(72);
}, 120_000);
afterAll(() => terminal.end());

interface Moment {
  /** Lines that must have been told first: how fast a machine is decides nothing. */
  readonly lines: number;
  readonly thenMs: number;
}

/** Imports and is killed at a moment. @returns what was told before */
async function importKilled(name: string, { lines, thenMs }: Moment): Promise<FileOutcome[]> {
  const child = terminal.start('import', name, 'inbox', '--json');
  let told = '';
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on('data', (piece) => {
    told += String(piece);
    if (told.split('\n').length > lines) timer ??= setTimeout(() => child.kill('SIGKILL'), thenMs);
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  clearTimeout(timer);
  if (signal === 'SIGKILL') inTheMiddle += 1;
  return acknowledged(told);
}

test.each([1, 2, 3])(
  'an import killed at four moments loses nothing that it told, and ends as if it never was (%i)',
  async (round) => {
    const name = `killed-${round}.evenhand`;
    await terminal.newCase(name);
    for (let kill = 0; kill < 4; kill++) {
      // Further on each time, and at no even pace within the work on one file.
      const moment = { lines: 1 + kill * 14 + Math.floor(Math.random() * 10), thenMs: Math.random() * 30 };
      const told = await importKilled(name, moment);
      const report = verify(terminal.at(name));
      expect(report.firstProblem, `killed after ${JSON.stringify(moment)}`).toBeNull();
      const raw = lookAt(name);
      for (const outcome of told) {
        const { sha256, path } = outcome;
        if (!outcome.kept || sha256 === null) continue;
        const found = raw.all(
          "SELECT r.outcome FROM evidence e JOIN reading r ON r.evidence_id = e.id WHERE e.sha256 = ? AND e.path = ? AND r.state = 'complete'",
          sha256,
          path,
        );
        expect(
          found.map((row): unknown => JSON.parse(String(row['outcome']))),
          path,
        ).toContainEqual(outcome);
      }
      raw.db.close();
    }
    const { code, stdout, stderr } = await terminal.run(['import', name, 'inbox', '--json']);
    expect(code, stderr).toBeLessThan(2);
    const end = kept(name);
    expect(end.open).toBe(0);
    expect(end.items).toEqual(whole.items);
    expect(end.sources).toEqual(whole.sources);
    // Every file that was given has its line, once.
    const paths = acknowledged(stdout).map(({ path }) => path);
    const given = paths.filter((path) => !path.includes('!/'));
    expect(new Set(given).size).toBe(given.length);
    expect(given.length).toBe(56);
    expect(verify(terminal.at(name)).ok).toBe(true);
  },
  120_000,
);

function lookAt(name: string): RawCase {
  const copy = terminal.at('look.evenhand');
  copyFileSync(terminal.at(name), copy);
  if (existsSync(`${terminal.at(name)}-journal`)) copyFileSync(`${terminal.at(name)}-journal`, `${copy}-journal`);
  return new RawCase(copy);
}

test('most of those kills came before the import had ended', () => {
  expect(inTheMiddle).toBeGreaterThan(5);
});

test('a kill in the middle of a change leaves the case as it was before, and verifying says so without touching it', async () => {
  await terminal.newCase('torn.evenhand');
  const fingerprint = verify(terminal.at('torn.evenhand')).fingerprint;
  const script = `import { openCaseFile } from ${JSON.stringify(join(root, 'src/engine/case-file/index.ts'))};
    const path = ${JSON.stringify(terminal.at('torn.evenhand'))};
    const file = await openCaseFile({ path, passphrase: null, resourcesDir: ${JSON.stringify(resourcesDir)}, now: '', by: 'Test, tester', log: () => {} });
    // A small cache writes pages into the file long before the commit.
    file.connection.pragma('cache_size = 5');
    file.connection.exec("BEGIN IMMEDIATE; INSERT INTO content VALUES ('x', 5000000, 5)");
    for (let n = 0; n < 5; n++) file.connection.exec("INSERT INTO content_chunk VALUES ('x', " + n + ", 'raw', randomblob(1000000))");
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
  await once(child, 'close');
  const torn = () => [readFileSync(terminal.at('torn.evenhand')), readFileSync(terminal.at('torn.evenhand-journal'))];
  const before = torn();
  // Pages of the unfinished change are in the file, and what they replaced is in the journal.
  expect(before[0]?.length).toBeGreaterThan(3_000_000);
  expect(before[1]?.length).toBeGreaterThan(4096);
  expect(verify(terminal.at('torn.evenhand'), fingerprint)).toMatchObject({ ok: true, fingerprint });
  expect(torn()).toEqual(before);
  const { code } = await terminal.run(['call', 'torn.evenhand', 'case.state'], '{}');
  expect(code).toBe(0);
  expect(existsSync(terminal.at('torn.evenhand-journal'))).toBe(false);
  expect(verify(terminal.at('torn.evenhand'), fingerprint)).toMatchObject({ ok: true, fingerprint });
});

test('a kill while a document is issued leaves it issued or not, never half', async () => {
  const desk = new Desk();
  await makeEvidenceCase(desk);
  await desk.ask('case.close', {});
  const words = ['document', 'frozen.evenhand', 'disciplinary-referral', '--freeze', '--json', '--out', 'referral.pdf'];
  const issued = () => {
    const raw = lookAt('frozen.evenhand');
    const n = raw.number('SELECT count(*) FROM document');
    raw.db.close();
    return n;
  };
  copyFileSync(desk.path, terminal.at('frozen.evenhand'));
  await desk.end();
  const start = performance.now();
  expect((await terminal.run(words)).code).toBe(0);
  const took = performance.now() - start;
  let before = issued();
  expect(before).toBe(2);
  for (const part of [0.35, 0.6, 0.75, 0.9]) {
    const child = terminal.start(...words);
    let told = '';
    child.stdout.on('data', (piece) => {
      told += String(piece);
    });
    setTimeout(() => child.kill('SIGKILL'), took * part);
    await once(child, 'close');
    expect(verify(terminal.at('frozen.evenhand')).firstProblem).toBeNull();
    const now = issued();
    expect(now - before === 0 || now - before === 1).toBe(true);
    if (told !== '') expect(now).toBe(before + 1);
    before = now;
  }
  expect((await terminal.run(words)).code).toBe(0);
  expect(issued()).toBe(before + 1);
}, 60_000);

test.skipIf(process.platform === 'win32')(
  'a disk that is full ends the import in words, keeps what was acknowledged, and takes the rest later',
  async () => {
    await terminal.newCase('full.evenhand');
    terminal.write('small.txt', 'Small words.');
    // Every byte differs from its neighbours, so that nothing is gained by deflating it.
    terminal.write('noise.bin', randomBytes(6_000_000));
    const limited = spawnSync(
      'bash',
      [
        '-c',
        'ulimit -f 3000; exec "$@"',
        'bash',
        process.execPath,
        join(root, 'src/cli/index.ts'),
        'import',
        'full.evenhand',
        'small.txt',
        'noise.bin',
        '--json',
      ],
      {
        encoding: 'utf8',
        env: { ...process.env, INIT_CWD: terminal.folder, EVENHAND_PROFILE: terminal.at('profile') },
      },
    );
    expect(limited.status).toBe(1);
    expect(limited.stderr).toContain(
      'The disk is full or cannot be written to. Everything acknowledged before is still in the case file',
    );
    expect(verify(terminal.at('full.evenhand')).ok).toBe(true);
    const again = await terminal.run(['import', 'full.evenhand', 'small.txt', 'noise.bin', '--json']);
    expect(again.lines).toMatchObject(
      [
        { path: 'small.txt', outcome: 'imported' },
        { path: 'noise.bin', outcome: 'rejected', kept: true },
      ].sort((a, b) => order(again.lines, a.path) - order(again.lines, b.path)),
    );
    expect(kept('full.evenhand').sources).toHaveLength(2);
  },
  60_000,
);

function order(lines: readonly unknown[], path: string): number {
  return lines.findIndex((line) => JSON.stringify(line).includes(`"path":"${path}"`));
}
