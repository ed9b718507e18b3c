import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CallInput, type CallName, calls } from '../../src/contract/calls.ts';
import { Desk, pupil, root, sheet, teacher } from './desk.ts';

const desk = new Desk();
const performed = new Set<string>();
let item = '';
let evidence = '';
const words = 'lol Mia Lindqvist got a 43 on the quiz';

beforeAll(async () => {
  await desk.newCase();
  [item = ''] = await desk.messages([{ from: 'ofarrell', at: '2026-03-10 10:42', text: words }]);
  evidence = (await desk.ask('evidence.list', {}))[0]?.id ?? '';
}, 60_000);
afterAll(() => desk.end());

/** Makes a command and holds it to exactly one line of the evidence record, whose words give nothing away. */
async function oneLine<Name extends CallName>(name: Name, input: CallInput<Name>) {
  const before = await desk.lines();
  const answer = await desk.ask(name, input);
  await desk.engine.idle();
  expect(await desk.lines(), name).toBe(before + 1);
  const line = await desk.lastLine();
  expect(line?.did).toBe(name);
  expect(line?.words.length).toBeGreaterThan(5);
  expect(line?.words).not.toMatch(/Farrell|Lindqvist|quiz|ofarrell|undefined|null/);
  performed.add(name);
  return answer;
}

async function noLine<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<void> {
  const before = await desk.lines();
  await desk.ask(name, input);
  await desk.engine.idle();
  expect(await desk.lines(), name).toBe(before);
  performed.add(name);
}

