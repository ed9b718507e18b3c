import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Moment } from '../../src/contract/moment.ts';
import { relativeTime } from '../../src/engine/intake/times/relative.ts';
import { settledMoment } from '../../src/engine/intake/times/settled-moment.ts';
import { openCase, verifyCase } from '../../src/verifier/index.ts';
import { zipOf } from '../keeping/keeping-desk.ts';
import { Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.newCase('hollow-brook');
});
afterEach(() => desk.end());

/** A chat of which no line settles whether the day or the month comes first. */
const chat = [
  '[3/4/26, 9:12:05] Rosa Vale: can you send the list',
  '[3/4/26, 9:14:40] Theo Lund: in a minute',
  '[5/4/26, 21:02:11] Rosa Vale: thank you',
].join('\n');

const nothing = { order: null, half: null, zone: null, capturedAt: null } as const;

async function imported(): Promise<string> {
  desk.write('WhatsApp Chat with Rosa.txt', chat);
  await desk.import('WhatsApp Chat with Rosa.txt');
  const [file] = await desk.ask('evidence.list', {});
  return file?.id ?? '';
}

const times = async () =>
  (await desk.ask('item.page', { sort: 'time' })).rows.map(({ sentAt }) => [sentAt?.local, sentAt?.certainty]);

test('dates that can be read two ways are asked about once for the source, with what speaks for each reading', async () => {
  const evidenceId = await imported();
  expect((await desk.ask('case.state', {})).counts.datesOpen).toBe(1);
  expect(await desk.ask('time.list', {})).toMatchObject([{ evidenceId, dated: 3, open: 3, settled: false }]);
  const { questions } = await desk.ask('time.view', { evidenceId });
  expect(questions.map(({ kind, items, open }) => [kind, items, open])).toEqual([
    ['order', 3, true],
    ['zone', 3, true],
  ]);
  expect(questions[0]?.examples[0]?.readings).toEqual([
    { value: 'month-day', local: '2026-03-04T09:12:05' },
    { value: 'day-month', local: '2026-04-03T09:12:05' },
  ]);
});

test('a settled order moves every item of the source, is searched and sorted by, and can be corrected and reversed', async () => {
  const evidenceId = await imported();
  const before = await times();
  await desk.ask('time.settle', {
    ...nothing,
    evidenceId,
    order: 'day-month',
    reason: 'The phone was set to English (UK).',
  });
  expect(await times()).toEqual([
    ['2026-04-03T09:12:05', 'assumed'],
    ['2026-04-03T09:14:40', 'assumed'],
    ['2026-04-05T21:02:11', 'assumed'],
  ]);
  expect((await desk.ask('item.page', { filter: { only: 'date-ambiguous' } })).matching).toBe(0);
  expect((await desk.ask('case.state', {})).counts.datesOpen).toBe(0);
  const settled = await desk.ask('time.view', { evidenceId });
  expect(settled.questions.map(({ kind, open }) => [kind, open])).toEqual([
    ['order', false],
    ['zone', true],
  ]);

  const corrected = await desk.ask('time.settle', {
    ...nothing,
    evidenceId,
    order: 'month-day',
    reason: 'It was bought in Ohio.',
  });
  expect(corrected.setting).toMatchObject({ order: 'month-day', reason: 'It was bought in Ohio.' });
  expect(corrected.earlier).toMatchObject([
    { order: 'day-month', reason: 'The phone was set to English (UK).', withdrawn: true },
  ]);
  expect((await times())[0]).toEqual(['2026-03-04T09:12:05', 'assumed']);

  await desk.ask('history.reverse', {});
  expect((await times())[0]).toEqual(['2026-04-03T09:12:05', 'assumed']);
  await desk.ask('history.reverse', {});
  expect(await times()).toEqual(before);
  await desk.ask('history.repeat', {});
  expect((await times())[0]).toEqual(['2026-04-03T09:12:05', 'assumed']);
  expect((await desk.ask('ledger.verify', { expect: null })).firstProblem).toBeNull();
});

