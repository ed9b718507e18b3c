import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CallInput } from '../../src/contract/calls.ts';
import { Desk, teacher } from './desk.ts';

const desk = new Desk();
let item = '';
let respondentId = '';
let allegationId = '';
const text = 'As science teacher at Hollow Brook Middle School I say vote no on the town budget that cuts our schools';

const breach = {
  fact: 'proved',
  policy: 'breach',
  standard: 'preponderance',
  reasons: 'He wrote it, and it stands on his page.',
  contraryAnswered: null,
  credibility: null,
} as const;
const order = { policy: '4118.51', clause: '7', conductOn: '2026-03-10' };
const specification = { what: 'Used his title', when: '10 March 2026', where: 'Facebook', toWhom: null };

beforeAll(async () => {
  await desk.newCase();
  [item = ''] = await desk.messages([{ from: 'ofarrell', at: '2026-03-10 18:42', text }]);
  respondentId = (await desk.ask('person.add', teacher)).id;
}, 60_000);
afterAll(() => desk.end());

beforeEach(async () => {
  allegationId = (await desk.ask('allegation.add', { ...order, respondentId, specification, policyKnown: null })).id;
});

const missing = async (finding: Omit<CallInput<'finding.record'>, 'allegationId'> = breach) => {
  const reply = await desk.engine.call('finding.record', { allegationId, ...finding });
  if (reply.ok) return null;
  expect(reply.error.kind).toBe('finding-not-ready');
  return reply.error.title;
};
const element = (id: string, state: 'met' | 'not-met' | 'inconclusive') =>
  desk.ask('element.decide', { allegationId, element: id, state, reason: null });
const exception = (id: string, answer: 'applies' | 'does-not-apply' | 'not-known') =>
  desk.ask('exception.answer', { allegationId, exception: id, answer, reason: 'Asked.' });
const screen = (answer: 'not-protected' | 'may-be-protected' | 'counsel-asked') =>
  desk.ask('screen.answer', { allegationId, answer, reason: 'Asked.' });
const question = (id: string, answer: 'yes' | 'no' | 'not-known') =>
  desk.ask('screen.answer-question', { allegationId, question: id, answer, words: 'Asked.' });
/** Answers what the screen asks of words that may be protected: `vote no` is such. */
const balance = async () => {
  const view = (await desk.ask('allegation.list', {})).find(({ allegation }) => allegation.id === allegationId);
  for (const one of view?.questions ?? []) if (one.needed && one.answer === null) await question(one.id, 'no');
};
const link = (weighs: 'for' | 'against', for_ = allegationId) =>
  desk.ask('mapping.add', {
    itemId: item,
    policy: order.policy,
    clause: order.clause,
    element: 'title-or-reference',
    weighs,
    passage: { kind: 'words', start: 3, end: 18, text: text.slice(3, 18) },
    allegationId: for_,
    reason: null,
  });

const readBestCase = async () => {
  const { entries } = await desk.ask('best-case.view', { respondentId });
  await desk.ask('best-case.sign', { respondentId, keys: entries.map(({ key }) => key) });
};

async function everything(): Promise<void> {
  await desk.ask('response.record', {
    respondentId,
    state: 'received',
    at: '2026-03-20T10:00:00-04:00',
    words: 'I did.',
  });
  for (const id of ['title-or-reference', 'no-disclaimer', 'not-official']) await element(id, 'met');
  for (const id of ['disclaimer-present', 'official-communication']) await exception(id, 'does-not-apply');
  await screen('not-protected');
  await question('off-duty', 'no');
  await link('for');
  await balance();
  await readBestCase();
}

describe('a breach', () => {
  test('names what is missing, and each part is met by recording a fact', async () => {
    const gone: string[] = [];
    const expectGone = async (words: string, act: () => Promise<unknown>) => {
      expect(await missing()).toContain(words);
      await act();
      expect((await missing()) ?? '').not.toContain(words);
      gone.push(words);
    };
    await expectGone('The employee has not been heard', () =>
      desk.ask('response.record', { respondentId, state: 'lapsed', at: '2026-03-20T10:00:00-04:00', words: null }),
    );
    const { elements } = (await desk.ask('clause.list', {})).find(({ clause }) => clause === order.clause) ?? {
      elements: [],
    };
    for (const { id, label } of elements)
      await expectGone(`“${label}” has not been examined`, () => element(id, 'met'));
    const view = (await desk.ask('allegation.list', {})).find(({ allegation }) => allegation.id === allegationId);
    for (const { id, question: asked } of view?.exceptions ?? [])
      await expectGone(`An exception has not been answered: ${asked}`, () => exception(id, 'does-not-apply'));
    await expectGone('The protected-speech question', () => screen('not-protected'));
    await expectGone('No passage is linked', () => link('for'));
    await expectGone('5 questions about it have not been answered', balance);
    await question('off-duty', 'yes');
    await expectGone('nothing is recorded that connects it to the work', () => question('nexus-harm', 'yes'));
    await expectGone('best case has not been read', readBestCase);
    expect(gone).toHaveLength(1 + elements.length + 2 + 1 + 1 + 1 + 1 + 1);
    expect((await desk.ask('finding.list', {})).some((finding) => finding.allegationId === allegationId)).toBe(true);
  });

  test('is refused while an element stands as not met or inconclusive', async () => {
    await everything();
    await element('no-disclaimer', 'not-met');
    expect(await missing()).toMatch(/stands as not met/);
    await element('no-disclaimer', 'inconclusive');
    expect(await missing()).toMatch(/stands as inconclusive/);
    await element('no-disclaimer', 'met');
    expect(await missing()).toBeNull();
  });

  test('is refused while an exception applies or nobody knows', async () => {
    await everything();
    await exception('official-communication', 'applies');
    expect(await missing()).toMatch(/was found to apply/);
    await exception('official-communication', 'not-known');
    expect(await missing()).toMatch(/is not known/);
  });

  test('is refused while the speech may be protected, until counsel was asked', async () => {
    await everything();
    await screen('may-be-protected');
    expect(await missing()).toMatch(/ask counsel/);
    await screen('counsel-asked');
    expect(await missing()).toBeNull();
  });

  test('answers what speaks against it', async () => {
    await everything();
    await link('against');
    expect(await missing()).toMatch(/Passages speak against it/);
    await readBestCase();
    expect(
      await missing({ ...breach, contraryAnswered: 'It was looked at; it says nothing about the title.' }),
    ).toBeNull();
  });

  test('is refused where the clause does not bind the person', async () => {
    await everything();
    await desk.ask('person.update', { id: respondentId, person: { ...teacher, occupation: 'parent' } });
    expect(await missing()).toMatch(/is recorded as parent/);
    await desk.ask('person.update', { id: respondentId, person: teacher });
    expect(await missing()).toBeNull();
  });
});

