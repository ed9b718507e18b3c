// npm run test:crash: kills the program at random moments of six acts, then opens the case, checks it with the verifier, and
// looks for everything that was acknowledged. `--kills 500`, `--seed 7`, `--only backup,migration`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { createCaseFile } from '../../src/engine/case-file/open.ts';
import { ensureActor, inLedger, namedIdentity } from '../../src/engine/custody/index.ts';
import { createEngine } from '../../src/engine/index.ts';
import { makeEvidenceCase } from '../custody/evidence-case.ts';
import { makeInbox } from '../custody/inbox.ts';
import { verify } from '../custody/raw-case.ts';
import { Desk, host, resourcesDir } from '../engine/desk.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const random = randomFrom(Number(values.seed));
const folder = mkdtempSync(join(tmpdir(), 'evenhand-crash-'));
const at = (...parts: readonly string[]) => join(folder, ...parts);
const passphrases = { first: 'four unrelated garden words', next: 'seven quiet lanterns by a pond' };

/** How often of a hundred each act is killed: deriving a key twice makes one of them slow. */
const shares = { import: 24, mapping: 30, freezing: 14, migration: 16, passphrase: 6, backup: 10 } as const;
type Act = keyof typeof shares;
type Told = { readonly kind: string; readonly what: string };

interface Base {
  readonly files: readonly string[];
  /** What opens it; empty where it is not encrypted. */
  readonly words: string;
}

async function prepare(): Promise<Readonly<Record<Act, Base>>> {
  await makeInbox((name, content) => {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
  });
  const desk = new Desk({ by: { name: 'Dana Ruiz', role: 'Investigator' } });
  await makeEvidenceCase(desk);
  await desk.ask('case.close', {});
  copyFileSync(desk.path, at('evidence.evenhand'));
  const empty = desk.at('empty.evenhand');
  await desk.ask('case.create', { path: empty, title: 'Empty', passphrase: null, district: 'hollow-brook' });
  await desk.ask('case.close', {});
  copyFileSync(empty, at('empty.evenhand'));
  const locked = desk.at('locked.evenhand');
  await desk.ask('case.create', {
    path: locked,
    title: 'Locked',
    passphrase: passphrases.first,
    district: 'hollow-brook',
  });
  await desk.import('inbox');
  const { key } = await desk.ask('case.recovery-key', {});
  await desk.ask('case.close', {});
  copyFileSync(locked, at('locked.evenhand'));
  await desk.end();
  const evidence = { files: [at('evidence.evenhand')], words: '' };
  return {
    import: { files: [at('empty.evenhand')], words: '' },
    mapping: evidence,
    freezing: evidence,
    migration: { files: await olderCases(), words: '' },
    passphrase: { files: [at('locked.evenhand')], words: key ?? '' },
    backup: evidence,
  };
}

/** A case of every format before this one. */
async function olderCases(): Promise<readonly string[]> {
  const names = readdirSync(join(resourcesDir, 'migrations')).sort();
  const actor = namedIdentity(at('makers'), 'Dana Ruiz', 'Investigator');
  const made: string[] = [];
  for (let format = 1; format < names.length; format += 1) {
    const resources = at(`resources-${format}`);
    mkdirSync(join(resources, 'migrations'), { recursive: true });
    for (const name of names.slice(0, format)) {
      cpSync(join(resourcesDir, 'migrations', name), join(resources, 'migrations', name));
    }
    for (const other of ['policies', 'agreements', 'districts'])
      symlinkSync(join(resourcesDir, other), join(resources, other));
    const path = at(`format-${format}.evenhand`);
    const now = '2026-03-10T10:00:00.000-04:00';
    const options = { path, passphrase: null, resourcesDir: resources, now, by: 'Dana Ruiz', log: () => undefined };
    const file = await createCaseFile(options, (connection) => {
      const line = { did: 'case.create', about: 'Made', at: now, by: actor, reversible: false, reverses: null };
      inLedger(connection, 'case-1', line, (db) => {
        ensureActor(db, actor, now);
        db.run(
          `INSERT INTO case_info (id, case_id, title, number, created_at, district, stands_at, made_by_version)
           VALUES ('case', 'case-1', 'Old', '2026-0001', ?, NULL, NULL, '0')`,
          now,
        );
      });
    });
    file.close();
    made.push(path);
  }
  return made;
}

