import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk, sheet, teacher } from './desk.ts';

const desk = new Desk();
let ids: readonly string[] = [];
let respondentId = '';
const posts = [
  {
    from: 'ofarrell',
    at: '2026-03-10T10:42:00-04:00',
    text: 'Twenty-six reasons to retire, and they all sit in my third period',
  },
  { from: 'ofarrell', at: '2026-03-11T10:42:00-04:00', text: 'Third period again. I count the days until I retire' },
  { from: 'ofarrell', at: '2026-03-12T10:42:00-04:00', text: 'My third period gave me a card today' },
  { from: 'ofarrell', at: '2026-03-14T10:42:00-04:00', text: 'Saturday pancakes' },
  ...Array.from({ length: 40 }, (_, n) => ({
    from: 'ofarrell',
    at: `2026-02-${String(1 + (n % 27)).padStart(2, '0')}T20:00:00-05:00`,
    text: `Run number ${n} along the river, and home again`,
  })),
];

beforeAll(async () => {
  await desk.newCase();
  respondentId = (await desk.ask('person.add', teacher)).id;
  ids = await desk.messages(posts, 'Post');
}, 60_000);
afterAll(() => desk.end());

describe('more like this', () => {
  test('finds items by the rare words they share, and says which', async () => {
    const { wentBy, items } = await desk.ask('alike.find', { itemId: ids[0] ?? '', passage: null });
    expect(wentBy).toEqual(expect.arrayContaining(['third period', 'retire']));
    expect(items.map(({ row }) => ids.indexOf(row.id)).slice(0, 2)).toEqual([1, 2]);
    expect(items[0]?.shared).toEqual(expect.arrayContaining(['third period', 'retire']));
    expect(items[1]?.shared).toContain('third period');
    expect(items[0]?.shared).not.toContain('third');
  });

  test('goes by the passage alone where one is given, and leaves the item itself out', async () => {
    const start = posts[0]?.text.indexOf('retire') ?? 0;
    const { items } = await desk.ask('alike.find', { itemId: ids[0] ?? '', passage: { start, end: start + 6 } });
    expect(items.map(({ row }) => ids.indexOf(row.id))).toEqual([1]);
  });

  test('is the same twice, and finds nothing where nothing is shared', async () => {
    const ask = () => desk.ask('alike.find', { itemId: ids[0] ?? '', passage: null });
    expect(await ask()).toEqual(await ask());
    expect((await desk.ask('alike.find', { itemId: ids[3] ?? '', passage: null })).items).toEqual([]);
  });
});

describe('one decision about many suggestions', () => {
  const open = async () => (await desk.ask('suggestion.list', { itemId: null, open: true })).suggestions;

  test('is one entry that names each item, and is reversed as one', async () => {
    const before = await open();
    expect(before.length).toBeGreaterThan(1);
    const lines = await desk.lines();
    const suggestions = before.map(({ itemId, policy, clause }) => ({ itemId, policy, clause }));
    const many = { suggestions, decision: 'not-relevant' } as const;
    expect((await desk.refused('suggestion.decide-many', { ...many, reason: null })).kind).toBe('bad-input');
    const { decided } = await desk.ask('suggestion.decide-many', { ...many, reason: 'His planning period' });
    expect(decided).toBe(before.length);
    expect(await desk.lines()).toBe(lines + 1);
    const { words } = (await desk.lastLine()) ?? { words: '' };
    for (const { itemId } of suggestions) expect(words).toContain(`#${ids.indexOf(itemId) + 1} `);
    expect(await open()).toEqual([]);
    await desk.ask('suggestion.refresh', {});
    await desk.engine.idle();
    expect(await open()).toEqual([]);
    await desk.ask('history.reverse', {});
    expect((await open()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  test('decides all or none', async () => {
    const [first] = await open();
    const { itemId = '', policy = '', clause = '' } = first ?? {};
    const foreign = { itemId: ids[3] ?? '', policy: '4118.51', clause: '8' };
    const many = { suggestions: [{ itemId, policy, clause }, foreign], decision: 'relevant', reason: null };
    expect((await desk.refused('suggestion.decide-many', many)).kind).toBe('not-found');
    expect((await open())[0]?.decision).toBeNull();
  });

  test('a decision is taken back to not examined', async () => {
    const [first] = await open();
    const { itemId = '', policy = '', clause = '' } = first ?? {};
    const one = { itemId, policy, clause };
    const set = await desk.ask('suggestion.decide', { ...one, decision: 'not-relevant', reason: 'A joke' });
    expect(set.decision?.decision).toBe('not-relevant');
    const back = await desk.ask('suggestion.decide', { ...one, decision: 'not-examined', reason: null });
    expect(back.decision).toBeNull();
    await desk.ask('history.reverse', {});
    const again = await desk.ask('suggestion.list', { itemId, open: false });
    expect(again.suggestions.find((s) => s.clause === clause)?.decision?.reason).toBe('A joke');
  });
});

describe('the case’s own consistency', () => {
  const kinds = async () => (await desk.ask('consistency.list', {})).map(({ kind }) => kind);
  let allegationId = '';
  const link = (item: number, element: string, more: object = {}) => {
    const text = posts[item]?.text.slice(0, 5) ?? '';
    return desk.ask('mapping.add', {
      itemId: ids[item] ?? '',
      policy: '4118.51',
      clause: '8',
      element,
      weighs: 'for',
      passage: { kind: 'words', start: 0, end: 5, text },
      allegationId,
      reason: null,
      ...more,
    });
  };

  test('has nothing to say of an empty case', async () => {
    expect(await kinds()).toEqual([]);
  });

  test('names an element that stands as met without a passage, until one is linked', async () => {
    allegationId = (
      await desk.ask('allegation.add', {
        respondentId,
        policy: '4118.51',
        clause: '8',
        conductOn: '2026-03-10',
        specification: { what: 'w', when: 'w', where: 'w', toWhom: null },
        policyKnown: null,
      })
    ).id;
    await desk.ask('element.decide', { allegationId, element: 'update', state: 'met', reason: null });
    expect(await kinds()).toEqual(['element-without-passage']);
    await link(0, 'update');
    expect(await kinds()).toEqual([]);
  });

  test('names evidence from one side only, and passages of another day', async () => {
    const receipt = await desk.ask('receipt.record', sheet);
    const files = await desk.ask('evidence.list', {});
    await desk.ask('receipt.assign', { receiptId: receipt.id, evidenceIds: files.map(({ id }) => id) });
    expect(await kinds()).toEqual(['one-source']);
    await link(1, 'update');
    await link(2, 'update');
    expect(await kinds()).toEqual(['nothing-against', 'one-source']);
    await link(3, 'update', { weighs: 'against' });
    expect(await kinds()).toEqual(['one-source']);
  });

  test('names a clause that does not bind the person, and links under a clause that nobody is alleged to have breached', async () => {
    await desk.ask('person.update', { id: respondentId, person: { ...teacher, occupation: 'parent' } });
    expect(await kinds()).toContain('not-bound');
    await desk.ask('history.reverse', {});
    await link(3, 'title-or-reference', { clause: '7', allegationId: null });
    expect(await kinds()).toContain('nobody-alleged');
  });
});
