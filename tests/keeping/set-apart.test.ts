import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Desk, resourcesDir, sheet, teacher } from '../engine/desk.ts';
import { zipOf } from './keeping-desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.newCase();
  await desk.ask('person.add', teacher);
});
afterEach(() => desk.end());

const CHAT =
  'From,Date,Post\nofarrell,2026-03-10T10:42:00-04:00,"Bored in class again with brontosaurs — updating my page while they read"\n';
const counsel = { counsel: 'M. Okafor, counsel to the Board', decidedOn: '2026-03-14' };

async function importUnder(howObtained: typeof sheet.howObtained | 'login-demanded', ...names: readonly string[]) {
  const receipt = await desk.ask('receipt.record', { ...sheet, howObtained });
  await desk.ask('intake.start', { paths: names.map((name) => desk.at(name)), receiptId: receipt.id, zone: null });
  await desk.engine.idle();
  return receipt;
}

const found = async () => (await desk.ask('item.search', { words: 'brontosaurs', limit: 10 })).total;
const suggested = async () => (await desk.ask('suggestion.list', { itemId: null, open: false })).suggestions.length;

test.each(['login-demanded', 'logged-in-in-presence', 'friend-request-required'] as const)(
  'what was obtained by %s is set apart: kept and counted, and seen by no list, search or suggestion',
  async (way) => {
    desk.write('chat.csv', CHAT);
    const receipt = await desk.ask('receipt.record', { ...sheet, howObtained: way });
    await desk.ask('intake.start', { paths: [desk.at('chat.csv')], receiptId: receipt.id, zone: null });
    await desk.engine.idle();
    expect(await found()).toBe(0);
    expect(await suggested()).toBe(0);
    expect((await desk.ask('item.page', {})).total).toBe(0);
    const [file] = await desk.ask('evidence.list', {});
    expect(file).toMatchObject({ closed: 'set-apart', outcome: { items: 1, authors: [] } });
    expect(await desk.engine.blob({ kind: 'evidence', evidenceId: file?.id ?? '' })).toBeNull();
    const { setApart } = await desk.ask('protection.view', {});
    expect(setApart).toMatchObject([{ receiptNumber: 1, apart: true, howObtained: way, decisions: [] }]);
    expect((await desk.ask('case.state', {})).counts.closed).toBe(1);
  },
);

test('counsel releases a sheet, and keeps it barred again by another decision', async () => {
  desk.write('chat.csv', CHAT);
  const { id } = await importUnder('login-demanded', 'chat.csv');
  const decide = async (decision: 'release' | 'keep-barred') => {
    const reason = `For reasons of counsel: ${decision}`;
    await desk.ask('protection.decide', { receiptId: id, evidenceId: null, decision, reason, ...counsel });
    await desk.engine.idle();
  };
  await decide('release');
  expect(await found()).toBe(1);
  expect(await suggested()).toBeGreaterThan(0);
  await decide('keep-barred');
  expect(await found()).toBe(0);
  expect(await suggested()).toBe(0);
  const { setApart } = await desk.ask('protection.view', {});
  expect(setApart[0]?.decisions.map(({ decision }) => decision)).toEqual(['release', 'keep-barred']);
  expect(setApart[0]?.decisions[0]).toMatchObject(counsel);
});

test('a decision about one file goes before the one about its sheet, and holds for what is inside it', async () => {
  desk.write('chat.csv', CHAT);
  desk.write(
    'phone.zip',
    zipOf({ 'inner.csv': Buffer.from(CHAT.replace('brontosaurs', 'brontosaurs and allosaurs')) }),
  );
  await importUnder('login-demanded', 'chat.csv', 'phone.zip');
  const archive = (await desk.ask('evidence.list', {})).find(({ name }) => name === 'phone.zip');
  const one = { receiptId: null, evidenceId: archive?.id ?? '', reason: 'An independent way to it', ...counsel };
  await desk.ask('protection.decide', { ...one, decision: 'release' });
  await desk.engine.idle();
  expect(await found()).toBe(1);
  const closed = async () =>
    (await desk.ask('evidence.list', {})).map(({ name, closed }) => `${name}: ${closed ?? 'open'}`);
  expect(await closed()).toEqual(['chat.csv: set-apart', 'phone.zip: open', 'inner.csv: open']);
  await desk.ask('protection.decide', { ...one, decision: 'keep-barred' });
  await desk.engine.idle();
  expect(await closed()).toEqual(['chat.csv: set-apart', 'phone.zip: set-apart', 'inner.csv: set-apart']);
});

