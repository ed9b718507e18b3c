import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { soundsAmused, soundsTakenBack } from '../../src/engine/best-case/telling-words.ts';
import { Desk, teacher } from './desk.ts';

const desk = new Desk();
const said = 'This year I am burning that cafeteria to the ground. Nobody walks out of there.';
const thread = [
  { from: 'blindgren', at: '2026-03-10 19:21', text: 'Staff chili cook-off is Friday at five in the cafeteria.' },
  { from: 'ofarrell', at: '2026-03-10 19:41', text: said },
  { from: 'ofarrell', at: '2026-03-10 19:42', text: 'Nine ghost peppers, and a gallon of milk at every table.' },
  { from: 'mdubois', at: '2026-03-10 19:44', text: 'I am his partner and I am scared of the chili 😂' },
  { from: 'blindgren', at: '2026-03-10 20:03', text: 'Raffle tickets are two dollars.' },
  {
    from: 'ofarrell',
    at: '2026-03-12 08:00',
    text: 'I am sorry to whoever read that line alone. It was a joke about peppers.',
  },
  { from: 'ofarrell', at: '2026-06-12 08:00', text: 'I am sorry for your loss, Rita.' },
];
let items: readonly string[] = [];
let respondentId = '';
let allegationId = '';

beforeAll(async () => {
  await desk.newCase();
  items = await desk.messages(thread);
  respondentId = (await desk.ask('person.add', teacher)).id;
  const specification = { what: 'Wrote of burning', when: '10 March 2026', where: 'Facebook', toWhom: null };
  const allegation = { respondentId, policy: '4118.51', clause: '5', conductOn: '2026-03-10', policyKnown: null };
  allegationId = (await desk.ask('allegation.add', { ...allegation, specification })).id;
}, 60_000);
afterAll(() => desk.end());

const found = async () => {
  const { entries } = await desk.ask('best-case.view', { respondentId });
  return entries.filter(({ kind }) => kind === 'may-speak-against').map(({ words, quote }) => ({ words, quote }));
};
const quotes = async () => (await found()).map(({ quote }) => quote);
const link = (at: number, weighs: 'for' | 'against', itemId = items[at] ?? '') => {
  const text = thread[at]?.text ?? '';
  return desk.ask('mapping.add', {
    itemId,
    policy: '4118.51',
    clause: '5',
    element: 'violence',
    weighs,
    passage: { kind: 'words', start: 0, end: text.length, text },
    allegationId,
    reason: null,
  });
};

describe('what may speak against is looked for by the program', () => {
  test('once something is held against the employee, and not before', async () => {
    expect(await found()).toEqual([]);
    await link(1, 'for');
    expect((await found()).length).toBeGreaterThan(0);
  });

  test('in how the same person went on, how others took it, and what was taken back soon after', async () => {
    expect(await quotes()).toEqual([0, 2, 3, 5].map((at) => thread[at]?.text));
    const words = (await found()).map((one) => one.words).join('\n');
    expect(words).toContain('stood under or answered');
    expect(words).toContain('how the same person went on');
    expect(words).toContain('how somebody who was there took it');
    expect(words).toContain('take back or apologize');
    expect(words).not.toContain('speaks against');
  });

  test('around another copy of the same words, where the one that was handed in is cut out of its thread', async () => {
    const held = (await desk.ask('mapping.list', { itemId: null, allegationId, policy: null, clause: null })).map(
      ({ id }) => id,
    );
    for (const id of held) await desk.ask('mapping.withdraw', { id, reason: 'Linked in the cut copy instead.' });
    expect(await found()).toEqual([]);
    desk.write('cut.txt', `${said}\n`);
    await desk.import('cut.txt');
    const page = await desk.ask('item.page', { sort: 'number', limit: 500 });
    await link(1, 'for', page.rows.at(-1)?.id);
    expect(await quotes()).toContain(thread[2]?.text);
    expect(await quotes()).not.toContain(said);
  });

  test('until a person decides: linked words are no longer found, and come back when the link is undone', async () => {
    await link(2, 'against');
    expect(await quotes()).not.toContain(thread[2]?.text);
    await desk.ask('history.reverse', {});
    expect(await quotes()).toContain(thread[2]?.text);
  });
});

describe('forms of speech that take something back are known', () => {
  test.each([
    'I was wrong about that, and I have taken it down.',
    'Correction: the game is on Thursday.',
    'That wasn’t about you, I didn’t mean it that way',
    'Perdón, era broma',
    'Desculpa, me enganei',
    'Eskize m, se te blag',
  ])('%s', (words) => expect(soundsTakenBack(words)).toBe(true));

  test.each(['The wrong bus came.', 'He is a sorry excuse for a goalkeeper.', 'The correctional office called.'])(
    'and not seen in: %s',
    (words) => expect(soundsTakenBack(words)).toBe(false),
  );

  test('and laughter is heard as laughter', () => {
    expect(['hahaha no', 'jajaja', 'good one', '😂'].map(soundsAmused)).toEqual([true, true, true, true]);
    expect(['The Havana trip is on', 'He shall not', 'kkk'].map(soundsAmused)).toEqual([false, false, true]);
  });
});
