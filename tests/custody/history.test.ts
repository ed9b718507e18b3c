import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CallOutput } from '../../src/contract/calls.ts';
import { makeHandlers } from '../../src/engine/handlers/index.ts';
import { Drafts } from '../../src/engine/referral/index.ts';
import { Desk, root, teacher } from '../engine/desk.ts';
import { reversibleActs as firstActs } from './random-history.ts';
import { rowsOf, verify } from './raw-case.ts';
import { otherActs, reasoningActs } from './reasoning-acts.ts';

const reversibleActs = [...firstActs, ...reasoningActs, ...otherActs];
const desk = new Desk();
const template = desk.at('template.evenhand');

beforeAll(async () => {
  await desk.newCase();
  await desk.ask('person.add', teacher);
  await desk.messages(
    [
      { from: 'ofarrell', at: '2026-03-10T10:42:00-04:00', text: 'Posted in class' },
      { from: 'ofarrell', at: '2026-03-10T11:42:00-04:00', text: 'Posted in class again' },
    ],
    'Post',
  );
  await desk.ask('case.close', {});
  copyFileSync(desk.path, template);
}, 60_000);
afterAll(() => desk.end());

let runs = 0;
async function fresh(): Promise<string> {
  runs += 1;
  const path = desk.at(`run-${runs}.evenhand`);
  copyFileSync(template, path);
  // Each run is a case of its own: what this computer saw of the one before is no measure for it.
  rmSync(desk.at('profile', 'seen.json'), { force: true });
  await desk.ask('case.open', { path, passphrase: null });
  return path;
}

beforeEach(async () => {
  if ((await desk.engine.call('case.state', {})).ok) await desk.ask('case.close', {});
});

type Rows = ReadonlyMap<string, string>;

/** As it was, but for rows added since, which stand there withdrawn. */
function expectAsBefore(now: Rows, before: Rows): void {
  for (const [key, row] of before) expect(now.get(key), key).toBe(row);
  for (const [key, row] of now) if (!before.has(key)) expect(JSON.parse(row), key).toMatchObject({ withdrawn: 1 });
}

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.nat(reversibleActs.length - 1), n: fc.nat(997) }) },
  { weight: 3, arbitrary: fc.constant('reverse' as const) },
  { weight: 2, arbitrary: fc.constant('repeat' as const) },
  { weight: 1, arbitrary: fc.constant('reopen' as const) },
);

/** One history as it is walked, beside what a careful person would expect of it. */
class Walk {
  readonly path: string;
  /** States to go back to; the first is the one before the person of the template was added. */
  readonly past: Rows[];
  readonly future: Rows[] = [];
  now: Rows;
  reversed = 0;
  repeated = 0;

  constructor(path: string) {
    this.path = path;
    this.now = this.rows();
    this.past = [new Map([...this.now].filter(([key]) => !key.startsWith('person ')))];
  }

  rows(): Rows {
    return rowsOf(this.path, desk.at('copy.evenhand'));
  }

  async reopen(): Promise<void> {
    await desk.ask('case.close', {});
    await desk.ask('case.open', { path: this.path, passphrase: null });
  }

  async reverse(): Promise<void> {
    const before = this.past.pop();
    if (before === undefined) {
      expect((await desk.refused('history.reverse', {})).kind).toBe('nothing-to-reverse');
      return;
    }
    await desk.ask('history.reverse', {});
    this.future.push(this.now);
    this.now = this.rows();
    expectAsBefore(this.now, before);
    this.reversed += 1;
  }

  async repeat(): Promise<void> {
    const after = this.future.pop();
    if (after === undefined) {
      expect((await desk.refused('history.repeat', {})).kind).toBe('nothing-to-reverse');
      return;
    }
    await desk.ask('history.repeat', {});
    this.past.push(this.now);
    this.now = this.rows();
    expect(this.now).toEqual(after);
    this.repeated += 1;
  }

  async act(which: number, n: number): Promise<void> {
    const lines = await desk.lines();
    const acted = await reversibleActs[which]?.(desk, n);
    if (acted !== true || (await desk.lines()) === lines) return;
    this.past.push(this.now);
    this.future.length = 0;
    this.now = this.rows();
  }
}

test('any history is taken back and repeated row by row, over closing and opening, and verifies', async () => {
  let reversed = 0;
  let repeated = 0;
  const closed = async () => {
    if ((await desk.engine.call('case.state', {})).ok) await desk.ask('case.close', {});
  };
  await fc.assert(
    fc
      .asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        const walk = new Walk(await fresh());
        for (const one of steps) await (typeof one === 'string' ? walk[one]() : walk.act(one.act, one.n));
        reversed += walk.reversed;
        repeated += walk.repeated;
        await desk.ask('case.close', {});
        expect(verify(walk.path)).toMatchObject({ ok: true, firstProblem: null });
      })
      .afterEach(closed),
    { numRuns: 40 },
  );
  expect(reversed).toBeGreaterThan(20);
  expect(repeated).toBeGreaterThan(5);
}, 120_000);

