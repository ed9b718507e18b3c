import { expect, test } from 'vitest';
import type { StepEvent } from '../../src/contract/steps.ts';
import { stepRemarks } from '../../src/engine/agreement/index.ts';
import { beginning, coach, event, inputOf, teacher, teacherPath } from './case.ts';

const at = '2026-03-10T09:00:00-04:00';
const now = '2026-03-25T08:00:00-04:00';

function remarksOf(...events: readonly StepEvent[]): readonly string[] {
  return stepRemarks(inputOf({ events: [...beginning, ...events], now, respondents: [teacher, coach] }));
}

test('a case in order has none', () => {
  expect(stepRemarks(inputOf({ events: teacherPath, now, respondents: [teacher, coach] }))).toEqual([]);
});

test('an event about somebody who is no respondent is named, since it counts for nobody', () => {
  expect(remarksOf(event('interview-held', at, { id: 'e9', respondent: 'Dana Reyez' }))).toEqual([
    'Event e9 (the employee was interviewed) is about Dana Reyez, who is no respondent of this case, and counts for nobody.',
  ]);
});

test('a waiver, an extension and an override say what they are about', () => {
  expect(remarksOf(event('step-waived', at, { id: 'a' }))[0]).toContain('does not say which step');
  expect(remarksOf(event('step-waived', at, { id: 'a', step: 'no-such' }))[0]).toContain('no pack has: no-such');
  expect(remarksOf(event('extension-agreed', at, { id: 'a', step: 'response' }))[0]).toContain('until when');
  expect(remarksOf(event('gate-overridden', at, { id: 'a' }))[0]).toContain('does not say which gate');
  expect(remarksOf(event('gate-overridden', at, { id: 'a', gate: 'no-such' }))[0]).toContain('no pack has: no-such');
});

test('a correction says of what, and what is corrected is there', () => {
  expect(remarksOf(event('event-withdrawn', at, { id: 'a' }))[0]).toContain('does not say which event');
  expect(remarksOf(event('event-corrected', at, { id: 'a', corrects: 'gone' }))[0]).toContain('not here: gone');
  const complaint = beginning[0]?.id ?? '';
  expect(remarksOf(event('event-corrected', at, { id: 'a', corrects: complaint }))[0]).toContain('taken as withdrawn');
});

test('an event of tomorrow, two events of one id and a unit without a pack are named', () => {
  expect(remarksOf(event('interview-held', '2026-04-01T09:00:00-04:00', { id: 'a' }))[0]).toContain(
    'lies in the future',
  );
  expect(
    remarksOf(event('interview-held', at, { id: 'a' }), event('interview-declined', at, { id: 'a' }))[0],
  ).toContain('Two events have the id a');
  const cook = { name: 'Rita', unit: 'cafeteria' };
  expect(stepRemarks(inputOf({ events: [], now, respondents: [cook] }))).toEqual([
    'No pack covers Rita (unit cafeteria): only steps of the law are shown.',
  ]);
});
