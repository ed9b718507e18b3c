import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ReasoningDesk } from './reasoning-desk.ts';

const desk = new ReasoningDesk();
beforeAll(() => desk.begin(), 60_000);
afterAll(() => desk.end());

describe('what is typed and not recorded yet', () => {
  test('is kept in the case file at once, outlives a crash, stands in no line of the record, and is emptied when it is recorded', async () => {
    const before = await desk.lines();
    await desk.ask('unsaved.keep', { place: 'interview/new', body: '{"lines":["half a sen' });
    await desk.ask('unsaved.keep', { place: 'interview/new', body: '{"lines":["half a sentence"]}' });
    expect(await desk.lines()).toBe(before);
    // The engine is left as a crash leaves it: nothing is closed, and what was acknowledged is on the disk.
    await desk.reopen();
    expect((await desk.ask('unsaved.view', { place: 'interview/new' }))?.body).toBe('{"lines":["half a sentence"]}');
    await desk.ask('unsaved.keep', { place: 'interview/new', body: null });
    expect(await desk.ask('unsaved.view', { place: 'interview/new' })).toBeNull();
    expect((await desk.ask('ledger.verify', { expect: null })).firstProblem).toBeNull();
  });
});

describe('a plan', () => {
  test('draws its questions from what is open, and none of them once it is settled', async () => {
    const asked = async () =>
      (await desk.ask('interview-plan.propose', { personId: desk.respondentId })).map(({ from, words }) => ({
        from,
        words,
      }));
    const before = await asked();
    expect(before[0]?.words).toMatch(/in your own words/);
    expect(before.at(-1)?.words).toMatch(/anything that I have not asked/);
    const kinds = new Set(before.map(({ from }) => from));
    for (const kind of ['element', 'exception', 'context', 'specification', 'screen'] as const)
      expect(kinds).toContain(kind);
    const { elements } = await desk.view();
    const [first] = elements;
    expect(before.some(({ words }) => words === first?.question)).toBe(true);
    await desk.ask('element.decide', {
      allegationId: desk.allegationId,
      element: first?.id ?? '',
      state: 'met',
      reason: null,
    });
    expect((await asked()).some(({ words }) => words === first?.question)).toBe(false);
    await desk.ask('history.reverse', {});
    expect(await asked()).toEqual(before);
  });

  test('for a witness asks nothing that tells what the employee is alleged to have done', async () => {
    const questions = await desk.ask('interview-plan.propose', { personId: desk.witnessId });
    expect(questions.every(({ from }) => from === 'opening')).toBe(true);
    expect(questions.length).toBeGreaterThan(2);
  });

  test('is written, gone on with, followed by an interview, and withdrawn', async () => {
    const plan = await desk.ask('interview-plan.write', {
      id: null,
      personId: desk.respondentId,
      questions: [{ words: 'When did you write it?', because: 'The hour is open.' }],
    });
    const longer = [...plan.questions, { words: 'On whose phone?', because: null }];
    await desk.ask('interview-plan.write', { id: plan.id, personId: desk.respondentId, questions: longer });
    const written = await desk.ask('interview.write', desk.interview({ planId: plan.id }));
    expect(written.planId).toBe(plan.id);
    expect((await desk.refused('interview.write', desk.interview({ planId: 'none' }))).kind).toBe('not-found');
    await desk.ask('interview-plan.withdraw', { id: plan.id, reason: 'Another will do.' });
    expect(await desk.ask('interview-plan.list', { personId: null })).toEqual([]);
    await desk.ask('history.reverse', {});
    expect((await desk.ask('interview-plan.list', { personId: null }))[0]?.questions).toHaveLength(2);
  });
});

describe('an interview', () => {
  test('keeps when each question was asked and answered, its breaks, and its recording with who knew of it', async () => {
    const line = {
      question: 'When?',
      answer: 'At lunch.',
      askedAt: '2026-03-24T14:03:00-04:00',
      answeredAt: '2026-03-24T14:03:20-04:00',
    };
    const lasting = { from: '2026-03-24T14:10:00-04:00', to: null, why: 'To consult' };
    const written = await desk.ask(
      'interview.write',
      desk.interview({ lines: [line], breaks: [lasting], consent: 'all-knew' }),
    );
    expect(written.lines).toEqual([line]);
    await desk.ask('gate.override', { respondentId: desk.respondentId, gate: 'interview', reason: 'Asked.' });
    const open = await desk.refused('interview.sign', { id: written.id, signedBy: 'Dana Ruiz' });
    expect(open.title).toContain('a break has no end');
    const ended = { ...lasting, to: '2026-03-24T14:20:00-04:00' };
    await desk.ask(
      'interview.write',
      desk.interview({ id: written.id, lines: [line], breaks: [ended], consent: 'all-knew' }),
    );
    const signed = await desk.ask('interview.sign', { id: written.id, signedBy: 'Dana Ruiz' });
    expect(signed).toMatchObject({ breaks: [ended], consent: 'all-knew' });
  });

  test('of a witness is no interview of the employee: no step counts it', async () => {
    const count = async () => JSON.stringify(await desk.ask('steps.input', {})).split('"interview-held"').length;
    const before = await count();
    await desk.ask(
      'interview.write',
      desk.interview({ respondentId: desk.witnessId, heldAt: '2026-03-25T09:00:00-04:00' }),
    );
    expect(await count()).toBe(before);
  });
});