test('putting a file under another sheet, and reversing that, moves it in and out of sight', async () => {
  desk.write('chat.csv', CHAT);
  await desk.import('chat.csv');
  expect(await found()).toBe(1);
  const receipt = await desk.ask('receipt.record', { ...sheet, howObtained: 'friend-request-required' });
  const [file] = await desk.ask('evidence.list', {});
  await desk.ask('receipt.assign', { receiptId: receipt.id, evidenceIds: [file?.id ?? ''] });
  expect(await found()).toBe(0);
  await desk.ask('history.reverse', {});
  expect(await found()).toBe(1);
});

test('the same bytes from a lawful source are named beside what is set apart', async () => {
  desk.write('chat.csv', CHAT);
  desk.write('from-a-parent.csv', CHAT);
  await importUnder('handed-over-by-recipient', 'from-a-parent.csv');
  await importUnder('login-demanded', 'chat.csv');
  const { setApart } = await desk.ask('protection.view', {});
  expect(setApart[0]?.alsoFrom).toMatchObject([{ name: 'from-a-parent.csv' }]);
  expect(await found()).toBe(1);
});

test('the file’s own view names the same ways as the contract says are barred', () => {
  const view = readFileSync(join(resourcesDir, 'migrations', '0002-intake.sql'), 'utf8');
  const named = /how_obtained IN\s*\(([^)]*)\)/.exec(view)?.[1]?.match(/'([^']+)'/g);
  expect(named).toEqual(["'login-demanded'", "'logged-in-in-presence'", "'friend-request-required'"]);
});

test('an oral statement is evidence: its words, who said it, when, who wrote it down, and a receipt sheet of its own', async () => {
  const statement = {
    kind: 'oral-statement',
    fromWhom: 'Mrs. Lindqvist',
    saidAt: '2026-03-10T08:15:00-04:00',
    present: 'the school secretary',
    words: 'He called my daughter’s class a zoo, on Facebook, on Monday.',
  } as const;
  const row = await desk.ask('statement.record', statement);
  await desk.engine.idle();
  expect(row).toMatchObject({ name: 'Oral statement of Mrs. Lindqvist, 2026-03-10.txt', state: 'read', closed: null });
  const bytes = await desk.engine.blob({ kind: 'evidence', evidenceId: row.id });
  expect(Buffer.from(bytes?.bytes ?? []).toString('utf8')).toBe(statement.words);
  const { hits } = await desk.ask('item.search', { words: 'zoo', limit: 5 });
  const { item } = await desk.ask('item.view', { id: hits[0]?.item ?? '' });
  expect(item).toMatchObject({
    author: { name: 'Mrs. Lindqvist' },
    text: statement.words,
    sentAt: { local: '2026-03-10T08:15:00', instant: '2026-03-10T12:15:00Z', basis: 'person' },
  });
  const [receipt] = await desk.ask('receipt.list', {});
  expect(receipt).toMatchObject({ howObtained: 'own-note', note: expect.stringContaining('the school secretary') });
  expect((await desk.ask('ledger.verify', { expect: null })).firstProblem).toBeNull();
  expect((await desk.refused('statement.record', statement)).kind).toBe('bad-input');
});

test('the receipt sheet keeps how pictures were taken off the phone', async () => {
  await desk.ask('receipt.record', { ...sheet, takenOff: 'sent-by-messenger' });
  await desk.ask('receipt.record', sheet);
  expect((await desk.ask('receipt.list', {})).map(({ takenOff }) => takenOff)).toEqual(['sent-by-messenger', null]);
});

test('what was seen elsewhere is recorded by name, with whom somebody called, and no byte is asked for', async () => {
  const stopped = await desk.ask('protection.stop', {
    name: 'A picture on a pupil’s phone',
    receiptId: null,
    whereItIs: 'With the pupil’s mother',
    called: 'The police, at 10:20',
  });
  expect(stopped).toMatchObject({ name: 'A picture on a pupil’s phone', called: 'The police, at 10:20' });
  expect((await desk.ask('protection.view', {})).stopped).toContainEqual(stopped);
  expect((await desk.ask('evidence.list', {})).map(({ name }) => name)).not.toContain('A picture on a pupil’s phone');
  await desk.ask('history.reverse', {});
});

test('the stop screen leaves a name and nothing else of a file', async () => {
  desk.write('IMG_7.png', 'qxBytesThatMustNotBeTaken');
  const job = await desk.ask('intake.start', {
    paths: [desk.at('IMG_7.png')],
    receiptId: null,
    zone: null,
    mustNotKeep: true,
  });
  await desk.engine.idle();
  expect((await desk.ask('job.list', {})).find(({ id }) => id === job.id)?.result).toContain('1 not read');
  expect(await desk.ask('evidence.list', {})).toEqual([]);
  const { stopped } = await desk.ask('protection.view', {});
  expect(stopped).toMatchObject([{ number: 1, name: 'IMG_7.png' }]);
  await desk.ask('case.close', {});
  expect(readFileSync(desk.path).includes('qxBytesThatMustNotBeTaken')).toBe(false);
});