describe('any other finding', () => {
  test.each([
    ['disproved', 'no-breach'],
    ['not-proved', 'not-reached'],
    ['inconclusive', 'not-reached'],
    ['proved', 'protected'],
    ['proved', 'not-bound'],
    ['proved', 'policy-unclear'],
    ['proved', 'no-breach'],
  ] as const)('%s, %s needs reasons and nothing more', async (fact, policy) => {
    expect(await missing({ ...breach, fact, policy })).toBeNull();
    const view = (await desk.ask('allegation.list', {})).find(({ allegation }) => allegation.id === allegationId);
    expect(view?.finding).toMatchObject({ fact, policy, superseded: false });
  });

  test('without reasons is not understood', async () => {
    const error = await desk.refused('finding.record', { allegationId, ...breach, fact: 'disproved', reasons: '  ' });
    expect(error.kind).toBe('bad-input');
  });
});

test('a later finding takes the earlier one’s place and both are kept', async () => {
  await desk.ask('finding.record', { allegationId, ...breach, fact: 'inconclusive', policy: 'not-reached' });
  await desk.ask('finding.record', { allegationId, ...breach, fact: 'disproved', policy: 'no-breach' });
  const mine = (await desk.ask('finding.list', {})).filter((finding) => finding.allegationId === allegationId);
  expect(mine.map(({ fact, superseded }) => [fact, superseded])).toEqual([
    ['inconclusive', true],
    ['disproved', false],
  ]);
  await desk.ask('history.reverse', {});
  const view = (await desk.ask('allegation.list', {})).find(({ allegation }) => allegation.id === allegationId);
  expect(view?.finding?.fact).toBe('inconclusive');
});

test('a withdrawn allegation takes no finding and is withdrawn once', async () => {
  await desk.ask('allegation.withdraw', { id: allegationId, reason: 'Not pursued' });
  const input = { allegationId, ...breach, fact: 'disproved' };
  expect((await desk.refused('finding.record', input)).kind).toBe('already-retracted');
  expect((await desk.refused('allegation.withdraw', { id: allegationId, reason: 'again' })).kind).toBe(
    'already-retracted',
  );
});

test('an allegation rests on a policy that was in force on the day, and on a respondent', async () => {
  const allegation = { ...order, respondentId, specification, policyKnown: null };
  expect((await desk.refused('allegation.add', { ...allegation, conductOn: '2018-09-30' })).kind).toBe(
    'policy-not-adopted',
  );
  expect((await desk.refused('allegation.add', { ...allegation, policy: 'norwalk', clause: 'C2' })).kind).toBe(
    'policy-not-adopted',
  );
  expect((await desk.refused('allegation.add', { ...allegation, clause: '99' })).kind).toBe('clause-unknown');
  const witness = await desk.ask('person.add', { ...teacher, name: 'A Witness', caseRole: 'witness', accounts: [] });
  expect((await desk.refused('allegation.add', { ...allegation, respondentId: witness.id })).kind).toBe(
    'no-respondent',
  );
});

test('an element and an exception must be the clause’s own', async () => {
  const one = { allegationId, state: 'met', reason: null };
  expect((await desk.refused('element.decide', { ...one, element: 'shoe' })).kind).toBe('element-unknown');
  const other = { allegationId, exception: 'relatives', answer: 'applies', reason: 'r' };
  expect((await desk.refused('exception.answer', other)).kind).toBe('not-found');
});

test('a response that was received has words', async () => {
  const response = { respondentId, state: 'received', at: '2026-03-20T10:00:00-04:00', words: ' ' };
  expect((await desk.refused('response.record', response)).kind).toBe('bad-input');
});
