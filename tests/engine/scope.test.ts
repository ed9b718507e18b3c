import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk, teacher } from './desk.ts';

const desk = new Desk();
let ids: readonly string[] = [];
let respondentId = '';
const posts = [
  // 10 March 2026 is a Tuesday and a school day; 07:40 to 14:50 are his hours.
  { from: 'ofarrell', at: '2026-03-10T10:42:00-04:00', text: 'Bored in class again, updating my page while they read' },
  {
    from: 'ofarrell',
    at: '2026-03-10T18:42:00-04:00',
    text: 'As science teacher at Hollow Brook Middle School I say vote no',
  },
  { from: 'ofarrell', at: '2026-03-14T10:42:00-04:00', text: 'Saturday pancakes' },
  { from: 'ofarrell', at: '2017-03-14T10:42:00-04:00', text: 'Bored in class again, updating my page while they read' },
  {
    from: 'ofarrell',
    at: '2026-04-20T19:00:00-04:00',
    text: 'A student told me his uncle beats him at home and I told nobody',
  },
];

beforeAll(async () => {
  await desk.newCase();
  respondentId = (await desk.ask('person.add', teacher)).id;
  ids = await desk.messages(posts, 'Post');
}, 60_000);
afterAll(() => desk.end());

const shown = async () => {
  const { suggestions } = await desk.ask('suggestion.list', { itemId: null, open: false });
  return suggestions.map(
    ({ itemId, clause, outside }) => `${ids.indexOf(itemId)} ${clause}${outside ? ' outside' : ''}`,
  );
};
const view = () => desk.ask('scope.view', {});
const allege = (clause: string) =>
  desk.ask('allegation.add', {
    respondentId,
    policy: '4118.51',
    clause,
    conductOn: '2026-03-10',
    specification: { what: 'w', when: 'w', where: 'w', toWhom: null },
    policyKnown: null,
  });

describe('what is suggested', () => {
  test('under a policy that the district had not adopted on the day is counted and never shown', async () => {
    expect((await shown()).filter((one) => one.startsWith('3 '))).toEqual([]);
    expect((await view()).notAdopted).toBe(1);
  });

  test('cannot lie outside before anything is alleged', async () => {
    const { narrowed, outside } = await view();
    expect(narrowed).toBe(false);
    expect(outside).toEqual({ items: 0, suggestions: 0 });
    expect(await shown()).toEqual(expect.arrayContaining(['0 8', '1 7']));
  });

  test('outside the complaint is counted once something is alleged, and not shown in any list', async () => {
    await allege('8');
    expect(await shown()).toEqual(['0 8']);
    const { narrowed, outside, clauses } = await view();
    expect(narrowed).toBe(true);
    expect(clauses.map(({ clause, allegations }) => [clause, allegations])).toEqual([['8', [1]]]);
    expect(outside.items).toBeGreaterThan(0);
    const { rows } = await desk.ask('item.page', { sort: 'number' });
    expect(rows.flatMap(({ suggested }) => suggested)).toEqual(['4118.51 8']);
    const page = await desk.ask('item.page', { filter: { clause: '4118.51 7' } });
    expect(page.matching).toBe(0);
    expect((await desk.ask('grid.view', {})).find(({ clause }) => clause === '7')?.suggested).toBe(0);
    expect((await desk.ask('case.state', {})).counts.suggestionsOpen).toBe(1);
  });

  test('cannot be decided unseen', async () => {
    const decision = { itemId: ids[1] ?? '', policy: '4118.51', clause: '7', decision: 'relevant', reason: null };
    expect((await desk.refused('suggestion.decide', decision)).kind).toBe('not-found');
  });

  test('comes inside when the inquiry is widened with a reason, and goes out when that is taken back', async () => {
    const widened = await desk.ask('scope.widen', { policy: '4118.51', clause: '7', reason: 'The second letter' });
    const widening = widened.clauses.find(({ clause }) => clause === '7')?.widened;
    expect(widening?.reason).toBe('The second letter');
    expect(await shown()).toEqual(['0 8', '1 7']);
    const again = { policy: '4118.51', clause: '7', reason: 'again' };
    expect((await desk.refused('scope.widen', again)).kind).toBe('bad-input');
    expect((await desk.refused('scope.widen', { ...again, clause: '99' })).kind).toBe('clause-unknown');
    await desk.ask('scope.narrow', { id: widening?.id ?? '', reason: 'The letter was withdrawn' });
    expect(await shown()).toEqual(['0 8']);
    expect((await desk.refused('scope.narrow', { id: widening?.id ?? '', reason: 'x' })).kind).toBe(
      'already-retracted',
    );
  });

  test('outside is opened with a reason that stays on record after it is closed', async () => {
    expect((await desk.refused('scope.open-outside', { reason: ' ' })).kind).toBe('bad-input');
    await desk.ask('scope.open-outside', { reason: 'The employee’s response speaks of it' });
    expect(await shown()).toEqual(expect.arrayContaining(['0 8', '1 7 outside']));
    expect((await desk.refused('scope.open-outside', { reason: 'again' })).kind).toBe('bad-input');
    await desk.ask('scope.close-outside', {});
    expect(await shown()).toEqual(['0 8']);
    const { openings } = await view();
    expect(openings).toMatchObject([{ reason: 'The employee’s response speaks of it' }]);
    expect(openings[0]?.closedAt).not.toBeNull();
    expect((await desk.refused('scope.close-outside', {})).kind).toBe('not-found');
  });

  test('of danger to a child is shown over everything', async () => {
    const { flags } = await desk.ask('suggestion.list', { itemId: null, open: false });
    expect(flags.filter(({ screen }) => screen === 'mandated-report').map(({ itemId }) => ids.indexOf(itemId))).toEqual(
      [4],
    );
  });
});

