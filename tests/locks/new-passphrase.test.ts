import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCase, verifyCase } from '../../src/verifier/index.ts';
import { Desk, root } from '../engine/desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.end());

const first = 'four unrelated garden words';
const second = 'seven quiet lanterns by a pond';

async function change(now: string | null, next: string) {
  await desk.ask('case.new-passphrase', { now, next });
  await desk.engine.idle();
  return (await desk.ask('job.list', {})).at(-1);
}

test('a new passphrase opens the case and the old one no longer does, with everything and its line in the record', async () => {
  await desk.ask('case.create', { path: desk.path, title: 'Wintergreen', passphrase: first, district: null });
  desk.write('note.txt', 'A needle of juniper. '.repeat(9000));
  await desk.import('note.txt');
  const before = await desk.ask('case.recovery-key', {});
  const job = await change(first, second);
  expect(job).toMatchObject({ state: 'done', result: expect.stringContaining('Print a new recovery sheet') });
  // It is open as before, and goes on.
  expect((await desk.ask('item.search', { words: 'juniper', limit: 1 })).total).toBe(1);
  expect((await desk.lastLine())?.words).toContain('Changed what opens the case file');
  const after = await desk.ask('case.recovery-key', {});
  expect(after.key).not.toBe(before.key);
  await desk.ask('case.close', {});
  expect(readdirSync(desk.folder).sort()).toEqual(['case.evenhand', 'note.txt', 'profile']);
  for (const old of [first, before.key]) {
    const refused = await desk.refused('case.open', { path: desk.path, passphrase: old });
    expect(refused.kind).toBe('case-wrong-key');
  }
  const opened = openCase(desk.path, after.key);
  expect(verifyCase(opened, null)).toMatchObject({ ok: true });
  opened.close();
  await desk.ask('case.open', { path: desk.path, passphrase: second });
}, 60_000);

test('a case that was not encrypted gets its first passphrase, and no word of it stays readable', async () => {
  await desk.newCase(null);
  await desk.ask('fact.record', { itemId: null, words: 'Juniper needle' });
  expect((await change(null, second))?.state).toBe('done');
  expect((await desk.ask('case.state', {})).encrypted).toBe(true);
  await desk.ask('case.close', {});
  expect(readFileSync(desk.path).includes('Juniper')).toBe(false);
  await desk.ask('case.open', { path: desk.path, passphrase: second });
  expect(await desk.ask('ledger.verify', { expect: null })).toMatchObject({ ok: true });
}, 30_000);

test('whoever does not know what opens the case cannot change it, and a short passphrase is refused; the case stays', async () => {
  await desk.ask('case.create', { path: desk.path, title: 'T', passphrase: first, district: null });
  const key = await desk.ask('case.recovery-key', {});
  for (const now of [null, `${first} `]) {
    expect((await desk.refused('case.new-passphrase', { now, next: second })).kind).toBe('case-wrong-key');
  }
  expect((await desk.refused('case.new-passphrase', { now: first, next: 'short' })).kind).toBe('passphrase-too-weak');
  expect(await desk.ask('case.recovery-key', {})).toEqual(key);
  await desk.ask('case.close', {});
  await desk.ask('case.open', { path: desk.path, passphrase: first });
}, 30_000);

test('the recovery key is enough to set a new passphrase, and cancelling leaves the old one', async () => {
  await desk.ask('case.create', { path: desk.path, title: 'T', passphrase: first, district: null });
  desk.write('noise.bin', randomBytes(20_000_000));
  await desk.import('noise.bin');
  const { key } = await desk.ask('case.recovery-key', {});
  await desk.ask('case.new-passphrase', { now: key, next: second });
  await desk.ask('intake.cancel', {});
  await desk.engine.idle();
  expect((await desk.ask('job.list', {})).at(-1)?.state).toBe('cancelled');
  await desk.ask('case.close', {});
  expect(readdirSync(desk.folder)).not.toContain('case.evenhand.part');
  await desk.ask('case.open', { path: desk.path, passphrase: first });
}, 60_000);

test('a kill at any moment of it leaves a case that opens with the old passphrase or the new one, whole', async () => {
  await desk.ask('case.create', { path: desk.path, title: 'T', passphrase: first, district: null });
  desk.write('noise.bin', randomBytes(8_000_000));
  await desk.import('noise.bin');
  // The old key opens without the second or two that a passphrase takes.
  const { key } = await desk.ask('case.recovery-key', {});
  const old = key ?? '';
  await desk.ask('case.close', {});
  const kept = desk.at('kept.evenhand');
  copyFileSync(desk.path, kept);
  const script = desk.write(
    'change.mjs',
    `import { Desk } from ${JSON.stringify(join(root, 'tests/engine/desk.ts'))};
     const desk = new Desk();
     await desk.ask('case.open', { path: process.argv[2], passphrase: process.argv[3] });
     await desk.ask('case.new-passphrase', { now: process.argv[3], next: process.argv[4] });
     desk.engine.subscribe((event) => console.log(event.kind === 'job' && event.job.bytes !== null ? 'writing' : ''));
     await desk.engine.idle();
     console.log('done');
     await desk.end();`,
  );
  const ends = new Set<string>();
  // At once, while the copy is made, while it is encrypted anew, and never.
  for (const moment of [{ after: '', ms: 0 }, { after: 'writing', ms: 0 }, { after: 'writing', ms: 40 }, null]) {
    copyFileSync(kept, desk.path);
    rmSync(desk.at('profile', 'seen.json'), { force: true });
    const child = spawn(process.execPath, [script, desk.path, old, second], { stdio: ['ignore', 'pipe', 'inherit'] });
    let told = '';
    child.stdout.on('data', (piece) => {
      told += String(piece);
      if (moment !== null && told.includes(moment.after)) setTimeout(() => child.kill('SIGKILL'), moment.ms);
    });
    await once(child, 'close');
    const opens: string[] = [];
    for (const words of [old, second]) {
      const reply = await desk.engine.call('case.open', { path: desk.path, passphrase: words });
      if (!reply.ok) continue;
      opens.push(words);
      expect(await desk.ask('ledger.verify', { expect: null })).toMatchObject({ ok: true });
      await desk.ask('case.close', {});
    }
    expect(opens, JSON.stringify(moment)).toHaveLength(1);
    if (told.includes('done')) expect(opens).toEqual([second]);
    expect(readdirSync(desk.folder), 'opening takes away what a crash left').not.toContain('case.evenhand.part');
    ends.add(opens[0] ?? '');
  }
  expect(ends).toEqual(new Set([old, second]));
}, 120_000);
