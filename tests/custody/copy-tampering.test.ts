import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from '../engine/desk.ts';
import { check, copyOf, exportTo, hasTools, shell } from './copy-desk.ts';
import { careful, careless, Hands, heldByChain } from './copy-tamperings.ts';
import { makeEvidenceCase } from './evidence-case.ts';
import { tamperings } from './tamperings.ts';

const desk = new Desk();
let folder = '';
let older = '';
let fingerprint = '';

beforeAll(async () => {
  await makeEvidenceCase(desk);
  older = await exportTo(desk, 'counsel', 'older');
  await desk.ask('fact.record', { itemId: null, words: 'The last thing that was recorded.' });
  fingerprint = await desk.fingerprint();
  folder = await exportTo(desk, 'full');
}, 90_000);
afterAll(() => desk.end());

let copies = 0;
function hands(): Hands {
  copies += 1;
  return new Hands(copyOf(folder, desk.at(`tampered-${copies}`)));
}

test('a copy that nobody touched holds, and so does one that was moved', async () => {
  expect((await check(folder, fingerprint)).firstProblem).toBeNull();
  expect((await check(hands().folder, fingerprint)).firstProblem).toBeNull();
});

test('there are sixty kinds and more, of case files and copies', () => {
  expect(tamperings.length + careless.length + careful.length).toBeGreaterThan(110);
});

describe('what was changed with a file manager is found', () => {
  test.each(careless)('%s: %s', async (_, what, change) => {
    const own = hands();
    change(own);
    const { ok, firstProblem } = await check(own.folder);
    expect(ok).toBe(false);
    expect(firstProblem?.what).toBe(what);
    expect(firstProblem?.where).not.toBe('');
  });
});

describe('what was changed so that the lists of files fit is found', () => {
  test.each(careful)('%s: %s', async (_, what, change) => {
    const own = hands();
    change(own);
    own.relist();
    if (hasTools)
      expect(shell(own.folder, 'sha256sum --quiet -c manifest-sha256.txt tagmanifest-sha256.txt').status).toBe(0);
    const { ok, firstProblem } = await check(own.folder);
    expect(ok).toBe(false);
    expect(firstProblem?.what).toBe(what);
  });
});

describe('what was changed and signed anew by another key is found', () => {
  test.each(careful)('%s', async (_, what, change) => {
    const own = hands();
    change(own);
    own.signAnew();
    const { firstProblem } = await check(own.folder);
    expect(firstProblem?.what).toBe(
      what.startsWith('the signature') ? 'the entry that names this copy does not hold' : what,
    );
  });

  test.each(heldByChain)('%s, and a line of the record was forged to name it', async (_, what, change) => {
    const own = hands();
    change(own);
    own.forge();
    expect((await check(own.folder)).firstProblem?.what).toBe(what);
  });

  test('a forged line about a reworded statement shows by a key that nobody knew before', async () => {
    const own = hands();
    own.replace('data/custody-statement.txt', 'Owen', 'Nobody');
    own.forge();
    const { notTested } = await check(own.folder);
    expect(notTested.join()).toContain('stands in no earlier line of the record');
    expect((await check(folder)).notTested.join()).not.toContain('stands in no earlier line');
  });
});

describe('the first broken link is named', () => {
  test('with the number of its line and the source that it belongs to', async () => {
    const own = hands();
    own.write(own.original('one.txt'), 'Other words.');
    const { firstProblem } = await check(own.folder);
    expect(firstProblem?.where).toMatch(/^source \d+ \(one\.txt\)$/);
    expect(firstProblem?.entry).toBeGreaterThan(0);
    const two = hands();
    two.replace('data/record/ledger.jsonl', 'The thread is cropped.', 'The thread is whole.');
    two.flip(two.original('large.bin'));
    expect((await check(two.folder)).firstProblem).toMatchObject({ what: 'a recorded change was altered' });
  });

  test('an older copy in the place of a newer one shows against a fingerprint of the newer', async () => {
    expect((await check(older)).ok).toBe(true);
    expect((await check(older, fingerprint)).firstProblem?.what).toBe('the case was cut or rolled back');
    const { fingerprint: past } = await check(older);
    expect((await check(folder, past)).ok).toBe(true);
  });

  test('two histories that part show against the fingerprint of the other', async () => {
    const fork = desk.at('fork.evenhand');
    await desk.ask('case.close', {});
    copyOf(desk.path, fork);
    await desk.ask('case.open', { path: fork, passphrase: null });
    await desk.ask('fact.record', { itemId: null, words: 'Only in the fork.' });
    const inFork = await desk.fingerprint();
    const forked = await exportTo(desk, 'counsel', 'forked');
    await desk.ask('case.close', {});
    await desk.ask('case.open', { path: desk.path, passphrase: null });
    expect((await desk.ask('case.state', {})).notices.join()).toContain('lacks entries that this computer saw before');
    await desk.ask('fact.record', { itemId: null, words: 'Only in the other.' });
    const inOther = await desk.fingerprint();
    expect((await check(forked, inFork)).ok).toBe(true);
    expect((await check(forked, inOther)).firstProblem?.what).toBe('the case was cut or rolled back');
  });
});

test('files that a computer leaves in a folder change nothing, and are named', async () => {
  const own = hands();
  own.write('.DS_Store', 'x');
  own.write('data/originals/Thumbs.db', 'x');
  const report = await check(own.folder);
  expect(report.ok).toBe(true);
  expect(report.notTested.join()).toContain('Thumbs.db');
});
