import { afterAll, beforeAll, expect, test } from 'vitest';
import { CredibilityFactor } from '../../src/contract/weighing.ts';
import { savePdf, textOf } from '../referral/pdf-tools.ts';
import { ReasoningDesk, words } from './reasoning-desk.ts';

const desk = new ReasoningDesk();
let factId = '';
let interviewId = '';
let statementId = '';
beforeAll(async () => {
  await desk.begin();
  interviewId = (await desk.ask('interview.write', desk.interview())).id;
  statementId = (await desk.ask('witness-statement.write', desk.statement())).id;
}, 60_000);
afterAll(() => desk.end());

const fact = async () => {
  const [known] = await desk.ask('weighing.list', { allegationId: desk.allegationId });
  if (known === undefined) throw new Error('the fact is listed');
  return known;
};
const weigh = (accountId: string, factor: CredibilityFactor, reason = `On ${factor}.`) =>
  desk.ask('weighing.weigh', { accountId, factor, speaks: 'neither', reason });

test('a disputed fact names its element, and each account stands where it was said, word for word', async () => {
  const opened = await desk.ask('weighing.open', {
    allegationId: desk.allegationId,
    element: 'title-or-reference',
    question: 'Was it written during third period?',
  });
  factId = opened.id;
  expect(opened.open).toContain('Fewer than two accounts are recorded: who says otherwise?');
  const own = { factId, source: { kind: 'interview', id: interviewId, line: 1 }, says: 'At lunch.' } as const;
  expect((await desk.refused('weighing.add-account', { ...own, quote: 'I wrote it in class' })).kind).toBe(
    'passage-not-found',
  );
  await desk.ask('weighing.add-account', { ...own, quote: 'I wrote it at lunch' });
  const { accounts } = await desk.ask('weighing.add-account', {
    factId,
    source: { kind: 'statement', id: statementId },
    says: 'In third period.',
    quote: null,
  });
  expect(accounts.map(({ where, speaker }) => [where, speaker])).toEqual([
    ['Interview 1 with Owen Farrell, question 1', 'Owen Farrell'],
    ['Statement 1 of Ines Duarte', 'Ines Duarte'],
  ]);
  const absent = { ...own, source: { kind: 'interview', id: interviewId, line: 9 }, quote: null };
  expect((await desk.refused('weighing.add-account', absent)).kind).toBe('not-found');
});

test('a breach waits until the accounts were weighed', async () => {
  const { missing } = await desk.view();
  expect(missing).toContain('Accounts differ and nobody has weighed them yet: Was it written during third period?');
});

