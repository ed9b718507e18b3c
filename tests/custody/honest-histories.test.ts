import { copyFileSync, rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Audience } from '../../src/contract/custody.ts';
import { Desk, sheet, teacher } from '../engine/desk.ts';
import { check, exportTo } from './copy-desk.ts';
import { reversibleActs as firstActs } from './random-history.ts';
import { verify } from './raw-case.ts';
import { reasoningActs } from './reasoning-acts.ts';

/** How many; `npm run test:histories` takes two hundred. */
const runs = Number(process.env['EVENHAND_HISTORIES'] ?? 3);

const reversibleActs = [...firstActs, ...reasoningActs];
const desk = new Desk();
const template = desk.at('template.evenhand');

beforeAll(async () => {
  await desk.newCase();
  await desk.ask('person.add', teacher);
  await desk.messages([{ from: 'ofarrell', at: '2026-03-10T10:42:00-04:00', text: 'Posted in class' }], 'Post');
  await desk.ask('case.close', {});
  copyFileSync(desk.path, template);
}, 60_000);
afterAll(() => desk.end());

const compartments = ['counsel', 'compelled-statement', 'child-protection', 'title-ix'] as const;
const audiences: readonly Audience[] = ['full', 'employee-union', 'board', 'records', 'counsel'];

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ act: fc.nat(reversibleActs.length - 1), n: fc.nat(997) }) },
  { weight: 2, arbitrary: fc.constantFrom('reverse' as const, 'repeat' as const, 'reopen' as const) },
  { weight: 2, arbitrary: fc.record({ word: fc.stringMatching(/^[\p{L} ']{1,40}$/u) }) },
  { weight: 2, arbitrary: fc.record({ apart: fc.nat(997), which: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ copy: fc.constantFrom(...audiences) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

let made = 0;

async function take(next: Step, path: string, told: string[]): Promise<void> {
  if (typeof next === 'object') {
    if ('act' in next) await reversibleActs[next.act]?.(desk, next.n);
    else if ('word' in next) await handIn(next.word);
    else if ('copy' in next) await copyAndCheck(next.copy, told);
    else await putApart(next.apart, next.which);
  } else if (next === 'reopen') {
    await desk.ask('case.close', {});
    await desk.ask('case.open', { path, passphrase: null });
  } else {
    // There may be nothing to take back, or something that stands may rest on it.
    await desk.engine.call(`history.${next}`, {});
  }
  if (told.length < 20) told.push(await desk.fingerprint());
}

async function handIn(words: string): Promise<void> {
  made += 1;
  desk.write(`in/${made}/note.txt`, `${words} ${made}`);
  await desk.import(`in/${made}`);
}

async function putApart(n: number, which: number): Promise<void> {
  const evidence = await desk.ask('evidence.list', {});
  const source = evidence[n % Math.max(1, evidence.length)];
  const compartment = compartments[which];
  if (source === undefined || compartment === undefined) return;
  const subject = { subject: 'evidence', id: source.id, compartments: n % 5 === 0 ? [] : [compartment] } as const;
  await desk.ask('compartment.set', { ...subject, compartments: [...subject.compartments], reason: 'So it is.' });
  const sheets = await desk.ask('receipt.list', {});
  const receipt = sheets[n % Math.max(1, sheets.length)] ?? (await desk.ask('receipt.record', sheet));
  await desk.ask('receipt.assign', { receiptId: receipt.id, evidenceIds: [source.id] });
}

/** A copy holds, against every fingerprint that was told before it was made. */
async function copyAndCheck(audience: Audience, told: readonly string[]): Promise<void> {
  made += 1;
  const folder = await exportTo(desk, audience, `copy-${made}`);
  for (const fingerprint of [null, told[0] ?? null, told.at(-1) ?? null]) {
    const { firstProblem } = await check(folder, fingerprint);
    expect(firstProblem, audience).toBeNull();
  }
  rmSync(folder, { recursive: true });
}

test(`of ${runs} random honest histories no check finds anything, of the case and of copies for every audience`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 24 }), async (steps) => {
      made += 1;
      const path = desk.at(`run-${made}.evenhand`);
      copyFileSync(template, path);
      // Another copy of the same case is behind what this computer saw: each history has a computer of its own.
      rmSync(desk.at('profile', 'seen.json'), { force: true });
      if ((await desk.engine.call('case.state', {})).ok) await desk.ask('case.close', {});
      await desk.ask('case.open', { path, passphrase: null });
      const told: string[] = [await desk.fingerprint()];
      for (const next of steps) await take(next, path, told);
      for (const audience of audiences) await copyAndCheck(audience, told);
      expect((await desk.ask('ledger.verify', { expect: told[0] ?? null })).firstProblem).toBeNull();
      await desk.ask('case.close', {});
      for (const fingerprint of told) expect(verify(path, fingerprint).firstProblem).toBeNull();
      rmSync(path);
    }),
    { numRuns: runs, seed: 20260310, endOnFailure: true },
  );
}, 3_600_000);
