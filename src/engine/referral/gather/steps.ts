import type { StepLine } from '../../../contract/steps.ts';
import { steps } from '../../agreement/index.ts';
import { events, stepsInput } from '../../procedure/index.ts';
import type { DisciplinaryReferralInput } from '../input/disciplinary-referral.ts';
import type { Scope } from './scope.ts';

type Step = DisciplinaryReferralInput['steps'][number];

/** Counting lines beyond so many are shortened in the middle; the case has them all. */
const LINES_PRINTED = 8;

/** The steps of this respondent, as they stand; what does not apply is left to the steps record. */
export function stepsOf(scope: Scope): Step[] {
  const input = stepsInput(scope.engine, scope.db);
  return steps(input)
    .filter(({ respondent, state }) => respondent === scope.respondent.name && state !== 'not-applicable')
    .map((line) => toStep(scope, line));
}

function toStep(scope: Scope, line: StepLine): Step {
  return {
    title: line.title,
    source: line.article,
    confirmed: line.toConfirm === null,
    state: line.state,
    due: line.due === null ? null : scope.day(line.due),
    done: line.doneAt === null ? null : scope.wall(line.doneAt),
    by: null,
    service: line.proof,
    arithmetic: shortened(line.arithmetic),
    override: overrideOf(scope, line),
  };
}

function shortened(lines: readonly string[]): string | null {
  if (lines.length === 0) return null;
  if (lines.length <= LINES_PRINTED) return lines.join('; ');
  return [...lines.slice(0, 4), `… ${lines.length - 6} more days counted the same way …`, ...lines.slice(-2)].join(
    '; ',
  );
}

function overrideOf(scope: Scope, line: StepLine): Step['override'] {
  if (line.state !== 'overridden') return null;
  const event = events(scope.db).findLast(
    ({ kind, details, respondentId }) =>
      kind === 'gate-overridden' && details['gate'] === line.behind && respondentId === scope.respondent.id,
  );
  if (event === undefined) return null;
  const [name = event.by, ...role] = event.by.split(', ');
  return {
    reason: scope.safe(event.note ?? 'No reason recorded'),
    by: { name, role: role.join(', ') || 'Investigator' },
    at: scope.wall(event.at),
  };
}