test('what was read stays beside what was settled, and what `items` writes follows the settled time', async () => {
  const evidenceId = await imported();
  await desk.ask('time.settle', {
    ...nothing,
    evidenceId,
    order: 'day-month',
    zone: 'America/New_York',
    reason: 'Asked her.',
  });
  const [row] = (await desk.ask('item.page', { sort: 'number' })).rows;
  const view = await desk.ask('item.view', { id: row?.id ?? '' });
  expect(view.item.sentAt).toMatchObject({
    instant: '2026-04-03T13:12:05Z',
    zone: 'America/New_York',
    asWritten: '3/4/26, 9:12:05',
  });
  expect(view.asRead?.sentAt).toMatchObject({
    certainty: 'ambiguous',
    readings: ['2026-04-03T09:12:05', '2026-03-04T09:12:05'],
  });
  expect(await desk.ask('item.wire', { id: row?.id ?? '' })).toMatchObject({
    item: { sentAt: '2026-04-03T13:12:05Z' },
  });
});

test('a setting that says nothing, a zone that is none and a source that is not there are refused', async () => {
  const evidenceId = await imported();
  expect((await desk.refused('time.settle', { ...nothing, evidenceId, reason: 'x' })).kind).toBe('bad-input');
  expect(
    (await desk.refused('time.settle', { ...nothing, evidenceId, zone: 'Mars/Olympus', reason: 'x' })).title,
  ).toContain('Mars/Olympus');
  expect(
    (await desk.refused('time.settle', { ...nothing, evidenceId: 'gone', order: 'day-month', reason: 'x' })).kind,
  ).toBe('not-found');
  expect((await desk.refused('time.withdraw', { evidenceId, reason: 'x' })).kind).toBe('already-retracted');
});

test('one date above twelve, a name of a sent file and the order of lines are told as evidence', async () => {
  desk.write(
    'WhatsApp Chat with Sam.txt',
    ['[3/4/26, 9:12:05] Rosa Vale: a', '[3/5/26, 9:14:40] Theo Lund: b', '[3/14/26, 21:02:11] Rosa Vale: c'].join('\n'),
  );
  await desk.import('WhatsApp Chat with Sam.txt');
  const [file] = await desk.ask('evidence.list', {});
  const { questions } = await desk.ask('time.view', { evidenceId: file?.id ?? '' });
  const order = questions.find(({ kind }) => kind === 'order');
  expect(order).toMatchObject({ open: false, assumed: 'The machine read all of them as month/day.' });
  expect(order?.answers[0]?.for[0]).toBe('1 of 3 dates can be read no other way, because one figure is above 12.');
  expect(order?.answers[1]?.against).toContain('Read so, the lines run back in time once.');
});

describe('a time told by its distance', () => {
  test.each([
    ['2h', '2026-03-10T19:52:00'],
    ['2 hrs ago', '2026-03-10T19:52:00'],
    ['15m', '2026-03-10T21:37:00'],
    ['hace 3 días', '2026-03-07'],
    ['1w', '2026-03-03'],
    ['Yesterday at 9:41 PM', '2026-03-09T21:41:00'],
    ['ayer', '2026-03-09'],
    ['Tuesday', '2026-03-03'],
    ['Mon 8:05 AM', '2026-03-09T08:05:00'],
    ['Just now', '2026-03-10T21:52:00'],
  ])('%s is counted back from the capture', (written, local) => {
    expect(relativeTime(written, '2026-03-10T21:52')?.local).toBe(local);
  });

  test.each(['March 3', '3/4/2026', 'yesterday at 25:00', 'soon', '', '2 apples ago'])('%s is none', (written) => {
    expect(relativeTime(written, '2026-03-10T21:52')).toBeNull();
  });
});

test('a settled moment keeps the words of the date, and settling it twice changes nothing more', () => {
  const twelve = fc.integer({ min: 1, max: 12 });
  const pad = (n: number) => String(n).padStart(2, '0');
  fc.assert(
    fc.property(twelve, twelve, fc.constantFrom('day-month', 'month-day'), (first, second, order) => {
      const moment: Moment = {
        asWritten: `${first}/${second}/2026 8:05`,
        local: `2026-${pad(first)}-${pad(second)}T08:05:00`,
        instant: null,
        zone: null,
        basis: 'floating-local',
        precision: 'minute',
        certainty: first === second ? 'stated' : 'ambiguous',
        readings:
          first === second
            ? []
            : [`2026-${pad(first)}-${pad(second)}T08:05:00`, `2026-${pad(second)}-${pad(first)}T08:05:00`],
      };
      const setting = { ...nothing, order };
      const settled = settledMoment(moment, setting) ?? moment;
      expect(settled.asWritten).toBe(moment.asWritten);
      const [month, day] = order === 'month-day' ? [first, second] : [second, first];
      expect(settled.local).toBe(`2026-${pad(month)}-${pad(day)}T08:05:00`);
      expect(settled.certainty).not.toBe('ambiguous');
      expect(settledMoment(settled, setting)).toBeNull();
    }),
  );
});

