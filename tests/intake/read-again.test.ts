import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEngine, hostOnNode, startNodeWorker, workerEntry } from '../../src/engine/index.ts';
import { Desk, resourcesDir, root } from '../engine/desk.ts';
import { makePdf } from '../readers/made/pdfs.ts';
import { makeSevenZip } from '../readers/made/seven-zips.ts';

const worker = {
  plain: fileURLToPath(new URL('../../src/engine/workers/read-worker.ts', import.meta.url)),
  newer: fileURLToPath(new URL('./newer-worker.ts', import.meta.url)),
};

let desk: Desk;
let reader: keyof typeof worker;

beforeEach(async () => {
  desk = new Desk();
  reader = 'plain';
  desk.engine = createEngine(
    hostOnNode(
      { resourcesDir, profileDir: desk.at('profile'), version: '0.0.0-test' },
      (name) =>
        startNodeWorker(name === 'read' ? worker[reader] : workerEntry(join(root, 'src', 'engine'), name, false)),
      (line) => desk.log.push(line),
    ),
  );
  await desk.newCase();
});

afterEach(async () => desk.end());

const files = () => desk.ask('evidence.list', {});
const texts = async (): Promise<readonly string[]> => {
  const { rows } = await desk.ask('item.page', { sort: 'number', limit: 500 });
  return rows.map(({ snippet }) => snippet);
};

async function job(name: 'evidence.unlock' | 'evidence.read-again', input: object): Promise<string> {
  const reply = await desk.engine.call(name, input);
  if (!reply.ok) throw new Error(reply.error.title);
  await desk.engine.idle();
  const ended = (await desk.ask('job.list', {})).findLast(({ title }) => title === 'Reading again');
  return `${ended?.state}: ${ended?.result}`;
}

async function map(itemId: string, words: string, text: string): Promise<string> {
  const start = text.indexOf(words);
  const passage = { kind: 'words', start, end: start + words.length, text: words } as const;
  const input = {
    itemId,
    policy: '4118.51',
    clause: '8',
    element: 'working-time',
    weighs: 'for',
    passage,
    allegationId: null,
    reason: null,
  } as const;
  const reply = await desk.engine.call('mapping.add', input);
  if (!reply.ok) throw new Error(`${reply.error.kind} ${reply.error.title}`);
  const all = await desk.ask('mapping.list', { itemId, allegationId: null, policy: null, clause: null });
  return all.at(-1)?.id ?? '';
}

test('a new reading takes the place of the old one, and links move along where the words are the same', async () => {
  const rows = [
    { from: 'Dana', at: '2026-03-10 10:42', text: 'Practice at six' },
    { from: 'Dana', at: '2026-03-11 10:42', text: 'See you Wendsday' },
    { from: 'Sam', at: '2026-03-11 10:43', text: 'Practice at six' },
  ];
  const [first = '', second = ''] = await desk.messages(rows);
  const moved = await map(first, 'Practice', 'Practice at six');
  const left = await map(second, 'See you', 'See you Wendsday');
  const [file] = await files();
  expect(await job('evidence.read-again', { ids: [file?.id ?? ''] })).toBe(
    'done: 0 files have a new reading. 1 keep the one they had: nothing more was found.',
  );
  reader = 'newer';
  expect(await job('evidence.read-again', { ids: [file?.id ?? ''] })).toBe(
    'done: 1 file has a new reading. 1 links moved along.',
  );
  expect(await texts()).toEqual(['Practice at six', 'See you Wednesday', 'Practice at six']);
  expect((await files()).map(({ outcome }) => outcome?.reader)).toEqual(
    ['csv@2'].map(() => expect.stringMatching(/^csv@\d+$/)),
  );
  const all = await desk.ask('mapping.list', { itemId: null, allegationId: null, policy: null, clause: null });
  expect(all.map(({ id }) => id)).toEqual([moved]);
  expect(all[0]?.itemId).not.toBe(first);
  const behind = await desk.ask('evidence.left-behind', {});
  expect(behind.map(({ mappingId, words }) => [mappingId, words])).toEqual([[left, 'See you']]);
  expect((await desk.ask('item.search', { words: 'Wendsday', limit: 10 })).total).toBe(0);
  expect((await desk.ask('item.search', { words: 'Wednesday', limit: 10 })).total).toBe(1);
});

test('a file that was never given or is still read is not read again', async () => {
  const error = await desk.refused('evidence.read-again', { ids: ['00000000-0000-4000-8000-000000000000'] });
  expect(error.kind).toBe('not-found');
});

test('the right password opens an archive, what lies in it becomes evidence, and the password is kept nowhere', async () => {
  const password = 'Otters-of-1987';
  desk.write(
    'locked.zip',
    await makeSevenZip({ 'chat.txt': 'See you after class' }, ['-tzip', '-mem=AES256', `-p${password}`]),
  );
  await desk.import('locked.zip');
  const [locked] = await files();
  expect(locked?.outcome?.encrypted).toBe(true);
  expect(await job('evidence.unlock', { id: locked?.id, password: 'no' })).toBe(
    'done: Nothing more came out of this file with that password. It is kept as it was.',
  );
  expect(await files()).toHaveLength(1);
  expect(await job('evidence.unlock', { id: locked?.id, password })).toContain('done: 1 file has a new reading.');
  expect((await files()).map(({ name, state }) => [name, state])).toEqual([
    ['locked.zip', 'read'],
    ['chat.txt', 'read'],
  ]);
  expect(await texts()).toEqual(['See you after class']);
  expect(await job('evidence.unlock', { id: locked?.id, password })).toContain('done');
  expect(await files()).toHaveLength(2);
  await desk.engine.call('case.close', {});
  expect(readFileSync(desk.path).includes(password)).toBe(false);
  expect(desk.log.join()).not.toContain(password);
});

test('the right password opens a PDF in place', async () => {
  desk.write('letter.pdf', makePdf({ pages: [['Kept behind a password']], password: 'open' }));
  await desk.import('letter.pdf');
  const [letter] = await files();
  expect(letter?.state).toBe('not-read');
  expect(await job('evidence.unlock', { id: letter?.id, password: 'open' })).toContain('1 file has a new reading');
  expect((await files()).map(({ state }) => state)).toEqual(['read']);
  expect((await desk.ask('item.search', { words: 'behind', limit: 10 })).total).toBe(1);
});
