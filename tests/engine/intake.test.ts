import { rmSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tamper } from '../custody/raw-case.ts';
import { Desk, sheet } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.newCase(null);
});
afterEach(() => desk.end());

const outcomes = async () =>
  (await desk.ask('evidence.list', {})).map(({ name, outcome, state }) => [name, outcome?.outcome ?? state]);

test('files of one import with the same bytes and the same name are received each, and read once', async () => {
  desk.write('inbox/a/IMG_1.txt', 'the same words');
  desk.write('inbox/b/IMG_1.txt', 'the same words');
  desk.write('inbox/c/other.txt', 'the same words');
  const job = await desk.import('inbox');
  expect(job.result).toBe('1 read, 2 there already.');
  expect(await outcomes()).toEqual([
    ['IMG_1.txt', 'imported'],
    ['IMG_1.txt', 'duplicate'],
    ['other.txt', 'duplicate'],
  ]);
  expect((await desk.ask('item.page', {})).total).toBe(1);
});

test('a file that is given again later is a second receipt, never a second reading', async () => {
  desk.write('a.txt', 'words');
  await desk.import('a.txt');
  await desk.import('a.txt');
  expect(await outcomes()).toEqual([
    ['a.txt', 'imported'],
    ['a.txt', 'duplicate'],
  ]);
  expect((await desk.ask('item.page', {})).total).toBe(1);
});

test('the open case, links and what is not there are refused with a reason, and the rest is taken', async () => {
  desk.write('a.txt', 'words');
  symlinkSync(desk.at('a.txt'), desk.at('link.txt'));
  const told: [string, string, string | null][] = [];
  await desk.engine.importFiles(
    {
      paths: ['case.evenhand', 'link.txt', 'gone.txt', 'a.txt'].map((shown) => ({ path: desk.at(shown), shown })),
      receiptId: null,
      zone: null,
    },
    ({ path, outcome, error }) => told.push([path, outcome, error]),
  );
  expect(told).toEqual([
    ['case.evenhand', 'rejected', 'This is the case file that is open. Nothing was taken.'],
    ['link.txt', 'rejected', expect.stringContaining('a link to another place')],
    ['gone.txt', 'rejected', expect.stringContaining('There is no file at this place')],
    ['a.txt', 'imported', null],
  ]);
  // The hold on the case file is as firm as before.
  expect((await desk.ask('ledger.verify', { expect: null })).ok).toBe(true);
});

test('a receipt sheet covers what was received under it, and stays once files lie under it', async () => {
  const receipt = await desk.ask('receipt.record', sheet);
  desk.write('a.txt', 'words');
  desk.write('b.txt', 'other words');
  await desk.ask('intake.start', { paths: [desk.at('a.txt')], receiptId: receipt.id, zone: null });
  await desk.engine.idle();
  await desk.import('b.txt');
  expect((await desk.ask('case.state', {})).counts).toMatchObject({ evidence: 2, withoutReceipt: 1 });
  expect((await desk.ask('receipt.list', {}))[0]?.files).toBe(1);
  // Reversing the sheet would leave the file without one that it had.
  expect((await desk.refused('history.reverse', {})).kind).toBe('reverse-conflict');
  const [, second] = await desk.ask('evidence.list', {});
  await desk.ask('receipt.assign', { receiptId: receipt.id, evidenceIds: [second?.id ?? ''] });
  expect((await desk.ask('case.state', {})).counts.withoutReceipt).toBe(0);
  await desk.ask('history.reverse', {});
  expect((await desk.ask('case.state', {})).counts.withoutReceipt).toBe(1);
});

test('an import that is cancelled keeps what was received and is taken up when the case is opened', async () => {
  for (let n = 0; n < 12; n++) desk.write(`inbox/${n}.txt`, `words of file ${n}`);
  await desk.ask('intake.start', { paths: [desk.at('inbox')], receiptId: null, zone: null });
  await desk.ask('intake.cancel', {});
  await desk.engine.idle();
  const [job] = await desk.ask('job.list', {});
  expect(job).toMatchObject({ state: 'cancelled' });
  const received = (await desk.ask('evidence.list', {})).length;
  await desk.reopen();
  await desk.engine.idle();
  const after = await desk.ask('evidence.list', {});
  expect(after).toHaveLength(received);
  expect(after.every(({ state }) => state === 'read')).toBe(true);
  await desk.import('inbox');
  expect((await desk.ask('item.page', {})).total).toBe(12);
});

test('a case whose items nobody looked through, since a crash came between, is looked through when it is opened', async () => {
  const other = new Desk();
  await other.newCase();
  await other.messages([{ from: 'x', at: '2026-03-10 10:42', text: 'words' }]);
  const looks = async () =>
    (await other.ask('ledger.page', { before: null, limit: 50 })).rows.filter(
      ({ did }) => did === 'suggestion.refresh',
    );
  expect(await looks()).toHaveLength(1);
  await other.reopen();
  await other.engine.idle();
  expect(await looks()).toHaveLength(1);
  await other.ask('case.close', {});
  // As a crash right before the look through would have left it.
  tamper(other.path, (raw) => {
    const looked = raw.number("SELECT max(seq) FROM ledger WHERE did = 'suggestion.refresh'");
    for (const table of ['suggestion', 'look_through']) raw.db.exec(`DELETE FROM ${table}`);
    for (const table of ['checkpoint', 'ledger_change', 'ledger'])
      raw.run(`DELETE FROM ${table} WHERE seq >= ?`, looked);
  });
  // What a crash kept from the case, this computer never saw either.
  rmSync(other.at('profile', 'seen.json'), { force: true });
  await other.ask('case.open', { path: other.path, passphrase: null });
  await other.engine.idle();
  expect(await looks()).toHaveLength(1);
  expect(await other.ask('ledger.verify', { expect: null })).toMatchObject({ ok: true, firstProblem: null });
  await other.end();
});
