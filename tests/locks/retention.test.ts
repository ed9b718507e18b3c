import { createHash, verify } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Desk } from '../engine/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk({ backups: true });
  await desk.newCase();
});
afterEach(() => desk.end());

const closing = { period: '6 years after the end of employment', authority: 'Schedule M5, entry 250' };
const approval = { approvedBy: 'Public Records Administrator', approvedOn: '2026-01-05', reference: 'RC-075 No. 4711' };

test('a case that was closed for good is read, checked and copied for others, and refuses every change from then on', async () => {
  await desk.ask('fact.record', { itemId: null, words: 'Before' });
  await desk.ask('retention.close', { ...closing, keepUntil: '2032-06-30' });
  const state = await desk.ask('case.state', {});
  expect(state.readOnly).toMatchObject({ why: 'closed' });
  for (const [name, input] of [
    ['fact.record', { itemId: null, words: 'After' }],
    ['history.reverse', {}],
    ['hand-over.give', { toName: 'A', toRole: 'B', toKey: 'a'.repeat(32), vouched: 'x' }],
    ['retention.close', { ...closing, keepUntil: null }],
  ] as const) {
    expect((await desk.refused(name, input)).kind, name).toBe('case-read-only');
  }
  await desk.ask('fingerprint.give', {
    fingerprint: null,
    to: 'Counsel',
    how: 'Mail',
    givenAt: '2026-03-10T09:00:00Z',
  });
  await desk.ask('case.export', { folder: desk.at('bag'), audience: 'board', to: null });
  await desk.engine.idle();
  expect(await desk.ask('bag.check', { folder: desk.at('bag'), expect: null })).toMatchObject({ ok: true });
  expect((await desk.refused('bag.check', { folder: desk.folder, expect: null })).title).toContain('no copy of a case');
  await desk.ask('case.close', {});
  const again = await desk.ask('case.open', { path: desk.path, passphrase: null });
  expect(again.readOnly).toMatchObject({ why: 'closed' });
  expect(await desk.ask('ledger.verify', { expect: null })).toMatchObject({ ok: true });
}, 120_000);

test('nothing is destroyed before its day, without the state’s approval, or under another number', async () => {
  const { number } = await desk.ask('case.state', {});
  const destroy = async (typed = number) =>
    (await desk.refused('retention.destroy', { number: typed, folder: desk.folder, note: null })).title;
  expect(await destroy()).toContain('not closed for good');
  expect((await desk.refused('retention.approve', { ...approval, keepUntil: null })).title).toContain(
    'closed for good',
  );
  await desk.ask('retention.close', { ...closing, keepUntil: null });
  expect(await destroy()).toContain('end of its retention is not recorded');
  const future = { ...approval, approvedOn: '2999-01-01', keepUntil: null };
  expect((await desk.refused('retention.approve', future)).title).toContain('future');
  await desk.ask('retention.approve', { ...approval, keepUntil: '2999-12-31' });
  expect(await destroy()).toContain('kept until 2999-12-31');
  const shorter = { ...approval, keepUntil: '2020-12-31' };
  expect((await desk.refused('retention.approve', shorter)).title).toContain('cannot shorten');
  expect(existsSync(desk.path)).toBe(true);
});

test('a case whose retention ended is destroyed after approval with its backups, and a signed certificate says what was', async () => {
  const { number } = await desk.ask('case.state', {});
  await desk.ask('backup.make', {});
  await desk.engine.idle();
  await desk.ask('retention.close', { ...closing, keepUntil: '2020-12-31' });
  expect((await desk.ask('retention.view', {})).kept).toContain('approval is not recorded');
  await desk.ask('retention.approve', { ...approval, keepUntil: null });
  const folder = desk.at('certificates');
  mkdirSync(folder);
  const wrong = await desk.refused('retention.destroy', { number: 'another', folder, note: null });
  expect(wrong.title).toContain('not that of this case');
  const { certificate, files } = await desk.ask('retention.destroy', { number, folder, note: 'By shredding order 12' });
  expect(files).toHaveLength(2);
  expect(readdirSync(desk.folder).sort()).toEqual(['certificates', 'profile']);
  expect((await desk.refused('case.state', {})).kind).toBe('no-case-open');
  const words = readFileSync(certificate, 'utf8');
  expect(words).toContain(`Case: ${number}`);
  expect(words).toContain('RC-075 No. 4711');
  const [, body = '', signature = '', pem = ''] = /^([\s\S]*)Signed with key .*: (\S+)\n([\s\S]*)$/.exec(words) ?? [];
  expect(verify(null, Buffer.from(body), pem, Buffer.from(signature, 'base64'))).toBe(true);
  expect(createHash('sha256').update(body).digest('hex')).toHaveLength(64);
});
