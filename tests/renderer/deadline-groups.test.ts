import { expect, test } from 'vitest';
import type { StepView } from '../../src/contract/step-view.ts';
import { deadlineGroups } from '../../src/renderer/screens/steps/deadline-groups.ts';

const today = '2026-03-12';

function step(name: string, state: StepView['state'], due: string | null): StepView {
  return {
    respondentId: 'p1',
    unit: 'teachers',
    pack: 'example@1',
    step: name,
    title: name,
    article: 'Article 1',
    state,
    due,
    daysLeft: null,
    arithmetic: [],
    blockedBy: [],
    why: null,
    proof: null,
    toConfirm: null,
    doneBy: null,
    documentKind: null,
    doneAt: null,
    doneLate: false,
  };
}

const named = (steps: readonly StepView[]) =>
  deadlineGroups(steps, today).map(({ name, steps: own }) => `${name}: ${own.map(({ step: id }) => id).join(' ')}`);

test('late ones come first, then today’s, then the week, each by date', () => {
  expect(
    named([
      step('next-month', 'due', '2026-04-20'),
      step('today', 'due', '2026-03-12'),
      step('second-late', 'late', '2026-03-10'),
      step('first-late', 'late', '2026-03-02'),
      step('in-a-week', 'blocked', '2026-03-19'),
      step('after-a-week', 'due', '2026-03-20'),
      step('undated', 'due', null),
    ]),
  ).toEqual([
    'late: first-late second-late',
    'today: today',
    'week: in-a-week',
    'later: after-a-week next-month',
    'undated: undated',
  ]);
});

test('hours end on their day, and what is done, waived or waits without a date is no deadline', () => {
  expect(
    named([
      step('hours', 'due', '2026-03-12T21:00:00-04:00'),
      step('done', 'done', '2026-03-12'),
      step('waived', 'waived', '2026-03-12'),
      step('waiting', 'blocked', null),
      step('away', 'not-applicable', '2026-03-12'),
    ]),
  ).toEqual(['today: hours']);
});
