import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallInput } from '../../src/contract/calls.ts';
import { Desk, teacher } from '../engine/desk.ts';

let desk: Desk;
let personId: string;
beforeEach(async () => {
  desk = new Desk();
  await desk.newCase('sound-shore');
  personId = (await desk.ask('person.add', teacher)).id;
});
afterEach(() => desk.end());

const record = (kind: string, at: string, details: CallInput<'event.record'>['details'] = {}) =>
  desk.ask('event.record', { kind, at, respondentId: personId, details, note: null });

const interview = (more: Partial<CallInput<'interview.write'>> = {}): CallInput<'interview.write'> => ({
  id: null,
  respondentId: personId,
  heldAt: '2026-03-24T14:00:00-04:00',
  endedAt: null,
  place: 'Room 12',
  manner: 'voluntary',
  present: [{ name: 'Bev Castellano', role: 'Representative' }],
  lines: [{ question: 'Did you write this?', answer: 'Yes.' }],
  ...more,
});

describe('the record of an interview', () => {
  test('is not signed before the question of a representative is answered; the draft can be written all along', async () => {
    const written = await desk.ask('interview.write', interview());
    expect((await desk.refused('interview.sign', { id: written.id, signedBy: 'Dana Ruiz' })).kind).toBe('gate-closed');
    const later = { lines: [...interview().lines, { question: 'When?', answer: null }] };
    expect((await desk.ask('interview.write', interview({ id: written.id, ...later }))).lines).toHaveLength(2);
    await desk.ask('gate.override', { respondentId: personId, gate: 'interview', reason: 'Asked by telephone.' });
    const signed = await desk.ask('interview.sign', { id: written.id, signedBy: 'Dana Ruiz, Investigator' });
    expect(signed.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('never changes once it is signed, not by an edit, not by reversing; an erratum stands beside it', async () => {
    const written = await desk.ask('interview.write', interview());
    await desk.ask('gate.override', { respondentId: personId, gate: 'interview', reason: 'Asked by telephone.' });
    const signed = await desk.ask('interview.sign', { id: written.id, signedBy: 'Dana Ruiz, Investigator' });
    expect((await desk.refused('interview.write', interview({ id: written.id }))).title).toContain('erratum');
    const erratum = { interviewId: written.id, line: 1, words: 'The answer was “perhaps”.', askedBy: 'Owen Farrell' };
    await desk.refused('interview.add-erratum', { ...erratum, line: 2 });
    const after = await desk.ask('interview.add-erratum', erratum);
    expect(after.errata).toHaveLength(1);
    expect({ ...after, errata: [] }).toEqual({ ...signed, errata: [] });
    await desk.ask('history.reverse', {}); // the erratum
    await desk.ask('history.reverse', {}); // the override
    expect((await desk.refused('history.reverse', {})).kind).toBe('reverse-conflict');
    const [kept] = await desk.ask('interview.list', { respondentId: personId });
    expect(kept?.lines).toEqual(signed.lines);
  });

  test('counts as the interview held, once, also where the event was entered too', async () => {
    await desk.ask('interview.write', interview());
    const held = async () => {
      const input = Object(await desk.ask('steps.input', {}));
      const events: readonly { kind: string }[] = Reflect.get(input, 'events');
      return events.filter(({ kind }) => kind === 'interview-held').length;
    };
    expect(await held()).toBe(1);
    await record('interview-held', '2026-03-24T18:00:00Z');
    expect(await held()).toBe(1);
  });
});

describe('discipline of the past', () => {
  const entry = (on: string): CallInput<'past-discipline.record'> => ({
    respondentId: personId,
    item: 'reprimand',
    on,
    subject: 'Social media',
    conduct: [],
    moveRequestedOn: null,
    note: null,
  });

  test('is kept for ever, and says whether the agreement lets it be relied on', async () => {
    const { items } = await desk.ask('past-discipline.list', { respondentId: personId });
    const [item = 'reprimand'] = items;
    const old = await desk.ask('past-discipline.record', { ...entry('2001-05-01'), item });
    const fresh = await desk.ask('past-discipline.record', { ...entry('2026-09-01'), item });
    expect(old.ageing?.kept).toContain('Lieberman');
    expect(fresh.ageing?.live).toBe(true);
    const { rows } = await desk.ask('past-discipline.list', { respondentId: personId });
    expect(rows).toHaveLength(2);
    const view = await desk.ask('just-cause.view', { respondentId: personId });
    expect([...view.live, ...view.aged].map(({ on }) => on).sort()).toEqual(['2001-05-01', '2026-09-01']);
    await desk.ask('past-discipline.withdraw', { id: old.id, reason: 'Another person’s.' });
    expect((await desk.ask('past-discipline.list', { respondentId: personId })).rows).toHaveLength(1);
    await desk.ask('history.reverse', {});
    expect((await desk.ask('past-discipline.list', { respondentId: personId })).rows).toHaveLength(2);
  });
});

describe('counsel’s worksheet', () => {
  test('asks the seven tests, proportion, nexus and whether it was punished before, with what the case shows', async () => {
    await record('cease-request-made', '2026-03-10T09:00:00-04:00', { words: 'Take the post down' });
    await record('discipline-issued', '2026-04-10T09:00:00-04:00');
    const view = await desk.ask('just-cause.view', { respondentId: personId });
    expect(view.questions.filter(({ part }) => part === 'tests')).toHaveLength(7);
    expect(view.ladder.length).toBeGreaterThan(2);
    const of = (id: string) => view.questions.find((question) => question.id === id);
    expect(of('factor-told')?.bears[0]?.words).toContain('Take the post down');
    expect(of('test-investigation')?.gaps).toContain('A decision is recorded before the employee was heard.');
    expect(of('once')?.bears.some(({ words }) => words.startsWith('The discipline was issued'))).toBe(true);
    expect(of('test-equal')?.gaps).toEqual(expect.arrayContaining(['No earlier similar case is entered.']));
  });

  test('keeps answers and comparisons, and they are nowhere else: not in the steps, not in the log', async () => {
    const words = 'Zebra crossing: nothing was ever posted about this rule.';
    await desk.ask('just-cause.answer', {
      respondentId: personId,
      question: 'test-notice',
      answer: 'No',
      words,
      missing: null,
    });
    const comparator = {
      respondentId: personId,
      year: 2024,
      conduct: 'Zebra post',
      outcome: 'Reprimand',
      alike: 'Same rule',
      unlike: '',
      source: 'Register 12',
    };
    await desk.ask('comparator.add', comparator);
    const view = await desk.ask('just-cause.view', { respondentId: personId });
    expect(view.questions.find(({ id }) => id === 'test-notice')?.answer).toMatchObject({ answer: 'No', words });
    expect(view.comparators).toHaveLength(1);
    const elsewhere = [
      await desk.ask('steps.view', {}),
      await desk.ask('steps.input', {}),
      await desk.ask('ledger.page', { before: null, limit: 100 }),
    ];
    expect(JSON.stringify(elsewhere)).not.toContain('Zebra');
    await desk.refused('just-cause.answer', {
      respondentId: personId,
      question: 'test-notice',
      answer: 'Perhaps',
      words,
      missing: null,
    });
  });
});

test('a register of closed matters is read without whatever else stands in it', async () => {
  const csv =
    'Number,Name,Closed,Conduct,Outcome\n7,Jane Roe,2024-05-02,Posted about a pupil,Reprimand\n8,John Doe,,Left early,\n';
  const path = desk.write('register.csv', csv);
  const { lines, notes } = await desk.ask('comparator.read-register', { path });
  expect(lines).toEqual([
    { year: 2024, conduct: 'Posted about a pupil', outcome: 'Reprimand', source: 'register.csv, 7' },
  ]);
  expect(notes).toEqual(['Row 3 was left out: it lacks a year, what was done, or what followed.']);
  const wrong = desk.write('wrong.csv', 'a,b\n1,2\n');
  expect((await desk.refused('comparator.read-register', { path: wrong })).title).toContain('no column named year');
});

describe('one person with two posts', () => {
  test('has the steps of both units once the second is found', async () => {
    const unitsOf = async () => {
      const { steps } = await desk.ask('steps.view', {});
      return [...new Set(steps.map(({ unit }) => unit))];
    };
    expect(await unitsOf()).toEqual(['teachers']);
    await record('second-post-checked', '2026-03-10T09:00:00-04:00', { secondUnit: 'coaches' });
    expect(await unitsOf()).toEqual(['teachers', 'coaches']);
    await desk.ask('history.reverse', {});
    expect(await unitsOf()).toEqual(['teachers']);
  });
});
