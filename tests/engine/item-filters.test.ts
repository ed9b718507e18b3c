import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CallInput } from '../../src/contract/calls.ts';
import { makeWav } from '../readers/made/recordings.ts';
import { Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.newCase(null);
  desk.write(
    'table.csv',
    [
      'From,To,Date,Message',
      'Ana,Zoe,2026-02-01 08:00,first',
      'Ben,Yan,2026-02-03 23:59,second',
      'Cid,Xia,2026-02-04 00:01,third',
    ].join('\n'),
  );
  desk.write('WhatsApp Chat with Rosa.txt', '[3/4/26, 9:12:05] Rosa: open\n[5/4/26, 9:12:05] Theo: open too');
  desk.write('note.txt', 'a note without a date');
  desk.write('voicemail.wav', makeWav(1));
  await desk.import('table.csv', 'WhatsApp Chat with Rosa.txt', 'note.txt', 'voicemail.wav');
});
afterEach(() => desk.end());

const shown = async (filter: CallInput<'item.page'>['filter'], more: Omit<CallInput<'item.page'>, 'filter'> = {}) =>
  (await desk.ask('item.page', { filter, ...more })).rows.map(({ snippet, kind }) =>
    kind === 'recording' ? kind : snippet,
  );

test('days are whole, and both ends are in', async () => {
  expect(await shown({ from: '2026-02-01', to: '2026-02-03' })).toEqual(['first', 'second']);
  expect(await shown({ from: '2026-02-04', to: '2026-02-28' })).toEqual(['third']);
  expect((await desk.refused('item.page', { filter: { from: 'soon' } })).kind).toBe('bad-input');
});

test('items are shown by how certain their date is, and by what nobody has heard yet', async () => {
  expect(await shown({ certainty: 'ambiguous' })).toEqual(['open', 'open too']);
  expect(await shown({ certainty: 'stated' })).toEqual(['first', 'second', 'third']);
  expect(await shown({ certainty: 'none' })).toEqual(expect.arrayContaining(['a note without a date']));
  expect(await shown({ only: 'not-read' })).toEqual(['recording']);
});

test('what a person settled, translated or wrote down is found by that', async () => {
  const files = await desk.ask('evidence.list', {});
  const idOf = (name: string) => files.find((file) => file.name.startsWith(name))?.id ?? '';
  await desk.ask('time.settle', {
    evidenceId: idOf('WhatsApp'),
    order: 'day-month',
    half: null,
    zone: null,
    capturedAt: null,
    reason: 'Asked her.',
  });
  expect(await shown({ certainty: 'assumed', from: '2026-04-03', to: '2026-04-03' })).toEqual(['open']);
  const [row] = (await desk.ask('item.page', { filter: { certainty: 'assumed' } })).rows;
  await desk.ask('translation.record', {
    itemId: row?.id ?? '',
    language: 'Spanish',
    words: 'opened',
    translator: 'I. Solano',
    note: null,
  });
  expect(await shown({ only: 'translated' })).toEqual(['open']);
  await desk.ask('transcript.record', {
    evidenceId: idOf('voicemail'),
    kind: 'transcript',
    language: null,
    madeBy: 'Dana Ruiz',
    consent: null,
    complete: true,
    lines: [{ at: null, until: null, speaker: null, words: 'call me' }],
    note: null,
  });
  expect(await shown({ only: 'by-person' })).toEqual(['call me']);
  expect(await shown({ only: 'not-read' })).toEqual([]);
});

test('the table is sorted by recipient and by certainty, either way, and nothing is lost', async () => {
  expect(await shown({ to: '2026-02-28' }, { sort: 'to' })).toEqual(['third', 'second', 'first']);
  const all = (await shown({})).toSorted();
  for (const sort of ['time', 'number', 'author', 'to', 'kind', 'source', 'certainty'] as const) {
    for (const descending of [false, true]) expect((await shown({}, { sort, descending })).toSorted()).toEqual(all);
  }
  const certain = (await shown({}, { sort: 'certainty' })).filter((words) => words !== 'recording');
  expect(certain.slice(0, 5)).toEqual(['first', 'second', 'third', 'open', 'open too']);
});
