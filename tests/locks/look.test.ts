import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Desk } from '../engine/desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.end());

const passphrase = 'four unrelated garden words';

/** Runs work with a second engine, as another window has one. */
async function second<T>(work: (ask: typeof desk.ask, refused: typeof desk.refused) => Promise<T>): Promise<T> {
  const own = desk.engine;
  const other = desk.another({ by: { name: 'Iris Vale', role: 'HR director' } });
  desk.engine = other;
  try {
    return await work(desk.ask.bind(desk), desk.refused.bind(desk));
  } finally {
    desk.engine = own;
    await other.close();
  }
}

const looks = () => (existsSync(desk.at('profile', 'looks')) ? readdirSync(desk.at('profile', 'looks')) : []);

test('a case that somebody has open is shown as a copy in which nothing can be changed, and the copy goes on closing', async () => {
  await desk.ask('case.create', { path: desk.path, title: 'Wintergreen', passphrase, district: null });
  desk.write('note.txt', 'A needle of juniper.');
  await desk.import('note.txt');
  const before = readFileSync(desk.path);
  await second(async (ask, refused) => {
    const inUse = await refused('case.open', { path: desk.path, passphrase });
    expect(inUse.kind).toBe('case-in-use');
    const state = await ask('case.look', { path: desk.path, passphrase });
    expect(state).toMatchObject({ path: desk.path, encrypted: true, readOnly: { why: 'copy', mayTake: false } });
    expect((await ask('item.search', { words: 'juniper', limit: 1 })).total).toBe(1);
    expect(await ask('ledger.verify', { expect: null })).toMatchObject({ ok: true });
    const [folder = ''] = looks();
    const copy = readFileSync(desk.at('profile', 'looks', folder, 'case.evenhand'));
    expect(copy.includes('juniper')).toBe(false);
    const changes = [
      ['fact.record', { itemId: null, words: 'x' }],
      ['intake.start', { paths: [desk.at('note.txt')], receiptId: null, zone: null }],
      ['unsaved.keep', { place: 'form', body: 'x' }],
      ['case.export', { folder: desk.at('bag'), audience: 'full', to: 'Expert' }],
      ['case.new-passphrase', { now: passphrase, next: 'another long passphrase' }],
      ['history.reverse', {}],
      ['hand-over.take', { reason: 'x' }],
      ['retention.destroy', { number: state.number, folder: desk.folder, note: null }],
    ] as const;
    for (const [name, input] of changes) {
      const error = await refused(name, input);
      expect(error.kind, name).toBe('case-read-only');
      expect(error.title).toContain('a copy to look at');
    }
    await ask('case.close', {});
    expect(looks()).toEqual([]);
  });
  expect(readFileSync(desk.path).equals(before)).toBe(true);
  // Whoever has it goes on.
  await desk.ask('fact.record', { itemId: null, words: 'It goes on' });
}, 60_000);

test('a case that is not encrypted is looked at in a copy that no other program can read', async () => {
  await desk.newCase(null);
  await desk.ask('fact.record', { itemId: null, words: 'Juniper needle' });
  await second(async (ask) => {
    const state = await ask('case.look', { path: desk.path, passphrase: null });
    expect(state.encrypted).toBe(false);
    expect(await ask('case.recovery-key', {})).toEqual({ key: null });
    const [folder = ''] = looks();
    const files = readdirSync(desk.at('profile', 'looks', folder));
    for (const file of files) {
      expect(readFileSync(desk.at('profile', 'looks', folder, file)).includes('Juniper'), file).toBe(false);
    }
    expect((await ask('fact.list', { itemId: null }))[0]?.words).toBe('Juniper needle');
  });
});

test('a copy whose program ended without closing it is taken away when the next one starts', async () => {
  await desk.newCase(null);
  const left = desk.at('profile', 'looks', '999999999-left', 'case.evenhand');
  mkdirSync(dirname(left), { recursive: true });
  copyFileSync(desk.path, left);
  // The next engine that starts on this computer is enough.
  await second(async () => expect(existsSync(left)).toBe(false));
});

test('a copy to look at is made without the computer forgetting what it saw of the case itself', async () => {
  await desk.newCase(null);
  const old = desk.at('old.evenhand');
  await desk.ask('case.close', {});
  copyFileSync(desk.path, old);
  await desk.ask('case.open', { path: desk.path, passphrase: null });
  await desk.ask('fact.record', { itemId: null, words: 'Newer' });
  await desk.ask('case.close', {});
  await second(async (ask) => {
    const state = await ask('case.look', { path: old, passphrase: null });
    expect(state.notices.join(' ')).toContain('lacks entries that this computer saw before');
  });
  await desk.ask('case.open', { path: desk.path, passphrase: null });
  expect((await desk.ask('case.state', {})).notices.join(' ')).not.toContain('lacks entries');
});
