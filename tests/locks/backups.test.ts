import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nextBackup } from '../../src/engine/backups/places.ts';
import { openCase, verifyCase } from '../../src/verifier/index.ts';
import { Desk } from '../engine/desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk({ backups: true });
});
afterEach(() => desk.end());

const passphrase = 'four unrelated garden words';
const backups = () => desk.ask('backup.list', { casePath: desk.path });
const note = (words: string) => desk.ask('fact.record', { itemId: null, words });
const automatic = { automatic: true, folder: null, keep: 5 };

async function make() {
  await desk.ask('backup.make', {});
  await desk.engine.idle();
  return (await desk.ask('job.list', {})).at(-1);
}

test('closing a case that was changed leaves one whole backup beside it, and closing it unchanged leaves no second', async () => {
  await desk.newCase();
  await note('Juniper');
  const fingerprint = await desk.fingerprint();
  await desk.reopen();
  await desk.reopen();
  const [only, ...more] = await backups();
  expect(more).toEqual([]);
  const opened = openCase(only?.path ?? '', null);
  expect(verifyCase(opened, fingerprint)).toMatchObject({ ok: true, fingerprint });
  opened.close();
  expect((await desk.ask('case.state', {})).notices.join(' ')).not.toContain('backup');
});

test('a backup of an encrypted case is encrypted, and opens with the passphrase of the day it was made', async () => {
  await desk.ask('case.create', { path: desk.path, title: 'Wintergreen', passphrase, district: null });
  expect(await make()).toMatchObject({ state: 'done', result: expect.stringContaining('looked through') });
  const [backup] = await backups();
  expect(readFileSync(backup?.path ?? '').includes('Wintergreen')).toBe(false);
  const { key } = await desk.ask('case.recovery-key', {});
  await desk.ask('case.new-passphrase', { now: key, next: 'seven quiet lanterns by a pond' });
  await desk.engine.idle();
  await desk.ask('case.close', {});
  const back = desk.at('back.evenhand');
  await desk.ask('backup.take', { backup: backup?.path ?? '', to: back });
  await desk.ask('case.open', { path: back, passphrase });
  expect((await desk.ask('case.state', {})).title).toBe('Wintergreen');
  // It lacks the line of the change, which this computer saw.
  expect((await desk.ask('case.state', {})).notices.join(' ')).toContain('lacks entries that this computer saw');
  expect(existsSync(backup?.path ?? '')).toBe(true);
}, 30_000);

test('only as many are kept as the settings say, the newest, in the folder they name', async () => {
  await desk.newCase();
  const elsewhere = desk.at('stick');
  mkdirSync(elsewhere);
  await desk.ask('backup.settings-keep', { automatic: false, folder: elsewhere, keep: 2 });
  for (const day of ['2026-01-05', '2026-02-09', '2026-03-11']) {
    writeFileSync(`${elsewhere}/case.evenhand.${day}T08-00-00-000Z.backup`, 'older');
  }
  writeFileSync(`${elsewhere}/other.evenhand.2026-01-05T08-00-00-000Z.backup`, 'of another case');
  await make();
  const kept = await backups();
  expect(kept.map(({ at }) => at.slice(0, 10))).toEqual([expect.not.stringContaining('2026-03-11'), '2026-03-11']);
  expect(readdirSync(elsewhere)).toContain('other.evenhand.2026-01-05T08-00-00-000Z.backup');
  expect(readdirSync(desk.folder).sort()).toEqual(['case.evenhand', 'case.evenhand.in-use', 'profile', 'stick']);
  await desk.ask('case.close', {});
  expect(await backups()).toHaveLength(2);
});

test('a backup that cannot be made is told on the next opening, and the case closes all the same', async () => {
  await desk.newCase();
  await desk.ask('backup.settings-keep', { ...automatic, folder: desk.at('no such folder') });
  await desk.reopen();
  const { notices } = await desk.ask('case.state', {});
  expect(notices.join(' ')).toMatch(
    /The last backup of this case failed on \d{4}-\d\d-\d\d: .*no such folder is not there/,
  );
  await desk.ask('backup.settings-keep', automatic);
  await desk.reopen();
  expect((await desk.ask('case.state', {})).notices.join(' ')).not.toContain('backup');
  expect(await backups()).toHaveLength(1);
});

test('two backups of one moment lie beside each other, and neither takes the place of the other', async () => {
  await desk.newCase();
  const settings = { automatic: true, folder: null, keep: 5 };
  const now = '2026-03-10T10:42:05.120-04:00';
  const first = nextBackup(desk.path, settings, now);
  expect(basename(first)).toBe('case.evenhand.2026-03-10T14-42-05-120Z.backup');
  writeFileSync(first, 'one');
  expect(nextBackup(desk.path, settings, now)).not.toBe(first);
  await make();
  await note('more');
  await make();
  expect(await backups()).toHaveLength(3);
});

test('is refused while something else is under way, and what a crash left of one is taken away', async () => {
  await desk.newCase();
  desk.write('noise.bin', randomBytes(3_000_000));
  await desk.ask('intake.start', { paths: [desk.at('noise.bin')], receiptId: null, zone: null });
  const busy = await desk.refused('backup.make', {});
  expect(busy).toMatchObject({ kind: 'case-busy', kept: 'It goes on; nothing else was changed.' });
  await desk.engine.idle();
  desk.write('case.evenhand.2026-01-05T08-00-00-000Z.backup.part', 'half');
  expect((await make())?.state).toBe('done');
  expect(readdirSync(dirname(desk.path)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a backup is never laid over a case, and a damaged one says so when it is opened', async () => {
  await desk.newCase();
  await make();
  const [backup] = await backups();
  const path = backup?.path ?? '';
  expect((await desk.refused('backup.take', { backup: path, to: desk.path })).kind).toBe('case-exists');
  await desk.ask('case.close', {});
  truncateSync(path, 20_000);
  await desk.ask('backup.take', { backup: path, to: desk.at('back.evenhand') });
  const refused = await desk.refused('case.open', { path: desk.at('back.evenhand'), passphrase: null });
  expect(refused.kind).toBe('case-damaged');
});
