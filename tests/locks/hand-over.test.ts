import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Desk } from '../engine/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.newCase(null);
});
afterEach(() => desk.end());

const iris = { name: 'Iris Vale', role: 'HR director' };
const vouched = 'Read aloud on the telephone';

/** Lets somebody else act from here on, on an engine of their own. */
async function now(by: typeof iris | null): Promise<void> {
  await desk.engine.close();
  desk.engine = desk.another(by === null ? {} : { by });
}

async function keyOf(by: typeof iris): Promise<string> {
  const engine = desk.another({ by });
  const reply = await engine.call('identity.view', {});
  await engine.close();
  if (!reply.ok) throw new Error('who acts is known');
  return String(Reflect.get(Object(reply.value), 'key'));
}

async function handOver() {
  const toKey = await keyOf(iris);
  await desk.ask('fact.record', { itemId: null, words: 'Before' });
  return desk.ask('hand-over.give', { toName: iris.name, toRole: iris.role, toKey, vouched });
}

const write = { itemId: null, words: 'A change' };

test('after a hand-over nobody writes but the one who was named, once they took it over, and both lines stand in the record', async () => {
  await handOver();
  const given = await desk.ask('case.state', {});
  expect(given.readOnly).toMatchObject({ why: 'handed-over', mayTake: false });
  expect(given.readOnly?.words).toContain('handed over to Iris Vale, HR director');
  expect((await desk.refused('fact.record', write)).title).toContain('handed over to Iris Vale');
  expect((await desk.refused('history.reverse', {})).kind).toBe('case-read-only');
  await desk.ask('case.close', {});
  const left = desk.at('left.evenhand');
  copyFileSync(desk.path, left);

  await now(iris);
  const hers = await desk.ask('case.open', { path: desk.path, passphrase: null });
  expect(hers.readOnly).toMatchObject({ why: 'handed-over', mayTake: true });
  expect((await desk.refused('fact.record', write)).kind).toBe('case-read-only');
  await desk.ask('hand-over.take', { reason: null });
  expect((await desk.ask('case.state', {})).readOnly).toBeNull();
  await desk.ask('fact.record', write);
  const words = (await desk.ask('ledger.page', { before: null, limit: 10 })).rows.map((row) => row.words);
  expect(words.join('\n')).toMatch(/Took over the right to write\nHanded the right to write over to Iris Vale/);
  expect(await desk.ask('ledger.verify', { expect: null })).toMatchObject({ ok: true });
  await desk.ask('case.close', {});

  // The earlier holder may read on, in the case as it went on and in the copy that was left behind.
  await now(null);
  const after = await desk.ask('case.open', { path: desk.path, passphrase: null });
  expect(after.readOnly).toMatchObject({ why: 'not-holder' });
  expect(after.readOnly?.words).toContain('Iris Vale, HR director holds the right to write');
  expect((await desk.refused('fact.record', write)).kind).toBe('case-read-only');
  await desk.ask('case.close', {});
  expect((await desk.ask('case.open', { path: left, passphrase: null })).readOnly).toMatchObject({
    why: 'handed-over',
  });
}, 120_000);

test('the case can be handed on, and back to whoever had it before', async () => {
  const own = await desk.ask('identity.view', {});
  await handOver();
  await desk.ask('case.close', {});
  await now(iris);
  await desk.ask('case.open', { path: desk.path, passphrase: null });
  await desk.ask('hand-over.take', { reason: null });
  await desk.ask('hand-over.give', { toName: own.name, toRole: own.role, toKey: own.key, vouched });
  await desk.ask('case.close', {});
  await now(null);
  await desk.ask('case.open', { path: desk.path, passphrase: null });
  await desk.ask('hand-over.take', { reason: null });
  await desk.ask('fact.record', write);
  expect(await desk.ask('hand-over.list', {})).toMatchObject([{ number: 1 }, { number: 2, takenReason: null }]);
});