describe('every command writes one line of the evidence record, or none where nothing changed', () => {
  test('questions, people, complaint', async () => {
    await oneLine('first-question.answer', { question: 'child-at-risk', answer: 'no', note: null });
    const { id } = await oneLine('person.add', teacher);
    await oneLine('person.add', pupil);
    await oneLine('person.update', { id, person: { ...teacher, position: 'Teacher, grade 7' } });
    await noLine('person.update', { id, person: { ...teacher, position: 'Teacher, grade 7' } });
    await oneLine('complaint.record', {
      receivedAt: '2026-03-11T08:00:00-04:00',
      channel: 'email',
      complainant: 'A parent',
      words: 'Look at what he wrote about my child’s quiz.',
      about: [id],
      receivedBy: null,
      promised: null,
    });
  });

  test('receipt sheets and sources', async () => {
    const { id } = await oneLine('receipt.record', sheet);
    await oneLine('receipt.assign', { receiptId: id, evidenceIds: [evidence] });
    await noLine('receipt.assign', { receiptId: id, evidenceIds: [evidence] });
    const [owner] = await desk.ask('person.list', {});
    await oneLine('evidence.set-owner', { id: evidence, personId: owner?.id ?? '' });
    await noLine('evidence.set-owner', { id: evidence, personId: owner?.id ?? '' });
    await noLine('intake.cancel', {});
  });

  test('suggestions, facts, links', async () => {
    await oneLine('suggestion.refresh', {});
    const { suggestions } = await desk.ask('suggestion.list', { itemId: item, open: true });
    const [first] = suggestions;
    expect(first).toBeDefined();
    await oneLine('suggestion.decide', {
      itemId: item,
      policy: first?.policy ?? '',
      clause: first?.clause ?? '',
      decision: 'not-relevant',
      reason: 'Only a trial',
    });
    const many = { suggestions: [{ itemId: item, policy: first?.policy ?? '', clause: first?.clause ?? '' }] };
    await oneLine('suggestion.decide-many', { ...many, decision: 'relevant', reason: null });
    const sample = await oneLine('blind.draw', { purpose: 'second-reading', size: 1, seed: 'trial' });
    const [drawn] = (await desk.ask('blind.view', { id: sample.id })).items;
    await oneLine('blind.answer', { sampleId: sample.id, itemId: drawn?.id ?? '', clauses: [], note: null });
    await oneLine('fact.record', { itemId: item, words: 'He teaches the class that is meant.' });
    const mapping = await oneLine('mapping.add', await link());
    await oneLine('mapping.withdraw', { id: mapping.id, reason: 'Linked by mistake' });
  });

  test('allegations, elements, answers, findings', async () => {
    const [respondent] = await desk.ask('person.list', {});
    const clause = await clauseWithException();
    const allegation = await oneLine('allegation.add', {
      respondentId: respondent?.id ?? '',
      policy: clause.policy,
      clause: clause.clause,
      conductOn: '2026-03-10',
      specification: { what: 'Wrote it', when: '10 March 2026', where: 'Facebook', toWhom: null },
      policyKnown: null,
    });
    const allegationId = allegation.id;
    const element = clause.elements[0]?.id ?? '';
    await oneLine('element.decide', { allegationId, element, state: 'met', reason: null });
    await oneLine('exception.answer', {
      allegationId,
      exception: clause.exceptions[0]?.id ?? '',
      answer: 'does-not-apply',
      reason: 'Asked; it does not.',
    });
    await oneLine('screen.answer-question', { allegationId, question: 'off-duty', answer: 'no', words: 'At school.' });
    await oneLine('screen.answer', { allegationId, answer: 'not-protected', reason: 'Nobody’s working conditions.' });
    await oneLine('response.record', {
      respondentId: respondent?.id ?? '',
      state: 'declined',
      at: '2026-03-20T10:00:00-04:00',
      words: null,
    });
    const { entries } = await desk.ask('best-case.view', { respondentId: respondent?.id ?? '' });
    const keys = entries.map(({ key }) => key);
    await oneLine('best-case.sign', { respondentId: respondent?.id ?? '', keys });
    await oneLine('finding.record', {
      allegationId,
      fact: 'inconclusive',
      policy: 'not-reached',
      standard: 'preponderance',
      reasons: 'The thread is cropped.',
      contraryAnswered: null,
      credibility: null,
    });
    await oneLine('allegation.withdraw', { id: allegationId, reason: 'Withdrawn by the complainant' });
  });

  test('what the inquiry is about', async () => {
    const { policy, clause } = await clauseWithException();
    const { clauses } = await oneLine('scope.widen', { policy, clause, reason: 'The second letter' });
    const id = clauses.find((one) => one.clause === clause)?.widened?.id ?? '';
    await oneLine('scope.open-outside', { reason: 'The response speaks of it' });
    await oneLine('scope.close-outside', {});
    await oneLine('scope.narrow', { id, reason: 'The letter was withdrawn' });
    const [file] = await desk.ask('evidence.list', {});
    const limit = await oneLine('limit.set', {
      evidenceId: file?.id ?? '',
      from: '2020-01-01',
      to: null,
      threads: null,
      agreedWith: 'The owner',
      agreedOn: '2026-03-10',
      note: null,
    });
    await oneLine('limit.lift', { id: limit.id, reason: 'All of it was agreed' });
  });

  test('danger to a child', async () => {
    const known = { knownAt: '2026-03-11T08:00:00-04:00', knownBy: 'The nurse' };
    const { clocks } = await oneLine('report.start', { itemId: item, childId: null, ...known });
    const told = { toldAt: '2026-03-11T09:00:00-04:00', toldTo: 'The line', toldBy: 'The nurse', reference: null };
    await oneLine('report.told', { clockId: clocks[0]?.id ?? '', what: 'oral-report', ...told });
    await oneLine('report.dismiss', { itemId: item, reason: 'A quotation', consulted: null });
  });

  test('steps and gates', async () => {
    const [respondent] = await desk.ask('person.list', {});
    const respondentId = respondent?.id ?? '';
    const event = {
      kind: 'notice-of-investigation-served',
      at: '2026-03-12T09:00:00-04:00',
      respondentId,
      details: {},
      note: null,
    };
    const { id } = await oneLine('event.record', event);
    await oneLine('event.correct', { ...event, at: '2026-03-12T10:00:00-04:00', corrects: id, reason: 'An hour late' });
    await oneLine('gate.override', { respondentId, gate: 'document:disciplinary-referral', reason: 'Agreed by both' });
  });

  test('interviews and past discipline', async () => {
    const [respondent] = await desk.ask('person.list', {});
    const respondentId = respondent?.id ?? '';
    const written = await oneLine('interview.write', {
      id: null,
      respondentId,
      heldAt: '2026-03-13T09:00:00-04:00',
      endedAt: null,
      place: null,
      manner: 'voluntary',
      present: [],
      lines: [{ question: 'Is it yours?', answer: 'Yes.' }],
    });
    await desk.ask('gate.override', { respondentId, gate: 'interview', reason: 'Agreed by both' });
    await oneLine('interview.sign', { id: written.id, signedBy: 'Dana Ruiz' });
    const erratum = { interviewId: written.id, line: 1, words: 'It was “mine”.', askedBy: 'Owen Farrell' };
    await oneLine('interview.add-erratum', erratum);
    const past = { item: 'reprimand', on: '2024-05-01', subject: null, conduct: [], moveRequestedOn: null, note: null };
    const { id } = await oneLine('past-discipline.record', { respondentId, ...past });
    await oneLine('past-discipline.withdraw', { id, reason: 'Another person’s' });
    await noLine('deadline.save-calendar', { folder: desk.folder });
  });

  test('agreements, the calendar, the district’s file', async () => {
    const { packs } = await desk.ask('agreement.list', {});
    const { pack = '', version = '' } = packs.find(({ kind, used }) => kind === 'agreement' && used) ?? {};
    const { yaml, articles } = await desk.ask('agreement.view', { pack, version });
    await noLine('agreement.edit', { yaml, path: ['note'], value: 'Edited' });
    await oneLine('agreement.save', { yaml });
    await noLine('agreement.export', { pack, version, folder: desk.folder });
    const name = { pack, version, article: articles[0]?.no ?? '' };
    await oneLine('article.confirm', { ...name, confirmedBy: 'Ines Roth', on: '2026-03-01', page: '9' });
    await oneLine('article.take-back', { ...name, reason: 'Another page' });
    await oneLine('calendar.add-snow-day', { date: '2026-03-18', reason: 'Snow' });
    const path = desk.write('year.csv', 'date,reason\n2026-05-25,Memorial Day\n');
    await noLine('calendar.read-file', { path });
    const { entries } = await desk.ask('calendar.read-file', { path });
    await oneLine('calendar.import', { entries, from: 'year.csv' });
    const view = await desk.ask('calendar.view', {});
    if (view === null) throw new Error('the district has a calendar');
    await oneLine('calendar.save', { calendar: view.calendar, about: 'Edited by hand' });
    await noLine('district-file.export', { folder: desk.folder });
    const file = await desk.ask('district-file.export', { folder: desk.folder });
    await oneLine('district-file.open', { path: file.path });
  });

  test('counsel’s worksheet', async () => {
    const [respondent] = await desk.ask('person.list', {});
    const respondentId = respondent?.id ?? '';
    const answer = { question: 'test-notice', answer: 'No', words: 'Nobody gave it out.', missing: null };
    await oneLine('just-cause.answer', { respondentId, ...answer });
    const like = {
      year: 2024,
      conduct: 'A post',
      outcome: 'Reprimand',
      alike: 'Same rule',
      unlike: '',
      source: 'No. 7',
    };
    const { id } = await oneLine('comparator.add', { respondentId, ...like });
    await oneLine('comparator.withdraw', { id, reason: 'Another rule' });
    const path = desk.write('register.csv', 'year,conduct,outcome\n2024,A post,Reprimand\n');
    await noLine('comparator.read-register', { path });
  });

  test('reversing and repeating are lines as well', async () => {
    await oneLine('history.reverse', {});
    await oneLine('history.repeat', {});
  });

  test('what reaches beyond the case leaves no line in it', async () => {
    await noLine('identity.rename', { name: 'Dana Ruiz', role: 'Investigator' });
    const before = await desk.lines();
    await desk.reopen();
    expect(await desk.lines()).toBe(before);
    for (const name of ['case.open', 'case.close']) performed.add(name);
  });

  test('a new name of the acting person stands in later lines and changes no earlier one', async () => {
    await oneLine('first-question.answer', { question: 'police-or-dcf', answer: 'no', note: null });
    const { rows } = await desk.ask('ledger.page', { before: null, limit: 3 });
    expect(rows[0]?.by).toBe('Dana Ruiz, Investigator');
    expect(rows[1]?.by).not.toContain('Dana Ruiz');
  });

  test('no command of the contract was left out, here or in a test of its own', () => {
    const changing = Object.entries(calls)
      .filter(([, { kind }]) => kind !== 'query')
      .map(([name]) => name);
    const here = 'engine/commands.test.ts';
    const others = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(test|spec)\.ts$/.test(path) && path !== here)
      .map((path) => readFileSync(join(root, 'tests', path), 'utf8'));
    const elsewhere = changing.filter((name) => !performed.has(name));
    expect(elsewhere.filter((name) => !others.some((text) => text.includes(`'${name}'`)))).toEqual([]);
  });
});