/** Runs an act; kills it so many milliseconds after it told that it begins, or never. */
async function run(act: Act, path: string, words: string, killAfter: number | null) {
  const script = join(import.meta.dirname, 'act.ts');
  const child = spawn(process.execPath, [script, act, path, join(dirname(path), 'profile'), words, at('inbox')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  let complaint = '';
  let began: number | null = null;
  child.stderr.on('data', (piece) => {
    complaint += String(piece);
  });
  child.stdout.on('data', (piece) => {
    told += String(piece);
    if (began !== null || !told.includes('"begin"')) return;
    began = performance.now();
    if (killAfter !== null) setTimeout(() => child.kill('SIGKILL'), killAfter);
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  const took = began === null ? 0 : performance.now() - began;
  if (signal === null && code !== 0) throw new Error(`${act} failed by itself: ${complaint.slice(-2000)}`);
  const lines = told.split('\n').slice(0, -1);
  return { told: lines.map((line) => JSON.parse(line) as Told), took, killed: signal !== null };
}

/** What is wrong after a kill, in words; empty where everything acknowledged is there. */
async function problems(act: Act, path: string, base: Base, told: readonly Told[]): Promise<readonly string[]> {
  const found: string[] = [];
  const engine = createEngine(host(join(dirname(path), 'profile')), { resume: false });
  const opensWith: string[] = [];
  const tries = act === 'passphrase' ? [base.words, passphrases.next] : [''];
  for (const words of tries) {
    const reply = await engine.call('case.open', { path, passphrase: words === '' ? null : words });
    if (!reply.ok) {
      if (tries.length === 1) found.push(`it does not open: ${reply.error.title}`);
      continue;
    }
    opensWith.push(words);
    await engine.call('case.close', {});
  }
  await engine.close();
  if (opensWith.length !== 1) return [...found, `it opens in ${opensWith.length} ways`];
  if (told.some(({ kind }) => kind === 'changed') && opensWith[0] !== passphrases.next)
    found.push('the change is lost');
  const report = verify(path, null, opensWith[0] === '' ? null : (opensWith[0] ?? null));
  if (!report.ok) found.push(`verify: ${report.firstProblem?.what ?? ''}: ${report.firstProblem?.where ?? ''}`);
  if (act !== 'passphrase') found.push(...missing(path, told));
  return found;
}

function missing(path: string, told: readonly Told[]): readonly string[] {
  const db = new Database(path, { readonly: true });
  const queries: Readonly<Record<string, string>> = {
    fact: 'SELECT 1 FROM fact WHERE id = ?',
    mapping: 'SELECT 1 FROM mapping WHERE id = ?',
    withdrawn: 'SELECT 1 FROM mapping WHERE id = ? AND withdrawn = 1',
    document: 'SELECT 1 FROM document WHERE id = ?',
    evidence: `SELECT 1 FROM evidence e JOIN reading r ON r.evidence_id = e.id
      WHERE e.sha256 = ? AND r.state = 'complete'`,
  };
  const lost = told.filter(({ kind, what }) => {
    if (kind === 'backup') return !existsSync(what) || !verify(what).ok;
    const query = queries[kind];
    return query !== undefined && db.prepare(query).get(what) === undefined;
  });
  db.close();
  return lost.map(({ kind, what }) => `lost: ${kind} ${what}`);
}

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    // Mulberry32: small, even enough, and the same on every machine.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function freshCopy(base: Base, round: number): string {
  const own = at(`round-${round}`);
  mkdirSync(own);
  const from = base.files[Math.floor(random() * base.files.length)] ?? '';
  const path = join(own, 'case.evenhand');
  copyFileSync(from, path);
  return path;
}

const bases = await prepare();
const total = Number(values.kills);
const order = (Object.keys(shares) as Act[]).filter(
  (act) => values.only === undefined || values.only.split(',').includes(act),
);
const weight = order.reduce((sum, act) => sum + shares[act], 0);
let killed = 0;
let ended = 0;
let bad = 0;
let round = 0;
for (const act of order) {
  const base = bases[act];
  const share = Math.max(1, Math.round((total * shares[act]) / weight));
  // Once without a kill, to know how long it takes here.
  const whole = await run(act, freshCopy(base, round++), base.words, null);
  const span = Math.max(20, whole.took);
  let inTheMiddle = 0;
  for (let n = 0; n < share; n += 1) {
    const path = freshCopy(base, round++);
    const { told, killed: was } = await run(act, path, base.words, random() * span);
    if (was) inTheMiddle += 1;
    const wrong = await problems(act, path, base, told);
    if (wrong.length > 0) {
      bad += 1;
      console.log(`${act}, kill ${n + 1}: ${wrong.join('; ')} (kept in ${dirname(path)})`);
    } else rmSync(dirname(path), { recursive: true, force: true });
  }
  killed += inTheMiddle;
  ended += share - inTheMiddle;
  console.log(`${act}: ${share} kills within ${Math.round(span)} ms, ${inTheMiddle} before it had ended`);
}
console.log(`${killed + ended} kills, ${killed} of them in the middle; ${bad} cases damaged or short of something`);
if (bad === 0) rmSync(folder, { recursive: true, force: true });
process.exit(bad === 0 ? 0 : 1);
