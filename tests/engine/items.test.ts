import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk, teacher } from './desk.ts';

const desk = new Desk();
let ids: readonly string[] = [];
const messages = [
  { from: 'ofarrell', at: '2026-03-12 07:10', text: 'Good morning' },
  { from: 'Mia Lindqvist', at: '2026-03-10 10:42', text: 'Is the quiz tomorrow?' },
  { from: 'ofarrell', at: '2026-03-10 10:44', text: 'Yes. Bring a pencil.' },
  { from: 'Someone Else', at: '', text: 'No date here' },
  { from: 'Mia Lindqvist', at: '2026-03-11 18:00', text: 'Thanks' },
];

beforeAll(async () => {
  await desk.newCase();
  ids = await desk.messages(messages);
  desk.write('note.txt', 'A note of the principal about the quiz.');
  await desk.import('note.txt');
}, 60_000);
afterAll(() => desk.end());

const page = (request: Parameters<typeof desk.ask<'item.page'>>[1]) => desk.ask('item.page', request);
const shown = async (request: Parameters<typeof page>[0]) => (await page(request)).rows.map(({ snippet }) => snippet);
const [morning, question, pencil, undated, thanks] = messages.map(({ text }) => text);
const note = 'A note of the principal about the quiz.';

test('items stand in the order of time, those without a date at the end whichever way', async () => {
  expect(await shown({ sort: 'time' })).toEqual([question, pencil, thanks, morning, undated, note]);
  const back = await shown({ sort: 'time', descending: true });
  expect(back.slice(0, 4)).toEqual([morning, thanks, pencil, question]);
  expect(back.slice(4).sort()).toEqual([note, undated].sort());
});

test('items sort by number, author, kind and source', async () => {
  expect((await page({ sort: 'number' })).rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  const authors = (await page({ sort: 'author' })).rows.map(({ author }) => author);
  expect(authors).toEqual(['Mia Lindqvist', 'Mia Lindqvist', 'ofarrell', 'ofarrell', 'Someone Else', null]);
  const kinds = (await page({ sort: 'kind' })).rows.map(({ kind }) => kind);
  expect(kinds).toEqual([...kinds].sort());
  expect(await shown({ sort: 'source', descending: true })).toEqual([
    note,
    ...messages.map(({ text }) => text).reverse(),
  ]);
});

test('windows of a sort put together are the whole, in the same order', async () => {
  for (const sort of ['time', 'number', 'author', 'kind', 'source'] as const) {
    const whole = (await page({ sort })).rows.map(({ id }) => id);
    const pieces = await Promise.all([0, 2, 4].map((offset) => page({ sort, offset, limit: 2 })));
    expect(pieces.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(whole);
    expect(pieces[0]).toMatchObject({ total: 6, matching: 6 });
  }
});

test('filters by kind, source, words, and what was marked', async () => {
  const [csv, text] = await desk.ask('evidence.list', {});
  expect(await shown({ filter: { evidenceId: text?.id ?? '' } })).toEqual([note]);
  expect(await shown({ filter: { evidenceId: csv?.id ?? '', words: 'quiz' } })).toEqual([question]);
  expect(await shown({ filter: { kind: 'document' } })).toEqual([note]);
  expect(await shown({ filter: { words: '!!' } })).toEqual([]);
  expect(await shown({ filter: { only: 'linked' } })).toEqual([]);
  const clause = (await desk.ask('clause.list', {}))[0];
  const { id } = await desk.ask('mapping.add', {
    itemId: ids[2] ?? '',
    policy: clause?.policy ?? '',
    clause: clause?.clause ?? '',
    element: clause?.elements[0]?.id ?? '',
    weighs: 'against',
    passage: { kind: 'words', start: 0, end: 4, text: 'Yes.' },
    allegationId: null,
    reason: null,
  });
  expect(await shown({ filter: { only: 'linked' } })).toEqual([pencil]);
  expect(await shown({ filter: { clause: `${clause?.policy} ${clause?.clause}`, only: 'linked' } })).toEqual([pencil]);
  expect((await page({ filter: { only: 'linked' } })).rows[0]?.linked).toEqual([`${clause?.policy} ${clause?.clause}`]);
  await desk.ask('mapping.withdraw', { id, reason: 'Only a trial' });
  expect(await shown({ filter: { only: 'linked' } })).toEqual([]);
});

test('a person’s items are found by their name and by their accounts, however those are written', async () => {
  const owen = await desk.ask('person.add', {
    ...teacher,
    accounts: [{ handle: '@OFarrell', platform: null, owner: 'personal', disclaimer: null }],
  });
  expect(await shown({ filter: { personId: owen.id } })).toEqual([pencil, morning]);
  const mia = await desk.ask('person.add', { ...teacher, name: 'MIA LINDQVIST', accounts: [], caseRole: 'witness' });
  expect(await shown({ filter: { personId: mia.id } })).toEqual([question, thanks]);
  const { rows } = await page({ filter: { personId: owen.id } });
  expect(rows.map(({ authorPersonId }) => authorPersonId)).toEqual([owen.id, owen.id]);
});

test('what stands around an item is told with whether there is more', async () => {
  const around = await desk.ask('item.around', { id: ids[2] ?? '', before: 1, after: 1 });
  expect(around.rows.map(({ snippet }) => snippet)).toEqual([question, pencil, undated]);
  expect(around).toMatchObject({ moreBefore: true, moreAfter: true });
  const whole = await desk.ask('item.around', { id: ids[2] ?? '', before: 10, after: 10 });
  expect(whole).toMatchObject({ moreBefore: false, moreAfter: false });
  expect(whole.rows).toHaveLength(5);
});

test('the wire shape of an item is what the suggestions read', async () => {
  const wire = await desk.ask('item.wire', { id: ids[2] ?? '' });
  expect(wire).toMatchObject({
    id: ids[2],
    item: { text: pencil, author: { name: 'ofarrell', role: 'teacher', unit: 'certified' }, account: 'personal' },
    context: { workingHours: teacher.workingHours, district: { name: expect.stringContaining('Hollow Brook') } },
  });
});
