import { fork } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileOutcome } from '../../src/contract/evidence.ts';
import type { JobState } from '../../src/contract/wire.ts';
import { createEngine, hostOnNode, startNodeWorker, workerEntry } from '../../src/engine/index.ts';
import { limits } from '../../src/engine/intake/limits.ts';
import { resourcesDir, root } from '../engine/desk.ts';
import { logOf } from './log-of.ts';
import { hostileArchives } from './made/archives.ts';
import { hostileDocuments } from './made/documents.ts';
import { type HostileCase, needle } from './made/hostile-case.ts';
import { hostileMails } from './made/mails.ts';
import { hostileOthers } from './made/others.ts';
import { hostilePages } from './made/pages.ts';

const watched = fileURLToPath(new URL('./watched-worker.ts', import.meta.url));
const log = logOf(process.pid);
/** Longest that the whole import may take; each file has its own limit far below it. */
const whole = 240_000;

const folder = mkdtempSync(join(tmpdir(), 'evenhand-hostile-'));
const given = join(folder, 'given');
const place = join(folder, 'place');
const started = Date.now();
const cases: HostileCase[] = [];
const outcomes: FileOutcome[] = [];
let end: JobState;
let found = '';

/** Every file below a folder. */
function filesBelow(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inner = join(path, entry.name);
    return entry.isDirectory() ? filesBelow(inner) : [inner];
  });
}

const holdsNeedle = (path: string): boolean => readFileSync(path).includes(needle);

/** Files that turned up in the folder for passing files since the suite began and hold words of the evidence. */
function strayFiles(): string[] {
  return readdirSync(tmpdir(), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(tmpdir(), entry.name))
    .filter((path) => path !== log && existsSync(path) && statSync(path).mtimeMs >= started && holdsNeedle(path));
}

beforeAll(async () => {
  rmSync(log, { force: true });
  mkdirSync(given, { recursive: true });
  mkdirSync(place);
  cases.push(
    ...(await hostileArchives()),
    ...hostileMails,
    ...hostilePages,
    ...hostileDocuments(),
    ...(await hostileOthers()),
  );
  for (const { name, content } of cases) writeFileSync(join(given, name), content);
  writeFileSync(join(given, 'zz-last.txt'), 'the last file of all, ordinary words');
  const host = hostOnNode(
    { resourcesDir, profileDir: join(place, 'profile'), version: '0.0.0-test' },
    (name) => startNodeWorker(name === 'read' ? watched : workerEntry(join(root, 'src', 'engine'), name, false)),
    () => undefined,
  );
  const engine = createEngine(host);
  const path = join(place, 'case.evenhand');
  const made = await engine.call('case.create', {
    path,
    title: 'Hostile',
    passphrase: 'a passphrase for this',
    district: null,
  });
  if (!made.ok) throw new Error(made.error.title);
  const order = { paths: [{ path: given, shown: 'given' }], receiptId: null, zone: null };
  end = await engine.importFiles(order, (outcome) => outcomes.push(outcome));
  found = JSON.stringify(await engine.call('item.search', { words: 'ordinary', limit: 10 }));
  await engine.close();
}, whole);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(log, { force: true });
});

const lineOf = (name: string): FileOutcome | undefined => outcomes.find(({ path }) => path === `given/${name}`);

describe('files made to do harm', () => {
  test('are more than eighty, of every kind, each with a name of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(80);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  test('end the import with one outcome for each and none twice', () => {
    expect([end.state, end.result]).toEqual(['done', expect.any(String)]);
    const tops = outcomes.map(({ path }) => path).filter((path) => !path.includes('!/'));
    expect(tops.toSorted()).toEqual([...cases.map(({ name }) => `given/${name}`), 'given/zz-last.txt'].toSorted());
    expect(new Set(outcomes.map(({ path }) => path)).size).toBe(outcomes.length);
  });

  test('become what they should, and say why in words', () => {
    const wrong = cases.flatMap(({ name, outcome, says }) => {
      const line = lineOf(name);
      const words = [line?.error ?? '', ...(line?.warnings ?? [])].join(' | ');
      const right = line !== undefined && outcome.includes(line.outcome) && (says === undefined || says.test(words));
      return right ? [] : [`${name}: ${line?.outcome ?? 'nothing'}: ${words.slice(0, 200)}`];
    });
    expect(wrong).toEqual([]);
  });

  test('never crash a reading, and none goes on longer than its limit', () => {
    const crashed = outcomes.filter(({ error, warnings }) =>
      /defect|ended unexpectedly/.test([error, ...warnings].join(' ')),
    );
    expect(crashed.map(({ path, error }) => `${path}: ${error}`)).toEqual([]);
    for (const { path, ms } of outcomes) {
      const size = path.includes('!/') ? 0 : statSync(join(folder, path)).size;
      const most = limits.readTime + limits.readTimePerMegabyte * (size / 1_000_000) + 2000;
      expect([path, (ms ?? 0) < most]).toEqual([path, true]);
    }
  });

  test('keep every byte that was given, whatever became of its reading', () => {
    expect(outcomes.filter(({ kept, sha256 }) => !kept || sha256 === null)).toEqual([]);
  });

  test('cost nothing but their own outcome: what comes after them is read and found', () => {
    expect(lineOf('zz-last.txt')?.outcome).toBe('imported');
    expect(found).toMatch(/"total":[1-9]/);
  });

  test('leave no word of the evidence anywhere but in the case, which is encrypted', () => {
    expect(filesBelow(place).filter(holdsNeedle)).toEqual([]);
    expect(strayFiles()).toEqual([]);
    expect(existsSync('/var/evenhand-slip.txt')).toBe(false);
  });

  test('reach no network, start no program and write no file', () => {
    expect(existsSync(log) ? readFileSync(log, 'utf8') : '').toBe('');
  });
});

describe('the watch over reading processes', () => {
  test('sees what it must see', async () => {
    const probe = fileURLToPath(new URL('./watched-probe.ts', import.meta.url));
    const child = fork(probe, [], { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    await new Promise((resolve) => child.on('exit', resolve));
    const seen = readFileSync(log, 'utf8');
    for (const what of ['global.fetch', 'net.connect', 'dns.lookup', 'fs.writeFileSync', 'child.spawn'])
      expect(seen).toContain(what);
  });
});