test('hours without a marker are settled by the half of the day', () => {
  const moment: Moment = {
    asWritten: '3/4/26, 8:05 xx',
    local: '2026-03-04T08:05:00',
    instant: null,
    zone: null,
    basis: 'floating-local',
    precision: 'minute',
    certainty: 'ambiguous',
    readings: ['2026-03-04T08:05:00', '2026-03-04T20:05:00', '2026-04-03T08:05:00', '2026-04-03T20:05:00'],
  };
  expect(settledMoment(moment, { ...nothing, half: 'afternoon' })).toMatchObject({
    certainty: 'ambiguous',
    readings: ['2026-03-04T20:05:00', '2026-04-03T20:05:00'],
  });
  expect(
    settledMoment(moment, { ...nothing, order: 'day-month', half: 'afternoon', zone: 'America/New_York' }),
  ).toMatchObject({
    certainty: 'assumed',
    local: '2026-04-03T20:05:00',
    instant: '2026-04-04T00:05:00Z',
  });
});

test('an archive is settled once for all files in it; a file settled by itself keeps that, and each can be taken back', async () => {
  desk.write(
    'phone.zip',
    zipOf({
      'one/_chat.txt': Buffer.from(chat),
      'two/_chat.txt': Buffer.from(chat.replaceAll('Theo Lund', 'Ines Park')),
      'note.txt': Buffer.from('No dates here.'),
    }),
  );
  await desk.import('phone.zip');
  const rows = await desk.ask('time.list', {});
  expect(rows.map(({ name, files, dated, open }) => [name, files, dated, open])).toEqual([
    ['phone.zip', 2, 6, 6],
    ['one/_chat.txt', 1, 3, 3],
    ['two/_chat.txt', 1, 3, 3],
  ]);
  const [archive, one, two] = rows.map(({ evidenceId }) => evidenceId);
  const days = async (evidenceId = '') => {
    const page = await desk.ask('item.page', { filter: { evidenceId }, sort: 'number' });
    return page.rows.map(({ sentAt }) => [sentAt?.local?.slice(5, 10), sentAt?.certainty]);
  };
  const before = await days(two);
  expect((await desk.ask('time.view', { evidenceId: archive ?? '' })).questions.map(({ items }) => items)).toEqual([
    6, 6,
  ]);

  await desk.ask('time.settle', {
    ...nothing,
    evidenceId: archive ?? '',
    order: 'day-month',
    reason: 'An English phone.',
  });
  expect(await days(one)).toEqual([
    ['04-03', 'assumed'],
    ['04-03', 'assumed'],
    ['04-05', 'assumed'],
  ]);
  expect(await days(two)).toEqual(await days(one));
  expect(await desk.ask('time.view', { evidenceId: two ?? '' })).toMatchObject({
    settled: true,
    settledWith: { evidenceId: archive, name: 'phone.zip' },
    setting: { order: 'day-month' },
  });

  await desk.ask('time.settle', { ...nothing, evidenceId: two ?? '', order: 'month-day', reason: 'This one was not.' });
  expect(await days(two)).toEqual([
    ['03-04', 'assumed'],
    ['03-04', 'assumed'],
    ['05-04', 'assumed'],
  ]);
  expect((await desk.ask('time.view', { evidenceId: archive ?? '' })).ownSettings).toEqual([
    { evidenceId: two, name: '_chat.txt' },
  ]);
  await desk.ask('time.withdraw', { evidenceId: two ?? '', reason: 'It was, after all.' });
  expect(await days(two)).toEqual(await days(one));
  await desk.ask('history.reverse', {});
  await desk.ask('history.reverse', {});
  expect(await days(two)).toEqual(await days(one));

  const refusal = await desk.refused('time.settle', {
    ...nothing,
    evidenceId: archive,
    capturedAt: '2026-04-10T10:00',
    reason: 'One evening.',
  });
  expect(refusal.kind).toBe('bad-input');
  await desk.ask('time.withdraw', { evidenceId: archive ?? '', reason: 'To be asked again.' });
  expect(await days(two)).toEqual(before);
  await desk.ask('history.reverse', {});
  await desk.ask('case.close', {});
  const opened = openCase(desk.path, null);
  expect(verifyCase(opened, null).firstProblem).toBeNull();
  opened.close();
});