test('demeanour is weighed last, and nothing in the answer is a score', async () => {
  const [account] = (await fact()).accounts;
  const id = account?.id ?? '';
  const early = await desk.refused('weighing.weigh', {
    accountId: id,
    factor: 'demeanour',
    speaks: 'for',
    reason: 'Calm.',
  });
  expect(early.title).toContain('plausibility, corroboration, consistency, motive, opportunity');
  for (const factor of CredibilityFactor.options) await weigh(id, factor);
  const weighed = await fact();
  expect(weighed.accounts[0]?.factors.map(({ factor }) => factor)).toEqual(CredibilityFactor.options);
  expect(JSON.stringify(weighed)).not.toMatch(/score|points?"|weight"|total"/);
});

test('it cannot be concluded before each account was weighed, and the refusal names the one that was not', async () => {
  const conclusion = { factId, believed: null, reasons: 'Neither is borne out.' };
  const early = await desk.refused('weighing.conclude', conclusion);
  expect(early.kind).toBe('weighing-not-ready');
  expect(early.title).toContain('Statement 1 of Ines Duarte');
  const [own, other] = (await fact()).accounts;
  await weigh(other?.id ?? '', 'opportunity', 'She sat with her back to him.');
  expect((await desk.refused('weighing.conclude', { ...conclusion, believed: 'none' })).kind).toBe('not-found');
  const done = await desk.ask('weighing.conclude', {
    factId,
    believed: own?.id ?? '',
    reasons: 'The clock of the phone bears him out.',
  });
  expect(done.conclusion?.reasons).toContain('clock of the phone');
  expect((await desk.view()).unweighed).toEqual([]);
  const refused = await desk.refused('weighing.withdraw-account', { id: own?.id ?? '', reason: 'x' });
  expect(refused.title).toContain('was believed');
});

test('what was believed can be taken back and done again, and stays in the best case either way', async () => {
  const shown = async () =>
    (await desk.ask('best-case.view', { respondentId: desk.respondentId })).entries
      .filter(({ key }) => key.startsWith('account fact'))
      .map(({ words: said }) => said);
  expect(await shown()).toEqual(['Accounts differ: Was it written during third period?']);
  await desk.ask('history.reverse', {});
  expect((await shown())[0]).toContain('Nobody has weighed them yet.');
  await desk.ask('history.repeat', {});
  expect((await fact()).conclusion).not.toBeNull();
});

test('another explanation, the context and whether an item is what it seems are recorded with their reasons', async () => {
  await desk.link('for');
  expect((await fact()).open.some((point) => point.includes('is what it seems'))).toBe(true);
  const item = desk.items[0] ?? '';
  await desk.ask('authenticity.record', {
    itemId: item,
    captured: 'A screenshot on the phone of a parent',
    capturedBy: 'Rosa Vale',
    authorSays: 'admitted',
    authorWords: 'Yes, that is mine.',
    corroboratedBy: null,
  });
  const { explanations } = await desk.ask('weighing.explain', {
    id: null,
    factId,
    explanation: 'Somebody else had his phone.',
    tried: null,
  });
  expect((await fact()).open).toContain('This explanation has not been tried: Somebody else had his phone.');
  await desk.ask('weighing.explain', {
    id: explanations[0]?.id ?? '',
    factId,
    explanation: 'Somebody else had his phone.',
    tried: { how: 'Asked him and the office.', outcome: 'ruled-out' },
  });
  await desk.ask('weighing.context', { factId, state: 'not-obtained', words: 'The thread was asked for and refused.' });
  const whole = await fact();
  expect(whole.open).toEqual([]);
  expect(whole.authenticity[0]?.recorded).toMatchObject({ authorSays: 'admitted', corroboratedBy: null });
  expect(whole.context?.state).toBe('not-obtained');
});

test('a fact that was opened by mistake is withdrawn with a reason, and comes back by reversing', async () => {
  const { id } = await desk.ask('weighing.open', {
    allegationId: desk.allegationId,
    element: null,
    question: 'Twice?',
  });
  await desk.ask('weighing.withdraw', { id, reason: 'It is the same fact.' });
  expect((await desk.refused('weighing.withdraw', { id, reason: 'again' })).kind).toBe('not-found');
  await desk.ask('history.reverse', {});
  expect((await desk.ask('weighing.list', { allegationId: null })).map((one) => one.id)).toContain(id);
  await desk.ask('history.repeat', {});
});

test('the referral prints whom to believe and why, and what the employee answered to the allegation', async () => {
  await desk.ask('response.record', {
    respondentId: desk.respondentId,
    state: 'received',
    at: '2026-03-26T10:00:00-04:00',
    words: 'I wrote it at lunch and I speak for myself.',
  });
  await desk.ask('response.answer-point', {
    allegationId: desk.allegationId,
    stance: 'denies',
    words: 'I wrote it at lunch.',
    takenUp: 'The phone’s clock was looked at.',
  });
  await desk.ask('complaint.record', {
    receivedAt: '2026-03-11T08:00:00-04:00',
    channel: 'email',
    complainant: null,
    words: 'He posts in class.',
    about: [desk.respondentId],
    receivedBy: null,
    promised: null,
  });
  const { draftId } = await desk.ask('document.draft', {
    kind: 'disciplinary-referral',
    respondentId: desk.respondentId,
  });
  const blob = await desk.engine.blob({ kind: 'draft', draftId });
  const printed = textOf(savePdf(blob?.bytes ?? new Uint8Array())).replace(/\s+/g, ' ');
  for (const said of [
    'Was it written during third period?',
    'Believed: Interview 1 with Owen Farrell, question 1',
    'The clock of the phone bears him out.',
    'She sat with her back to him.',
    'Somebody else had his phone.',
    'Context not obtained',
    'I wrote it at lunch.',
    'The phone’s clock was looked at.',
    'A screenshot on the phone of a parent, by Rosa Vale',
    'Ines Duarte, witness',
  ])
    expect(printed, said).toContain(said);
  expect(words).toContain('science teacher');
}, 60_000);