describe('a statement', () => {
  test('is changed until it is signed, and then no more, not even by reversing', async () => {
    const written = await desk.ask('witness-statement.write', desk.statement());
    const better = desk.statement({ id: written.id, words: 'I saw him type on his phone. I could not see what.' });
    expect((await desk.ask('witness-statement.write', better)).words).toContain('could not see what');
    const signed = await desk.ask('witness-statement.settle', {
      id: written.id,
      outcome: 'signed',
      words: 'Ines Duarte',
    });
    expect(signed.settled).toMatchObject({ outcome: 'signed', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await desk.refused('witness-statement.write', better)).title).toContain('settled');
    expect((await desk.refused('witness-statement.withdraw', { id: written.id, reason: 'x' })).title).toContain(
      'settled',
    );
    expect((await desk.refused('history.reverse', {})).kind).toBe('reverse-conflict');
    expect((await desk.ask('witness-statement.list', { personId: desk.witnessId }))[0]?.words).toBe(better.words);
  });

  test('lies in the evidence once it is taken there, and its passages are marked like any other', async () => {
    const written = await desk.ask(
      'witness-statement.write',
      desk.statement({ words: 'He showed it to the whole table at lunch.' }),
    );
    const taken = await desk.ask('witness-statement.take-as-evidence', { id: written.id });
    await desk.engine.idle();
    const [item] = (await desk.ask('item.page', { sort: 'number', limit: 500 })).rows.filter(
      ({ evidenceId }) => evidenceId === taken.evidenceId,
    );
    await desk.ask('mapping.add', {
      itemId: item?.id ?? '',
      policy: '4118.51',
      clause: '7',
      element: 'title-or-reference',
      weighs: 'against',
      passage: { kind: 'words', start: 0, end: 9, text: 'He showed' },
      allegationId: desk.allegationId,
      reason: null,
    });
    const [known] = (await desk.ask('witness-statement.list', { personId: null })).filter(
      ({ id }) => id === written.id,
    );
    expect(known).toMatchObject({ linked: { for: 0, against: 1 }, evidenceId: taken.evidenceId });
    expect((await desk.refused('witness-statement.take-as-evidence', { id: written.id })).title).toContain('already');
    const other = desk.statement({ id: written.id, words: 'Other words.' });
    expect((await desk.refused('witness-statement.write', other)).title).toContain('lies in the evidence');
  });

  test('that a witness would not sign speaks for the employee, with the reason', async () => {
    const written = await desk.ask('witness-statement.write', desk.statement({ words: 'He laughed about it.' }));
    await desk.ask('witness-statement.settle', {
      id: written.id,
      outcome: 'refused',
      words: 'I never said that he laughed.',
    });
    const { entries } = await desk.ask('best-case.view', { respondentId: desk.respondentId });
    expect(entries.find(({ key }) => key === `account refused ${written.id}`)?.quote).toBe(
      'I never said that he laughed.',
    );
  });
});

describe('the response', () => {
  test('is taken out point by point, stands in the allegation, and is new in the best case', async () => {
    await desk.ask('response.record', {
      respondentId: desk.respondentId,
      state: 'received',
      at: '2026-03-26T10:00:00-04:00',
      words: 'I did not write it in class. I speak for myself.',
    });
    const point = {
      allegationId: desk.allegationId,
      stance: 'denies',
      words: 'I did not write it in class.',
      takenUp: 'The phone was looked at; its clock fits.',
    } as const;
    await desk.ask('response.answer-point', point);
    expect((await desk.view()).point).toMatchObject(point);
    const { entries } = await desk.ask('best-case.view', { respondentId: desk.respondentId });
    expect(entries.filter(({ words }) => words === 'The employee denies it.')).toHaveLength(1);
    await desk.ask('response.answer-point', { ...point, stance: 'admits', words: 'I did.' });
    await desk.ask('history.reverse', {});
    expect((await desk.view()).point?.stance).toBe('denies');
  });
});

describe('passages against', () => {
  test('are answered one by one where there are several; the finding says what is left', async () => {
    const first = await desk.link('against');
    const { missing } = await desk.view();
    // One more lies in the statement that was taken into the evidence.
    expect(missing.find((words) => words.includes('passages that speak against it are not answered'))).toContain(
      '2 passages',
    );
    await desk.ask('contrary.answer', {
      allegationId: desk.allegationId,
      mappingId: first.id,
      words: 'It says nothing of the title.',
    });
    expect((await desk.view()).missing.some((words) => words.includes('not answered'))).toBe(false);
    const support = await desk.link('for');
    const wrong = { allegationId: desk.allegationId, mappingId: support.id, words: 'x' };
    expect((await desk.refused('contrary.answer', wrong)).title).toContain('does not speak against');
  });
});
