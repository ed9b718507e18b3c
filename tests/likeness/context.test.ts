import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { align, wordsFor } from '../../src/engine/context/align.ts';
import { Desk, sheet } from '../engine/desk.ts';
import { looks, screenshot } from './chats.ts';

const THREAD = [
  ['Riley Vale', '21:50', 'Practice was long today'],
  ['Sam Ortiz', '21:51', 'yes it was'],
  ['Riley Vale', '21:52', 'Can you call me when practice is over?'],
  ['Sam Ortiz', '21:53', 'Why, did something happen at the match'],
  ['Riley Vale', '21:54', 'Nothing happened, your mother asked me to drive you home'],
  ['Sam Ortiz', '21:55', 'Ok I am outside the gym'],
  ['Riley Vale', '21:58', 'Good, tell her that we are on our way'],
  ['Sam Ortiz', '22:10', 'Home now, thank you'],
] as const;

const words = THREAD.map(([, , said]) => wordsFor(said));

test('messages are found in the order in which the picture shows them; what it leaves out is known', () => {
  const picture = wordsFor('9:41 Vale  Can you call me when practice is over?   0k | am outside the gym');
  expect(align(picture, words)?.shown).toEqual([false, false, true, false, false, true, false, false]);
});

test('a picture of something else is not this conversation', () => {
  expect(align(wordsFor('The outing to the museum is on Friday. Please send a lunch along.'), words)).toBeNull();
  expect(align(wordsFor('ok'), words)).toBeNull();
  expect(align([], words)).toBeNull();
});

test('whichever run of messages a picture shows is found whole, at its place', () => {
  fc.assert(
    fc.property(fc.nat(words.length - 2), fc.integer({ min: 2, max: words.length }), (from, length) => {
      const until = Math.min(words.length, from + length);
      const found = align(words.slice(from, until).flat(), words);
      expect(found?.shown.map((shown, at) => (shown ? at : -1)).filter((at) => at >= 0)).toEqual(
        Array.from({ length: until - from }, (_, at) => from + at),
      );
    }),
    { seed: 7 },
  );
});

let desk: Desk;
beforeAll(async () => {
  desk = new Desk();
  await desk.newCase();
  // Between the first and the second shown message two are missing.
  const shown = [THREAD[2], THREAD[5]];
  const bubbles = shown.map(([from, , said]) => ({
    side: from === 'Riley Vale' ? ('left' as const) : ('right' as const),
    words: said,
  }));
  desk.write('IMG_9.png', await screenshot('Riley Vale', bubbles, looks.dark));
  desk.write(
    'alone.png',
    await screenshot(
      'Coach',
      [
        { side: 'left', words: 'The bus leaves at seven sharp' },
        { side: 'right', words: 'I will be there early' },
      ],
      looks.dark,
    ),
  );
  await desk.import('IMG_9.png', 'alone.png');
}, 60_000);
afterAll(() => desk.end());

async function pictureItem(name: string): Promise<string> {
  const { rows } = await desk.ask('item.page', { filter: { kind: 'picture' }, sort: 'number' });
  return rows.find(({ evidenceName }) => evidenceName === name)?.id ?? '';
}

test('with nothing fuller in the case the context is not obtained, until somebody was asked, whom and when', async () => {
  const itemId = await pictureItem('alone.png');
  const view = () => desk.ask('context.view', { itemId });
  const { state, evidenceId } = await view();
  expect(state).toBe('not-obtained');
  await desk.ask('context.ask', {
    evidenceId,
    whom: 'The parent who sent it',
    askedAt: '2026-03-11T09:00:00-04:00',
    note: 'for the whole thread, on the phone',
  });
  const asked = await view();
  expect(asked).toMatchObject({ state: 'asked', requests: [{ whom: 'The parent who sent it', answer: 'waiting' }] });
  await desk.ask('context.answer', {
    id: asked.requests[0]?.id ?? '',
    answer: 'no-longer-there',
    answeredAt: '2026-03-12T10:00:00-04:00',
    note: null,
  });
  expect(await view()).toMatchObject({
    state: 'answered',
    requests: [{ answer: 'no-longer-there', note: 'for the whole thread, on the phone' }],
  });
  await desk.ask('history.reverse', {});
  expect((await view()).state).toBe('asked');
});

test('a fuller export of the same thread shows what the picture left out, in its place', async () => {
  const itemId = await pictureItem('IMG_9.png');
  expect((await desk.ask('context.view', { itemId })).state).toBe('not-obtained');
  const rows = THREAD.map(([from, at, said]) => `"${from}","2026-03-10 ${at}","${said}"`);
  desk.write('whole.csv', ['From,Date,Message', ...rows, ''].join('\n'));
  const lines = THREAD.map(([from, at, said]) => `3/10/26, ${at} - ${from}: ${said}`).join('\n');
  desk.write('WhatsApp Chat with Riley Vale.txt', `${lines}\n`);
  await desk.import('WhatsApp Chat with Riley Vale.txt');
  const view = await desk.ask('context.view', { itemId });
  expect(view.state).toBe('found');
  const [fuller] = view.sources;
  expect(fuller).toMatchObject({
    evidenceName: 'WhatsApp Chat with Riley Vale.txt',
    shown: 2,
    leftOut: 2,
    moreBefore: 0,
  });
  expect(fuller?.messages.map(({ place }) => place)).toEqual([
    'before',
    'before',
    'shown',
    'left-out',
    'left-out',
    'shown',
    'after',
    'after',
  ]);
  const listed = await desk.ask('context.list', {});
  expect(listed.map(({ evidenceName, state }) => [evidenceName, state])).toEqual([
    ['IMG_9.png', 'found'],
    ['alone.png', 'asked'],
  ]);
}, 60_000);

test('what was set apart is no fuller source', async () => {
  const receipt = await desk.ask('receipt.record', { ...sheet, howObtained: 'login-demanded' });
  const chat = (await desk.ask('evidence.list', {})).find(({ name }) => name.startsWith('WhatsApp'));
  await desk.ask('receipt.assign', { receiptId: receipt.id, evidenceIds: [chat?.id ?? ''] });
  expect((await desk.ask('context.view', { itemId: await pictureItem('IMG_9.png') })).state).toBe('not-obtained');
});

test('what a photographed conversation says is found once, and its messages stand in the table', async () => {
  expect((await desk.ask('item.search', { words: 'sharp', limit: 10 })).total).toBe(1);
  const { rows } = await desk.ask('item.page', { filter: { kind: 'chat-line' } });
  expect(rows.filter(({ evidenceName }) => evidenceName === 'alone.png')).toHaveLength(2);
});
