import { describe, expect, test } from 'vitest';
import { DeadlineAnswer } from '../../src/contract/deadline.ts';
import { answerDeadline } from '../../src/engine/agreement/index.ts';
import { questionOf, tables } from './worked-deadlines.ts';
import type { Worked } from './worked-row.ts';

function dueOf(worked: Worked): string {
  const answer = DeadlineAnswer.parse(answerDeadline(questionOf(worked, 'w')));
  return 'due' in answer ? answer.due : `${answer.error} [${answer.missing.join(', ')}]`;
}

function nameOf(worked: Worked): string {
  return `${JSON.stringify(worked.rule)} from ${worked.trigger} is due ${worked.due}: ${worked.why}`;
}

for (const [table, rows] of Object.entries(tables)) {
  describe(table, () => {
    for (const worked of rows) {
      test(nameOf(worked), () => expect(dueOf(worked)).toBe(worked.due));
    }
  });
}

test('at least 150 deadlines are worked by hand', () => {
  expect(Object.values(tables).flat().length).toBeGreaterThanOrEqual(150);
});
