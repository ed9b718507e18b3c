import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { fromRecoveryKey, toHalves, toRecoveryKey } from '../../src/engine/case-file/key.ts';
import { Desk, resourcesDir } from '../engine/desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.end());

const passphrase = 'four unrelated garden words';

test('two halves of a key give the key in either order, and neither alone, twice, or with one wrong letter', () => {
  const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(bytes, fc.nat(55), fc.nat(30), (key, at, step) => {
      const { first, second } = toHalves(key);
      expect(fromRecoveryKey(`${first} ${second}`)).toEqual(key);
      expect(fromRecoveryKey(`${second.toLowerCase()}\n${first}`)).toEqual(key);
      for (const alone of [first, second, `${first} ${first}`, `${second} ${second}`]) {
        expect(fromRecoveryKey(alone)).toBeNull();
      }
      const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
      const written = [...first.replaceAll('-', '')];
      written[at] = letters[(letters.indexOf(written[at] ?? '') + 1 + step) % 32] ?? '';
      expect(fromRecoveryKey(`${written.join('')} ${second}`)).not.toEqual(key);
      // A whole key is not taken for a half.
      expect(fromRecoveryKey(`${toRecoveryKey(key)} ${second}`)).toBeNull();
    }),
    { numRuns: 200 },
  );
});

test('a recovery sheet is printed again only for whoever can open the case, and its halves open it', async () => {
  await desk.ask('case.create', { path: desk.path, title: 'T', passphrase, district: null });
  expect((await desk.refused('recovery.sheet', { now: 'not the passphrase' })).kind).toBe('case-wrong-key');
  const sheet = await desk.ask('recovery.sheet', { now: passphrase });
  const { key } = await desk.ask('case.recovery-key', {});
  expect(sheet.key).toBe(key);
  const again = await desk.ask('recovery.sheet', { now: key ?? '' });
  expect(again.halves.first).not.toBe(sheet.halves.first);
  await desk.ask('case.close', {});
  for (const half of [sheet.halves.first, `${sheet.halves.first} ${again.halves.second}`]) {
    expect((await desk.refused('case.open', { path: desk.path, passphrase: half })).kind).toBe('case-wrong-key');
  }
  const both = `${sheet.halves.second} ${sheet.halves.first}`;
  await desk.ask('case.open', { path: desk.path, passphrase: both });
}, 120_000);

test('a case that is not encrypted has no recovery sheet', async () => {
  await desk.newCase(null);
  expect((await desk.refused('recovery.sheet', { now: '' })).title).toContain('not encrypted');
});

test('the district opens a case by its escrow key alone, and no other key, changed file or lost half does', async () => {
  const made = await desk.ask('escrow.new-key', { folder: desk.folder, holder: 'Superintendent and counsel' });
  const district = parse(readFileSync(`${resourcesDir}/districts/hollow-brook.yaml`, 'utf8'));
  const escrow = { holder: 'Superintendent and counsel', publicKey: made.publicKey };
  const settings = desk.write('district.yaml', stringify({ ...district, escrow }));
  await desk.ask('case.create', { path: desk.path, title: 'T', passphrase, district: settings });
  expect(await desk.ask('escrow.view', {})).toEqual({ holder: escrow.holder, key: made.key, sealed: [] });
  const order = { folder: desk.folder, now: 'wrong' };
  expect((await desk.refused('escrow.seal', order)).kind).toBe('case-wrong-key');
  const sealed = await desk.ask('escrow.seal', { ...order, now: passphrase });
  expect((await desk.lastLine())?.words).toContain('Sealed the key of the case');
  expect((await desk.ask('escrow.view', {})).sealed).toMatchObject([{ holder: escrow.holder, key: made.key }]);
  const { key } = await desk.ask('case.recovery-key', {});
  const written = readFileSync(sealed.path, 'utf8');
  expect(written).not.toContain(key ?? 'no key');
  await desk.ask('case.close', {});

  const opened = await desk.ask('escrow.unseal', { file: sealed.path, keyFile: made.saved.path });
  await desk.ask('case.open', { path: desk.path, passphrase: opened.key });
  await desk.ask('case.close', {});

  const other = await desk.ask('escrow.new-key', { folder: desk.folder, holder: 'Somebody else' });
  const refused = await desk.refused('escrow.unseal', { file: sealed.path, keyFile: other.saved.path });
  expect(refused.title).toContain('sealed for the key');
  const changed = JSON.parse(written) as { box: string; caseId: string; tag: string };
  const shortTag = Buffer.from(changed.tag, 'base64').subarray(0, 4).toString('base64');
  for (const edit of [
    { box: changed.box.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) },
    { caseId: 'x' },
    { tag: shortTag },
  ]) {
    const path = desk.write('changed.json', JSON.stringify({ ...changed, ...edit }));
    expect((await desk.refused('escrow.unseal', { file: path, keyFile: made.saved.path })).title).toContain('changed');
  }
  const nothing = await desk.refused('escrow.unseal', { file: desk.path, keyFile: made.saved.path });
  expect(nothing.kind).toBe('escrow-refused');
}, 120_000);

test('a district without an escrow key says so instead of writing a file', async () => {
  await desk.ask('case.create', { path: desk.path, title: 'T', passphrase, district: 'hollow-brook' });
  expect((await desk.refused('escrow.seal', { folder: desk.folder, now: passphrase })).kind).toBe('escrow-none');
}, 120_000);

test('the time until a case locks itself is kept on this computer, and damage to it does not switch it off', async () => {
  expect(await desk.ask('lock.settings', {})).toEqual({ minutes: 15 });
  await desk.ask('lock.settings-keep', { minutes: null });
  expect(await desk.ask('lock.settings', {})).toEqual({ minutes: null });
  writeFileSync(desk.at('profile', 'lock.json'), '{"minutes": 100000}');
  expect(await desk.ask('lock.settings', {})).toEqual({ minutes: 15 });
});
