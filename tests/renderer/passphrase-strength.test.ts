import { expect, test } from 'vitest';
import { blankNewCase, districtOf, missingOf } from '../../src/renderer/screens/start/new-case-draft.ts';
import { strengthOf } from '../../src/renderer/screens/start/passphrase-strength.ts';

test('a passphrase under twelve characters is called short, with how many are missing', () => {
  expect(strengthOf('')).toEqual({ level: 'none' });
  expect(strengthOf('otter lamp')).toEqual({ level: 'short', missing: 2 });
});

test('patterns and common words make a long passphrase weak', () => {
  for (const guessed of ['password1234', 'aaaaaaaaaaaaaaaa', '123456789012345', 'qwertyuiopasdf', 'schoolschool99']) {
    expect(strengthOf(guessed).level, guessed).toBe('weak');
  }
});

test('four unrelated words are good, three are fair', () => {
  expect(strengthOf('otter lamp river seven').level).toBe('good');
  expect(strengthOf('otter lamp river').level).toBe('fair');
});

const complete = {
  ...blankNewCase,
  title: 'Complaint of 12 March',
  path: '/cases/a.evenhand',
  district: 'sound-shore',
  passphrase: 'otter lamp river seven',
  repeat: 'otter lamp river seven',
};

test('a new case names each thing that it lacks, in the order of the form', () => {
  expect(missingOf(blankNewCase)).toEqual(['title', 'place', 'district', 'passphrase']);
  expect(missingOf({ ...complete, repeat: 'otter lamp' })).toEqual(['repeat']);
  expect(missingOf({ ...complete, district: 'file' })).toEqual(['districtFile']);
  expect(missingOf(complete)).toEqual([]);
});

test('going without a passphrase takes a sentence that is ticked', () => {
  const without = { ...complete, protection: 'without', passphrase: '', repeat: '' } as const;
  expect(missingOf(without)).toEqual(['confirm']);
  expect(missingOf({ ...without, withoutConfirmed: true })).toEqual([]);
});

test('the district is an id, a file or none', () => {
  expect(districtOf(complete)).toBe('sound-shore');
  expect(districtOf({ ...complete, district: 'file', districtFile: '/d.yaml' })).toBe('/d.yaml');
  expect(districtOf({ ...complete, district: 'none' })).toBeNull();
});
