import { expect, test } from 'vitest';
import { NewPerson, type Person } from '../../src/contract/person.ts';
import {
  blankAccount,
  blankHours,
  blankPerson,
  draftOf,
  missingOfEmployment,
  missingOfPerson,
  occupationOf,
  personOf,
} from '../../src/renderer/screens/people/person-draft.ts';

const person: Person = {
  id: 'p1',
  number: 1,
  name: 'Rebecca Vale',
  caseRole: 'respondent',
  occupation: 'teacher',
  position: 'English teacher',
  unit: 'T',
  workingHours: [{ days: 'Mon-Fri', from: '07:30', to: '14:45' }],
  accounts: [
    {
      handle: 'R. Vale',
      platform: 'Facebook',
      owner: 'personal',
      disclaimer: null,
      since: '2024-09-01',
      until: null,
      howKnown: 'Shown at the interview',
      disclaimers: [{ seenOn: '2026-01-20', shown: true, words: 'Views are my own.' }],
    },
    {
      handle: '@rvale',
      platform: null,
      owner: 'unknown',
      disclaimer: false,
      since: null,
      until: null,
      howKnown: null,
      disclaimers: [],
    },
  ],
  relatives: ['p2'],
  note: null,
  employment: {
    standing: 'tenured',
    since: '2015-09-01',
    until: null,
    source: 'Personnel file',
    positions: [{ title: 'English teacher', place: 'High school', from: '2011-08-25', until: null }],
    breaks: [{ kind: 'lunch', days: 'Mon-Fri', from: '11:40', to: '12:10' }],
    daysOff: [{ from: '2026-03-12', until: '2026-03-13', why: 'leave' }],
  },
  pseudonym: null,
};

test('a person goes into the form and comes out unchanged; what nobody looked at stays unknown', () => {
  const { id: _, number: _number, pseudonym: _pseudonym, ...known } = person;
  expect(personOf(draftOf(person))).toEqual(known);
});

test('an empty field is recorded as unknown, never as an empty text', () => {
  const made = NewPerson.parse(personOf({ ...blankPerson, name: '  Ines Corrado ' }));
  expect(made).toMatchObject({ name: 'Ines Corrado', position: null, unit: null, note: null, employment: null });
});

test('a name, complete hours and a handle for each account are asked for', () => {
  expect(missingOfPerson(blankPerson)).toEqual(['name']);
  const half = { ...blankPerson, name: 'A', workingHours: [{ ...blankHours, days: 'Mon' }], accounts: [blankAccount] };
  expect(missingOfPerson(half)).toEqual(['hours', 'handle']);
});

test('each break, each time off and each look at a profile is completed or taken out', () => {
  const { employment } = blankPerson;
  const half = {
    ...blankPerson,
    employment: {
      ...employment,
      positions: [{ title: ' ', place: '', from: '', until: '' }],
      breaks: [{ kind: 'lunch' as const, days: 'Mon-Fri', from: '11:40', to: '' }],
      daysOff: [{ from: '2026-03-12', until: '', why: 'leave' }],
    },
    accounts: [{ ...blankAccount, handle: '@a', disclaimers: [{ seenOn: '', shown: true, words: '' }] }],
  };
  expect(missingOfEmployment(half)).toEqual(['positions', 'breaks', 'daysOff', 'disclaimers']);
  expect(missingOfEmployment(blankPerson)).toEqual([]);
});

test("the district's own word for a role names an occupation, or none", () => {
  expect(occupationOf('Teacher')).toBe('teacher');
  expect(occupationOf('head coach')).toBe('coach');
  expect(occupationOf('Bus driver')).toBe('bus-driver');
  expect(occupationOf('Superintendent')).toBe('unknown');
});
