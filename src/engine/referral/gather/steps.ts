import type { StepLine, StepsInput } from '../../../contract/steps.ts';
import { gates, steps } from '../../agreement/index.ts';
import { events, stepsInput } from '../../procedure/index.ts';
import type { DisciplinaryReferralInput } from '../input/disciplinary-referral.ts';
import type { Scope } from './scope.ts';

type Step = DisciplinaryReferralInput['steps'][number];

/** Counting lines beyond so many are shortened in the middle; the case has them all. */
const LINES_PRINTED = 8;

/** A gate by its title, as the window shows it: `Question the employee`. */
export function gateTitle(scope: Scope, id: string | null): string {
  if (id === null) return 'A gate';
  return gates(stepsInput(scope.engine, scope.db)).find(({ gate }) => gate === id)?.title ?? id;
}

/** The steps of this respondent, as they stand; what does not apply is left to the steps record. */
export function stepsOf(scope: Scope): Step[] {
  const input = stepsInput(scope.engine, scope.db);
  return steps(input)
    .filter(({ respondent, state }) => respondent === scope.respondent.name && state !== 'not-applicable')
    .map((line) => toStep(scope, line, input));
}

function toStep(scope: Scope, line: StepLine, input: StepsInput): Step {
  return {
    title: line.title,
    source: line.article,
    confirmed: line.toConfirm === null || isFairPractice(input, line),
    state: line.state,
    due: line.due === null ? null : scope.day(line.due),
    done: line.doneAt === null ? null : scope.wall(line.doneAt),
    by: doerOf(scope, line),
    service: line.proof,
    arithmetic: shortened(line.arithmetic),
    override: overrideOf(scope, line),
  };
}

/** Fair practice stands in no paper: there is nothing to confirm it against. */
function isFairPractice({ packs }: StepsInput, line: StepLine): boolean {
  const pack = packs.find(({ id, version }) => `${id}@${version}` === line.pack);
  return pack?.articles.find(({ no }) => no === line.article)?.mark === 'practice';
}

/** Who did it, where the event says so. */
function doerOf(scope: Scope, line: StepLine): string | null {
  if (line.doneAt === null) return null;
  const event = events(scope.db).find(({ at, kind }) => at === line.doneAt && kind === line.doneBy);
  if (event === undefined) return null;
  return scope.safe(typeof event.details['by'] === 'string' ? event.details['by'] : event.by) || null;
}

function shortened(lines: readonly string[]): string | null {
  if (lines.length === 0) return null;
  if (lines.length <= LINES_PRINTED) return lines.join('; ');
  return [...lines.slice(0, 4), `… ${lines.length - 6} more days counted the same way …`, ...lines.slice(-2)].join(
    '; ',
  );
}

function overrideOf(scope: Scope, line: StepLine): Step['override'] {
  const { override } = line;
  if (override === null) return null;
  const [name = override.by, ...role] = override.by.split(', ');
  return {
    reason: scope.safe(override.reason) || 'No reason recorded',
    by: { name, role: role.join(', ') || 'Investigator' },
    at: scope.wall(override.at),
  };
}