describe('a command that does not fit is refused at the door', () => {
  const unknownId = 'there-is-no-such-id';
  const someone = { ...teacher, accounts: [] };
  const event = {
    kind: 'notice-of-investigation-served',
    at: '2026-03-12T09:00:00-04:00',
    respondentId: null,
    details: {},
    note: null,
  };
  const specification = { what: 'w', when: 'w', where: 'w', toWhom: null };
  const refusals: readonly (readonly [CallName, unknown, string])[] = [
    ['first-question.answer', { question: 'shoe-size', answer: 'no', note: null }, 'bad-input'],
    ['first-question.answer', { question: 'child-at-risk', answer: 'no', note: null, extra: 1 }, 'bad-input'],
    ['first-question.answer', { question: 'child-at-risk', answer: 'maybe', note: null }, 'bad-input'],
    ['person.add', { ...someone, name: '   ' }, 'bad-input'],
    ['person.add', { ...someone, name: 'x'.repeat(201) }, 'bad-input'],
    ['person.update', { id: unknownId, person: someone }, 'not-found'],
    ['complaint.record', { receivedAt: 'yesterday' }, 'bad-input'],
    [
      'complaint.record',
      {
        receivedAt: '2026-03-11T08:00:00-04:00',
        channel: 'email',
        complainant: null,
        words: 'w',
        about: [unknownId],
        receivedBy: null,
        promised: null,
      },
      'not-found',
    ],
    ['receipt.record', { ...sheet, howObtained: 'found-it' }, 'bad-input'],
    ['receipt.record', { ...sheet, receivedAt: '2026-03-10T09:00:00' }, 'bad-input'],
    ['receipt.assign', { receiptId: unknownId, evidenceIds: ['e'] }, 'not-found'],
    ['receipt.assign', { receiptId: unknownId, evidenceIds: [] }, 'bad-input'],
    ['evidence.set-owner', { id: unknownId, personId: null }, 'not-found'],
    ['intake.start', { paths: [], receiptId: null, zone: null }, 'bad-input'],
    ['intake.start', { paths: ['a'], receiptId: unknownId, zone: null }, 'not-found'],
    ['intake.start', { paths: ['a'], receiptId: null, zone: 'Atlantis/Deep' }, 'bad-input'],
    ['fact.record', { itemId: unknownId, words: 'w' }, 'not-found'],
    ['fact.record', { itemId: null, words: '  ' }, 'bad-input'],
    ['mapping.withdraw', { id: unknownId, reason: 'r' }, 'not-found'],
    ['mapping.withdraw', { id: unknownId, reason: '' }, 'bad-input'],
    [
      'allegation.add',
      {
        respondentId: unknownId,
        policy: '4118.51',
        clause: '8',
        conductOn: '2026-03-10',
        specification,
        policyKnown: null,
      },
      'not-found',
    ],
    ['allegation.withdraw', { id: unknownId, reason: 'r' }, 'not-found'],
    ['element.decide', { allegationId: unknownId, element: 'e', state: 'met', reason: null }, 'not-found'],
    ['exception.answer', { allegationId: unknownId, exception: 'e', answer: 'applies', reason: 'r' }, 'not-found'],
    ['screen.answer', { allegationId: unknownId, answer: 'not-protected', reason: 'r' }, 'not-found'],
    ['event.record', { ...event, kind: 'party' }, 'bad-input'],
    ['event.record', { ...event, respondentId: unknownId }, 'not-found'],
    ['event.record', { ...event, details: { deep: { er: 1 } } }, 'bad-input'],
    // A detail of the wrong type would stop all counting of steps from then on.
    ['event.record', { ...event, details: { by: 5 } }, 'bad-input'],
    ['event.record', { ...event, details: { due: 'soon' } }, 'bad-input'],
    ['event.correct', { ...event, corrects: unknownId, reason: 'r' }, 'not-found'],
    ['gate.override', { respondentId: unknownId, gate: 'g', reason: 'r' }, 'not-found'],
    ['document.issue', { kind: 'love-letter', respondentId: null }, 'kind-unknown'],
    ['document.draft', { kind: 'record-hold', respondentId: null, language: 'es' }, 'language-not-offered'],
    ['document.draft', { kind: 'disciplinary-referral', respondentId: null, standard: 'x-ray' }, 'bad-input'],
    ['item.page', { limit: 501 }, 'bad-input'],
    ['item.view', { id: unknownId }, 'not-found'],
    ['item.view', { id: '' }, 'bad-input'],
  ];

  test.each(refusals)('%s %j is %s, and leaves no line', async (name, input, kind) => {
    const before = await desk.fingerprint();
    const error = await desk.refused(name, input);
    expect(error.kind).toBe(kind);
    expect(error.title).not.toMatch(/undefined|\{\w+\}/);
    expect(await desk.fingerprint()).toBe(before);
  });

  test('a gate that nothing asks for cannot be passed over', async () => {
    const [respondent] = await desk.ask('person.list', {});
    const error = await desk.refused('gate.override', {
      respondentId: respondent?.id,
      gate: 'document:x',
      reason: 'r',
    });
    expect(error.kind).toBe('not-found');
  });

  test('a date without its offset is asked for in words, not by a pattern', async () => {
    const error = await desk.refused('receipt.record', { ...sheet, receivedAt: '10 March' });
    expect(error.title).toContain('a date and time with its offset is expected, such as 2026-03-10T10:42:00-04:00');
  });

  test('a name that is no call is refused, whatever JavaScript would make of it', async () => {
    for (const name of ['constructor', '__proto__', 'toString', 'person.delete', '']) {
      expect((await desk.refused(name, {})).kind).toBe('unknown-call');
    }
  });

  test('without a case every call that needs one says so', async () => {
    const engine = desk.another();
    for (const name of ['case.state', 'item.page', 'person.list', 'history.reverse', 'suggestion.refresh']) {
      const reply = await engine.call(name, {});
      expect(reply.ok ? 'ok' : reply.error.kind, name).toBe('no-case-open');
    }
    await engine.close();
  });
});

async function clauseWithException() {
  const clauses = await desk.ask('clause.list', {});
  const found = clauses.find(({ exceptions, elements }) => exceptions.length > 0 && elements.length > 0);
  if (found === undefined) throw new Error('a clause has an exception');
  return found;
}

async function link(): Promise<CallInput<'mapping.add'>> {
  const clause = await clauseWithException();
  return {
    itemId: item,
    policy: clause.policy,
    clause: clause.clause,
    element: clause.elements[0]?.id ?? '',
    weighs: 'for',
    passage: { kind: 'words', start: 4, end: 17, text: 'Mia Lindqvist' },
    allegationId: null,
    reason: null,
  };
}
