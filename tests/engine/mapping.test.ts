import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallInput } from '../../src/contract/calls.ts';
import { Desk, pupil, teacher } from './desk.ts';

const desk = new Desk();
let ids: readonly string[] = [];
const posts = [
  // 10 March 2026 is a Tuesday and a school day; 07:40 to 14:50 are his hours.
  {
    from: 'ofarrell',
    at: '2026-03-10T10:42:00-04:00',
    text: 'Bored in class again 🏈 — updating my page while they read',
  },
  { from: 'ofarrell', at: '2026-03-14T10:42:00-04:00', text: 'Saturday pancakes' },
];

beforeAll(async () => {
  await desk.newCase();
  await desk.ask('person.add', teacher);
  await desk.ask('person.add', pupil);
  ids = await desk.messages(posts, 'Post');
}, 60_000);
afterAll(() => desk.end());

const [post = { text: '' }] = posts;
const link = (passage: CallInput<'mapping.add'>['passage'], more: object = {}) =>
  desk.engine.call('mapping.add', {
    itemId: ids[0],
    policy: '4118.51',
    clause: '8',
    element: 'update',
    weighs: 'for',
    passage,
    allegationId: null,
    reason: null,
    ...more,
  });
const kindOf = async (reply: ReturnType<typeof link>) => {
  const answer = await reply;
  return answer.ok ? 'linked' : answer.error.kind;
};

describe('a link', () => {
  test('quotes exactly what stands at its place, down to the letter', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(post.text.length - 1),
        fc.nat(post.text.length),
        fc.string({ maxLength: 3 }),
        async (start, length, extra) => {
          const end = Math.min(post.text.length, start + length + 1);
          const text = post.text.slice(start, end);
          if (!text.isWellFormed()) return;
          expect(await kindOf(link({ kind: 'words', start, end, text }))).toBe('linked');
          const wrong = text + extra;
          const expected = wrong === text ? 'linked' : 'passage-not-found';
          expect(await kindOf(link({ kind: 'words', start, end, text: wrong }))).toBe(expected);
        },
      ),
      { numRuns: 60 },
    );
    const upper = post.text.slice(0, 5).toUpperCase();
    expect(await kindOf(link({ kind: 'words', start: 0, end: 5, text: upper }))).toBe('passage-not-found');
  });

  test('to a box stays inside the picture', async () => {
    const box = (x: number, y: number, width: number, height: number) =>
      kindOf(link({ kind: 'box', page: 1, box: { x, y, width, height }, text: 'words' }));
    expect(await box(0, 0, 1, 1)).toBe('linked');
    expect(await box(0.5, 0.5, 0.6, 0.2)).toBe('passage-not-found');
    expect(await box(-0.1, 0, 0.5, 0.5)).toBe('passage-not-found');
    expect(await box(0.2, 0.2, 0, 0.1)).toBe('passage-not-found');
  });

  test('goes only to the district’s own policies, their clauses and elements', async () => {
    const passage = { kind: 'words', start: 0, end: 5, text: post.text.slice(0, 5) } as const;
    expect(await kindOf(link(passage, { policy: 'norwalk', clause: 'C2' }))).toBe('policy-not-adopted');
    expect(await kindOf(link(passage, { clause: 'C2' }))).toBe('clause-unknown');
    expect(await kindOf(link(passage, { element: 'mood' }))).toBe('element-unknown');
    expect(await kindOf(link(passage, { itemId: 'nowhere' }))).toBe('not-found');
    expect(await kindOf(link(passage, { allegationId: 'nowhere' }))).toBe('not-found');
  });

  test('to an allegation rests on the same clause', async () => {
    const [owen] = await desk.ask('person.list', {});
    const allegation = await desk.ask('allegation.add', {
      respondentId: owen?.id ?? '',
      policy: '4118.51',
      clause: '8',
      conductOn: '2026-03-10',
      specification: { what: 'w', when: 'w', where: 'w', toWhom: null },
      policyKnown: null,
    });
    const passage = { kind: 'words', start: 0, end: 5, text: post.text.slice(0, 5) } as const;
    const other = { clause: '7', element: 'not-official', allegationId: allegation.id };
    expect(await kindOf(link(passage, other))).toBe('bad-input');
    expect(await kindOf(link(passage, { allegationId: allegation.id }))).toBe('linked');
    const grid = await desk.ask('grid.view', {});
    const row = grid.find(({ clause }) => clause === '8');
    expect(row?.elements.find(({ id }) => id === 'update')?.for).toBeGreaterThan(0);
  });
});