describe('an agreed limit', () => {
  let evidenceId = '';
  const limit = {
    from: '2026-03-01',
    to: '2026-03-12',
    threads: null,
    agreedWith: 'O. Farrell',
    agreedOn: '2026-03-20',
    note: null,
  };
  const listed = async () => (await desk.ask('item.page', { sort: 'number' })).rows.map(({ id }) => ids.indexOf(id));

  test('is chosen from the days and conversations that there are, without showing a word', async () => {
    evidenceId = (await desk.ask('evidence.list', {}))[0]?.id ?? '';
    const choices = await desk.ask('limit.choices', { evidenceId });
    expect(choices).toMatchObject({ items: 5, firstDay: '2017-03-14', lastDay: '2026-04-20', withoutDay: 0 });
  });

  test('names something, and its days stand in their order', async () => {
    expect((await desk.refused('limit.set', { ...limit, evidenceId, from: null, to: null })).kind).toBe('bad-input');
    expect((await desk.refused('limit.set', { ...limit, evidenceId, from: '2026-04-01' })).kind).toBe('bad-input');
  });

  test('hides what it does not cover from lists, search and suggestions, and counts it', async () => {
    const set = await desk.ask('limit.set', { ...limit, evidenceId });
    expect(set.beyond).toBe(3);
    expect(await listed()).toEqual([0, 1]);
    expect((await desk.ask('item.search', { words: 'pancakes', limit: 10 })).total).toBe(0);
    expect((await desk.ask('item.search', { words: 'bored', limit: 10 })).total).toBe(1);
    expect((await desk.refused('item.view', { id: ids[2] })).kind).toBe('not-found');
  });

  test('lets the machine look beyond it for danger to a child alone, and tells only how often', async () => {
    await desk.ask('suggestion.refresh', {});
    await desk.engine.idle();
    const { flags } = await desk.ask('suggestion.list', { itemId: null, open: false });
    expect(flags.filter(({ screen }) => screen === 'mandated-report')).toEqual([]);
    expect((await view()).beyondWithDanger).toBe(1);
  });

  test('is lifted with a reason, and can be reversed', async () => {
    const [set] = (await view()).limits;
    await desk.ask('limit.lift', { id: set?.id ?? '', reason: 'He agreed to all of it' });
    expect(await listed()).toEqual([0, 1, 2, 3, 4]);
    await desk.ask('history.reverse', {});
    expect(await listed()).toEqual([0, 1]);
    await desk.ask('history.reverse', {});
    expect(await listed()).toEqual([0, 1, 2, 3, 4]);
  });
});

test('a fact changes what is suggested of its item at once, and so does taking it back', async () => {
  const of = async () => (await desk.ask('suggestion.list', { itemId: ids[0] ?? '', open: false })).suggestions;
  await desk.ask('suggestion.refresh', {});
  await desk.engine.idle();
  const before = await of();
  await desk.ask('fact.record', {
    itemId: ids[0] ?? '',
    words: 'This was a class project that the principal had approved.',
  });
  expect(await of()).not.toEqual(before);
  await desk.ask('history.reverse', {});
  expect(await of()).toEqual(before);
});

test('the order by likelihood is a choice; without it the order is that of time', async () => {
  await desk.ask('scope.open-outside', { reason: 'To compare' });
  const list = async (order?: 'time' | 'likelihood') =>
    (await desk.ask('suggestion.list', { itemId: null, open: true, ...(order === undefined ? {} : { order }) }))
      .suggestions;
  const byTime = await list('time');
  expect(await list()).toEqual(byTime);
  const byLikelihood = await list('likelihood');
  expect(new Set(byLikelihood.map(({ id }) => id))).toEqual(new Set(byTime.map(({ id }) => id)));
  expect(JSON.stringify(byLikelihood)).not.toMatch(/score/);
});
