import { expect, test } from 'vitest';
import type { PackFault } from '../../src/contract/agreement-shelf.ts';
import { besideFields, faultsIn, problemAt } from '../../src/renderer/screens/steps/agreement-form/form-state.ts';
import { writtenLimit } from '../../src/renderer/screens/steps/agreement-form/limit-shape.ts';

const fault = (path: PackFault['path'], problem: string): PackFault => ({ where: '', problem, line: null, path });
const faults = [
  fault(['steps', 2, 'limits', 0, 'days'], 'must be a whole number'),
  fault(['steps', 2], 'rests on Article 77, which the pack does not hold'),
  fault(['steps', 2, 'needs', 0], 'names a step that is not there'),
  fault(['grievance', 'levels', 1, 'answer', 'n'], 'must be a number'),
];

test('a problem stands at the field that it is about, and at no other', () => {
  expect(problemAt(faults, ['steps', 2, 'limits', 0])).toBe('must be a whole number');
  expect(problemAt(faults, ['steps', 2, 'title'])).toBeNull();
  expect(problemAt(faults, ['steps', 20])).toBeNull();
});

test('what no field shows stands at the top of its part', () => {
  expect(besideFields(faults, ['steps', 2], ['title', 'limits'])).toEqual([
    'rests on Article 77, which the pack does not hold',
    'names a step that is not there',
  ]);
});

test('a part counts what is wrong in it, but for what another part shows', () => {
  expect(faultsIn(faults, ['steps'])).toBe(3);
  expect(faultsIn(faults, ['grievance'])).toBe(1);
  expect(faultsIn(faults, ['grievance'], ['levels'])).toBe(0);
});

test('a limit that changes from days to hours keeps what else it says, and never has two counts', () => {
  const days = { days: 2, dayKind: 'school', direction: 'at-least-before', from: ['interview-scheduled'] };
  expect(writtenLimit(days, '48', 'hours')).toEqual({
    hours: 48,
    direction: 'at-least-before',
    from: ['interview-scheduled'],
  });
  expect(writtenLimit({ hours: 24, from: [] }, '', '')).toEqual({ days: null, from: [] });
  expect(writtenLimit({ days: 1, from: [] }, 'soon', 'duty')).toEqual({ days: 'soon', dayKind: 'duty', from: [] });
});
