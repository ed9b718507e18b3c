import { afterEach, beforeEach, expect, test } from 'vitest';
import { fold, Recognition } from '../../src/engine/people/index.ts';
import { Desk, pupil, teacher } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.newCase();
});
afterEach(() => desk.end());

test('students receive pseudonyms in the order in which they are named, and keep them', async () => {
  const first = await desk.ask('person.add', pupil);
  const owen = await desk.ask('person.add', teacher);
  const second = await desk.ask('person.add', { ...pupil, name: 'Second Pupil' });
  expect([first.pseudonym, owen.pseudonym, second.pseudonym]).toEqual(['Student A', null, 'Student B']);
  const renamed = await desk.ask('person.update', { id: first.id, person: { ...pupil, name: 'Mia L.' } });
  expect(renamed.pseudonym).toBe('Student A');
  const witness = await desk.ask('person.add', { ...pupil, name: 'A Pupil', caseRole: 'witness' });
  expect(witness.pseudonym).toBe('Student C');
});

test('a pseudonym that was given is never given again, not even after it was reversed', async () => {
  await desk.ask('person.add', pupil);
  await desk.ask('history.reverse', {});
  expect((await desk.ask('person.add', { ...pupil, name: 'Somebody Else' })).pseudonym).toBe('Student B');
});

test('the twenty-seventh student is Student AA', async () => {
  const given: (string | null)[] = [];
  for (let n = 0; n < 28; n++) given.push((await desk.ask('person.add', { ...pupil, name: `Pupil ${n}` })).pseudonym);
  expect(given.slice(25)).toEqual(['Student Z', 'Student AA', 'Student AB']);
  expect(new Set(given).size).toBe(28);
});

test('somebody who turns out to be a student receives a pseudonym then', async () => {
  const { id } = await desk.ask('person.add', {
    ...teacher,
    name: 'Unclear',
    caseRole: 'other',
    occupation: 'unknown',
  });
  const now = await desk.ask('person.update', { id, person: { ...pupil, name: 'Unclear' } });
  expect(now.pseudonym).toBe('Student A');
});

test('people are recognised whatever the spelling of an account: capitals, accents, marks of numbers', async () => {
  expect(fold('+1 (203) 555-0134')).toBe(fold('+12035550134'));
  expect(fold('@Zoë.Ümit')).toBe(fold('zoe umit'));
  const one = await desk.ask('person.add', {
    ...teacher,
    accounts: [{ handle: '+1 (203) 555-0134', platform: null, owner: 'personal', disclaimer: null }],
  });
  const two = await desk.ask('person.add', { ...teacher, name: 'Zoë Ümit', accounts: [] });
  const recognition = new Recognition([one, two]);
  expect(recognition.find(null, '+12035550134')?.id).toBe(one.id);
  expect(recognition.find('ZOE  UMIT', null)?.id).toBe(two.id);
  expect(recognition.find('Zoe', null)).toBeNull();
});

test('a first question has one answer; a new one takes its place and the record keeps both', async () => {
  await desk.ask('first-question.answer', { question: 'minor-unclothed', answer: 'not-known', note: null });
  await desk.ask('first-question.answer', { question: 'minor-unclothed', answer: 'no', note: 'Looked at each' });
  expect(await desk.ask('first-question.list', {})).toMatchObject([{ answer: 'no', note: 'Looked at each' }]);
  await desk.ask('history.reverse', {});
  expect(await desk.ask('first-question.list', {})).toMatchObject([{ answer: 'not-known', note: null }]);
  await desk.ask('history.reverse', {});
  expect(await desk.ask('first-question.list', {})).toEqual([]);
  await desk.ask('first-question.answer', { question: 'minor-unclothed', answer: 'yes', note: null });
  expect(await desk.ask('first-question.list', {})).toMatchObject([{ answer: 'yes' }]);
});

test('a complaint is numbered, keeps the complainant’s own words, and starts the clocks', async () => {
  const { id } = await desk.ask('person.add', teacher);
  const words = 'He posts during class!\n“Again.”  ';
  const complaint = await desk.ask('complaint.record', {
    receivedAt: '2026-03-11T08:00:00-04:00',
    channel: 'letter',
    complainant: null,
    words,
    about: [id],
    receivedBy: 'Front office',
    promised: null,
  });
  expect(complaint).toMatchObject({ number: 1, words: words.trim(), complainant: null });
  const input = await desk.ask('steps.input', {});
  expect(input).toMatchObject({
    events: [{ kind: 'complaint-received', at: '2026-03-11T08:00:00-04:00', respondent: teacher.name }],
  });
});

test('the district’s people and units are offered as its settings have them', async () => {
  expect((await desk.ask('district.people', {})).map(({ name }) => name)).toContain('Owen Farrell');
  expect(await desk.ask('district.units', {})).toContainEqual({
    code: 'teachers',
    name: 'Certified teachers',
    agreement: 'example-teachers',
  });
});