test('a key is read with blanks and capitals, one’s own is refused, and so is anything that is none', async () => {
  const own = await desk.ask('identity.view', {});
  const to = { toName: 'I', toRole: 'R', vouched };
  expect((await desk.refused('hand-over.give', { ...to, toKey: own.key })).kind).toBe('hand-over-self');
  expect((await desk.refused('hand-over.give', { ...to, toKey: 'abc' })).title).toContain('32 characters');
  const spaced = (await keyOf(iris)).toUpperCase().replace(/(.{4})/g, '$1 ');
  expect((await desk.ask('hand-over.give', { ...to, toKey: spaced })).toKey).toBe(await keyOf(iris));
  expect((await desk.refused('hand-over.take', { reason: null })).kind).toBe('hand-over-reason');
});

test('whoever was not named takes it only with a reason that every opening repeats, and a fork that comes of it is compared', async () => {
  await handOver();
  await desk.ask('case.close', {});
  const left = desk.at('left.evenhand');
  copyFileSync(desk.path, left);
  await now(iris);
  await desk.ask('case.open', { path: desk.path, passphrase: null });
  await desk.ask('hand-over.take', { reason: null });
  await desk.ask('fact.record', write);
  await desk.ask('case.close', {});

  await now(null);
  await desk.ask('case.open', { path: left, passphrase: null });
  expect((await desk.refused('hand-over.take', { reason: null })).title).toContain('Iris Vale');
  await desk.ask('hand-over.take', { reason: 'The HR director fell ill' });
  await desk.ask('fact.record', { itemId: null, words: 'Another' });
  await desk.ask('fact.record', { itemId: null, words: 'And one more' });
  const compared = await desk.ask('case.compare', { path: desk.path, passphrase: null });
  expect(compared).toMatchObject({
    relation: 'fork',
    common: 3,
    here: {
      entries: 6,
      lines: [{ seq: 4, words: expect.stringContaining('without being named') }, { seq: 5 }, { seq: 6 }],
    },
    there: { entries: 5, lines: [{ seq: 4, by: 'Iris Vale, HR director' }, { seq: 5 }] },
  });
  await desk.ask('case.close', {});
  const again = await desk.ask('case.open', { path: left, passphrase: null });
  expect(again.notices.join(' ')).toContain('in the place of Iris Vale, HR director: The HR director fell ill');
}, 120_000);

test('copies are told apart as the same, as ahead or behind, and another case shows none of its lines', async () => {
  await desk.ask('case.close', {});
  const old = desk.at('old.evenhand');
  copyFileSync(desk.path, old);
  await desk.ask('case.open', { path: desk.path, passphrase: null });
  expect(await desk.ask('case.compare', { path: old, passphrase: null })).toMatchObject({
    relation: 'same',
    common: 1,
  });
  expect((await desk.refused('case.compare', { path: desk.path, passphrase: null })).kind).toBe('case-already-open');
  await desk.ask('fact.record', write);
  expect((await desk.ask('case.compare', { path: old, passphrase: null })).relation).toBe('ahead');
  await desk.ask('case.close', {});
  await desk.ask('case.open', { path: old, passphrase: null });
  const behind = await desk.ask('case.compare', { path: desk.path, passphrase: null });
  expect(behind).toMatchObject({ relation: 'behind', here: { lines: [] }, there: { lines: [{ seq: 2 }] } });
  await desk.ask('case.close', {});
  const another = desk.at('another.evenhand');
  await desk.ask('case.create', { path: another, title: 'Another', passphrase: null, district: null });
  const other = await desk.ask('case.compare', { path: desk.path, passphrase: null });
  expect(other).toMatchObject({ relation: 'other-case', common: 0, there: { lines: [] } });
});

test('this computer says of a copy that went another way that it did, and of an older one that it is older', async () => {
  await desk.ask('case.close', {});
  const other = desk.at('other.evenhand');
  copyFileSync(desk.path, other);
  await desk.ask('case.open', { path: desk.path, passphrase: null });
  await desk.ask('fact.record', write);
  await desk.ask('case.close', {});
  const seen = readFileSync(desk.at('profile', 'seen.json'));
  const older = await desk.ask('case.open', { path: other, passphrase: null });
  expect(older.notices.join(' ')).toContain('It may be an older copy');
  await desk.ask('fact.record', write);
  await desk.ask('case.close', {});
  // As on the computer that saw only the first way.
  writeFileSync(desk.at('profile', 'seen.json'), seen);
  const parted = await desk.ask('case.open', { path: other, passphrase: null });
  expect(parted.notices.join(' ')).toContain('went another way');
});