test('going back to the beginning and forward to the end arrives where it began', async () => {
  const path = await fresh();
  const rows = () => rowsOf(path, desk.at('copy.evenhand'));
  const first = rows();
  for (let n = 0; n < 26; n++) await reversibleActs[n % reversibleActs.length]?.(desk, n * 7);
  const last = rows();
  let back = 0;
  while ((await desk.ask('case.state', {})).reverse !== null) {
    await desk.ask('history.reverse', {});
    back += 1;
  }
  // The person who was added before the import is taken back too.
  expect(back).toBeGreaterThan(20);
  await desk.ask('history.repeat', {});
  expectAsBefore(rows(), first);
  while ((await desk.ask('case.state', {})).repeat !== null) await desk.ask('history.repeat', {});
  expect(rows()).toEqual(last);
  expect(await desk.ask('ledger.verify', { expect: null })).toMatchObject({ ok: true, firstProblem: null });
}, 60_000);

/** What needs a file of somebody else, or a thing that no generated history has; each is taken back in the test that is named. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'agreement.save': 'tests/procedure/agreements.test.ts',
  'article.confirm': 'tests/procedure/agreements.test.ts',
  'article.take-back': 'tests/procedure/agreements.test.ts',
  'district-file.open': 'tests/procedure/agreements.test.ts',
  'calendar.import': 'tests/procedure/calendar.test.ts',
  'calendar.save': 'tests/procedure/calendar.test.ts',
  'roster.take': 'tests/people/roster.test.ts',
  'correction.record': 'tests/engine/corrected-words.test.ts',
  'correction.withdraw': 'tests/engine/corrected-words.test.ts',
  'context.answer': 'tests/likeness/context.test.ts',
  'protection.copy-dealt-with': 'tests/keeping/removal.test.ts',
  'interview.add-erratum': 'tests/procedure/records.test.ts',
};
/** Its id is told only for a picture that a document shows; no generated history has one. */
const NOT_GENERATED = ['redaction.unmark'];

test('whatever the engine calls reversible is reversed and done again here, or in a test that is named', async () => {
  const path = await fresh();
  const handlers = Object.entries(makeHandlers(new Drafts()));
  const reversible = handlers.filter(([, one]) => one.kind === 'change' && one.reversible).map(([name]) => name);
  expect(reversible.length).toBeGreaterThan(80);
  const first = rowsOf(path, desk.at('copy.evenhand'));
  // Later rounds take up what earlier ones left: something to withdraw, to part, to answer.
  for (let n = 0; n < 12; n += 1) for (const [at, act] of reversibleActs.entries()) await act(desk, n + at);
  const last = rowsOf(path, desk.at('copy.evenhand'));
  const done = new Set<string>();
  for (let before: number | null = null; ; ) {
    const { rows }: CallOutput<'ledger.page'> = await desk.ask('ledger.page', { before, limit: 500 });
    for (const { did } of rows) done.add(did);
    before = rows.at(-1)?.seq ?? null;
    if (before === null || rows.length < 500) break;
  }
  const left = reversible.filter((name) => !done.has(name) && !NOT_GENERATED.includes(name));
  expect(left.filter((name) => ELSEWHERE[name] === undefined)).toEqual([]);
  for (const name of left) {
    const text = readFileSync(join(root, ELSEWHERE[name] ?? ''), 'utf8');
    expect(text.includes(`'${name}'`) && text.includes("'history.reverse'"), name).toBe(true);
  }
  while ((await desk.ask('case.state', {})).reverse !== null) await desk.ask('history.reverse', {});
  expectAsBefore(
    rowsOf(path, desk.at('copy.evenhand')),
    new Map([...first].filter(([key]) => !key.startsWith('person '))),
  );
  while ((await desk.ask('case.state', {})).repeat !== null) await desk.ask('history.repeat', {});
  expect(rowsOf(path, desk.at('copy.evenhand'))).toEqual(last);
  expect(await desk.ask('ledger.verify', { expect: null })).toMatchObject({ ok: true, firstProblem: null });
}, 120_000);

test('receiving, reading and looking through are never taken back', async () => {
  await fresh();
  await desk.ask('suggestion.refresh', {});
  await desk.engine.idle();
  desk.write('late.txt', 'words');
  await desk.import('late.txt');
  // The last thing that a person did to the case is what is offered.
  expect((await desk.ask('case.state', {})).reverse).toBe('Added person 1 (respondent)');
});

test('the record says in words what was reversed and what was repeated, and by which line', async () => {
  await fresh();
  await desk.ask('first-question.answer', { question: 'police-or-dcf', answer: 'no', note: null });
  const { seq } = await desk.ask('history.reverse', {});
  await desk.ask('history.repeat', {});
  const { rows } = await desk.ask('ledger.page', { before: null, limit: 3 });
  expect(rows.map(({ words }) => words)).toEqual([
    'Answered a first question (police or child protection): no',
    'Reversed: Answered a first question (police or child protection): no',
    'Answered a first question (police or child protection): no',
  ]);
  expect(rows[2]?.reversedBy).toBe(seq);
});

test('what a person is called in the record stays, and whoever only opened the case adds nothing to take back', async () => {
  await fresh();
  await desk.ask('identity.rename', { name: 'Somebody Else', role: 'Counsel' });
  const before = (await desk.ask('case.state', {})).reverse;
  const [receiptOfNone] = await desk.ask('evidence.list', {});
  await desk.ask('evidence.set-owner', { id: receiptOfNone?.id ?? '', personId: null });
  expect((await desk.ask('case.state', {})).reverse).toBe(before);
});
