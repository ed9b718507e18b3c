import { expect, test } from 'vitest';
import { NewPerson, type Person } from '../../src/contract/person.ts';
import {
  blankAccount,
  blankHours,
  blankPerson,
  draftOf,
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
    { handle: 'R. Vale', platform: 'Facebook', owner: 'personal', disclaimer: null },
    { handle: '@rvale', platform: null, owner: 'unknown', disclaimer: false },
  ],
  relatives: ['p2'],
  note: null,
  pseudonym: null,
};

test('a person goes into the form and comes out unchanged; what nobody looked at stays unknown', () => {
  const { id: _, number: _number, pseudonym: _pseudonym, ...known } = person;
  expect(personOf(draftOf(person))).toEqual(known);
});

test('an empty field is recorded as unknown, never as an empty text', () => {
  const made = NewPerson.parse(personOf({ ...blankPerson, name: '  Ines Corrado ' }));
  expect(made).toMatchObject({ name: 'Ines Corrado', position: null, unit: null, note: null });
});

test('a name, complete hours and a handle for each account are asked for', () => {
  expect(missingOfPerson(blankPerson)).toEqual(['name']);
  const half = { ...blankPerson, name: 'A', workingHours: [{ ...blankHours, days: 'Mon' }], accounts: [blankAccount] };
  expect(missingOfPerson(half)).toEqual(['hours', 'handle']);
});

test("the district's own word for a role names an occupation, or none", () => {
  expect(occupationOf('Teacher')).toBe('teacher');
  expect(occupationOf('head coach')).toBe('coach');
  expect(occupationOf('Bus driver')).toBe('bus-driver');
  expect(occupationOf('Superintendent')).toBe('unknown');
});