describe('a suggestion', () => {
  const suggested = async (itemId = ids[0] ?? '') =>
    (await desk.ask('suggestion.list', { itemId, open: false })).suggestions;
  const refresh = async () => {
    await desk.ask('suggestion.refresh', {});
    await desk.engine.idle();
  };

  test('comes under the district’s own policies only, with its reason', async () => {
    await refresh();
    const all = (await desk.ask('suggestion.list', { itemId: null, open: false })).suggestions;
    expect(new Set(all.map(({ policy }) => policy))).toEqual(new Set(['4118.51']));
    const hours = all.find(({ clause, itemId }) => clause === '8' && itemId === ids[0]);
    expect(hours?.because).toMatch(/10:42.*07:40/s);
    expect(all.some(({ itemId }) => itemId === ids[1])).toBe(false);
  });

  test('is the same after another look', async () => {
    const before = await desk.ask('suggestion.list', { itemId: null, open: false });
    await refresh();
    expect(await desk.ask('suggestion.list', { itemId: null, open: false })).toEqual(before);
  });

  test('that a person decided stays decided through every new look', async () => {
    const decision = { itemId: ids[0] ?? '', policy: '4118.51', clause: '8' } as const;
    const refused = await desk.refused('suggestion.decide', { ...decision, decision: 'not-relevant', reason: null });
    expect(refused.kind).toBe('bad-input');
    await desk.ask('suggestion.decide', { ...decision, decision: 'not-relevant', reason: 'Planning period' });
    await refresh();
    expect((await suggested())[0]?.decision).toMatchObject({ decision: 'not-relevant', reason: 'Planning period' });
    expect((await desk.ask('suggestion.list', { itemId: ids[0] ?? '', open: true })).suggestions).toEqual([]);
    await desk.ask('suggestion.decide', { ...decision, decision: 'relevant', reason: null });
    expect((await suggested())[0]?.decision?.decision).toBe('relevant');
    await desk.ask('history.reverse', {});
    expect((await suggested())[0]?.decision?.decision).toBe('not-relevant');
    await desk.ask('history.reverse', {});
    expect((await suggested())[0]?.decision).toBeNull();
  });

  test('that was never made cannot be decided', async () => {
    const decision = { itemId: ids[1] ?? '', policy: '4118.51', clause: '8', decision: 'relevant', reason: null };
    expect((await desk.refused('suggestion.decide', decision)).kind).toBe('not-found');
  });

  test('changes with a fact that a person records, and comes back when the fact is taken back', async () => {
    const before = await suggested();
    await desk.ask('fact.record', {
      itemId: ids[0] ?? '',
      words: 'This was a class project that the principal had approved.',
    });
    await refresh();
    const after = await suggested();
    expect(after).not.toEqual(before);
    await desk.ask('history.reverse', {});
    await refresh();
    const facts = await desk.ask('fact.list', { itemId: ids[0] ?? '' });
    expect(facts).toEqual([]);
    expect(await suggested()).toEqual(before);
  });

  test('follows the working hours of the person as they are recorded', async () => {
    const [owen] = await desk.ask('person.list', {});
    const { workingHours: _, ...person } = teacher;
    await desk.ask('person.update', {
      id: owen?.id ?? '',
      person: { ...person, workingHours: [{ days: 'Mon-Fri', from: '11:00', to: '14:50' }] },
    });
    await refresh();
    expect((await suggested()).filter(({ clause, setAside }) => clause === '8' && !setAside)).toEqual([]);
    await desk.ask('history.reverse', {});
    await refresh();
    expect((await suggested()).some(({ clause }) => clause === '8')).toBe(true);
  });

  test('is not made in a case without a district, and the case says that nothing applies', async () => {
    const other = new Desk();
    await other.newCase(null);
    await other.messages(posts, 'Post');
    expect((await other.ask('suggestion.list', { itemId: null, open: false })).suggestions).toEqual([]);
    expect(await other.ask('clause.list', {})).toEqual([]);
    expect((await other.ask('case.state', {})).notices.join(' ')).toContain('No district settings are chosen');
    await other.end();
  });
});
