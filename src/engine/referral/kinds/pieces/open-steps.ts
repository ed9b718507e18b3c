import { doubtOfDate, steps } from '../../../agreement/index.ts';
import { stepsInput } from '../../../procedure/index.ts';
import { dateWords } from '../../../wall-time.ts';
import type { Scope } from '../../gather/scope.ts';

/** Steps that are due or late: title, article, date; those due first come first. */
export function openStepsOf(scope: Scope): string[][] {
  const input = stepsInput(scope.engine, scope.db);
  return steps(input)
    .filter(
      ({ respondent, state, due }) =>
        respondent === scope.respondent.name && (state === 'due' || state === 'late') && due !== null,
    )
    .sort((a, b) => (a.due ?? '').localeCompare(b.due ?? ''))
    .map((line) => [
      line.title,
      line.article,
      `${dateWords(scope.day(line.due ?? ''))}${line.state === 'late' ? ' (late)' : ''}${doubtOfDate(line, input)}`,
    ]);
}
