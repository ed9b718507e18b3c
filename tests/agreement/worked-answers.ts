import type { DeadlineAnswer } from '../../src/contract/deadline.ts';
import { answerDeadline } from '../../src/engine/agreement/index.ts';
import { questionOf, tables } from './worked-deadlines.ts';

/** Every worked deadline as the engine answers it on this computer. */
export function workedAnswers(): readonly DeadlineAnswer[] {
  return Object.values(tables)
    .flat()
    .map((worked, index) => answerDeadline(questionOf(worked, String(index))));
}
