import type { StepLine, StepsInput } from '../../../contract/steps.ts';
import { doubtOfDate, gates, steps } from '../../agreement/index.ts';
import { stepsInput } from '../../procedure/index.ts';
import { dateWords } from '../../wall-time.ts';
import type { Scope } from '../gather/scope.ts';
import { bullets, type ComposedKind, type DraftPart, facts, note, table } from './kind.ts';
import { agreementOf } from './pieces/agreement.ts';
import { momentWords } from './pieces/case-facts.ts';
import { doerOf, REPRESENTATION, recordPart, SERVED, toldOf } from './pieces/event-records.ts';

/** Counting lines beyond so many are shortened in the middle; the window shows them all. */
const LINES_PRINTED = 10;

const STATES: Readonly<Record<StepLine['state'], string>> = {
  done: 'Done',
  due: 'Due',
  late: 'Late, or not recorded',
  blocked: 'Blocked',
  waived: 'Waived',
  overridden: 'Passed over',
  'not-applicable': 'Does not apply',
};

/** All steps of one employee in the order of time: what was done when and how, what is due, what was passed over and why. */
export const stepTimeline: ComposedKind = {
  kind: 'step-timeline',
  title: { en: 'Timeline of steps' },
  group: 'records',
  about:
    'Every step of the agreement and the law with its date, its counting, how it was served, and what was passed over.',
  mustNotSay: [],
  draft: (scope) => {
    const input = stepsInput(scope.engine, scope.db);
    const own = steps(input).filter(({ respondent }) => respondent === scope.respondent.name);
    const applying = own.filter(({ state }) => state !== 'not-applicable').sort(byTime);
    return {
      parts: [
        aboutPart(scope),
        {
          id: 'steps',
          heading: 'Steps',
          blocks: [
            table(
              [
                ['Step and article', 2.6],
                ['State', 1],
                ['Last day', 1.3],
                ['Done, and how', 1.8],
              ],
              applying.map((line) => [
                stepWords(scope, line),
                STATES[line.state],
                dueWords(scope, line, input),
                doneWords(scope, line),
              ]),
              'Neither the agreement nor the law asks for anything yet.',
            ),
          ],
        },
        whyPart(scope, applying),
        countingPart(scope, applying, input),
        {
          id: 'gates',
          heading: 'Gates',
          blocks: [
            table(
              [
                ['Gate', 2],
                ['State', 1],
                ['What was missing, or why it was passed over', 3],
              ],
              gates(input)
                .filter(({ respondent }) => respondent === scope.respondent.name)
                .map((gate) => [
                  gate.title,
                  gate.overridden !== null ? 'Passed over' : gate.open ? 'Open' : 'Closed',
                  scope.safe(
                    gate.overridden === null
                      ? [
                          ...gate.missing,
                          ...(gate.passed?.missing ?? []).map((one) => `When it was passed: ${one}`),
                        ].join(' ')
                      : `${gate.overridden.by}, ${momentWords(scope, gate.overridden.at)}: ${gate.overridden.reason}`,
                  ),
                ]),
              'No gate stands before anything.',
            ),
          ],
        },
        recordPart(
          scope,
          'representation',
          'Representation',
          REPRESENTATION,
          'Nothing about representation is recorded.',
        ),
        recordPart(scope, 'service', 'What was served, and how', SERVED, 'Nothing is recorded as served.'),
        eventsPart(scope),
        unconfirmedPart(own),
      ],
    };
  },
};

/** What was done first stands first; then what is due, by its date; what has no date comes last. */
function byTime(a: StepLine, b: StepLine): number {
  const when = (line: StepLine) => line.doneAt ?? line.due ?? '9999';
  return when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0;
}

function stepWords(scope: Scope, line: StepLine): string {
  const post = line.unit === scope.respondent.unit || line.unit === null ? '' : ` (post: ${line.unit})`;
  return `${line.title}${post}. ${line.article}`;
}

function dueWords(scope: Scope, line: StepLine, input: StepsInput): string {
  const { due } = line;
  if (due === null) return '';
  const when = due.includes('T') ? momentWords(scope, due) : dateWords(due);
  return `${when}${doubtOfDate(line, input)}`;
}

function doneWords(scope: Scope, { doneAt, doneLate, proof }: StepLine): string {
  if (doneAt === null) return '';
  return [
    momentWords(scope, doneAt),
    ...(doneLate ? ['late'] : []),
    ...(proof === null ? [] : [scope.safe(proof)]),
  ].join('; ');
}

function whyPart(scope: Scope, lines: readonly StepLine[]): DraftPart {
  const explained = lines.filter(({ why }) => why !== null);
  return {
    id: 'remarks',
    heading: 'What is to be said about single steps',
    blocks: [
      table(
        [
          ['Step', 2],
          ['Remark', 4],
        ],
        explained.map(({ title, why }) => [title, scope.safe(why ?? '')]),
        'Nothing.',
      ),
    ],
  };
}

function shortened(lines: readonly string[]): string {
  if (lines.length <= LINES_PRINTED) return lines.join('; ');
  const left = lines.length - LINES_PRINTED;
  return [...lines.slice(0, 5), `${left} more days counted the same way`, ...lines.slice(-5)].join('; ');
}

function countingPart(scope: Scope, lines: readonly StepLine[], input: StepsInput): DraftPart {
  const counted = lines.filter(({ due, arithmetic }) => due !== null && arithmetic.length > 0);
  return {
    id: 'counting',
    heading: 'How the dates were counted',
    blocks: [
      table(
        [
          ['Step', 1.6],
          ['Last day', 1],
          ['Day by day', 4],
        ],
        counted.map((line) => [line.title, dueWords(scope, line, input), shortened(line.arithmetic)]),
        'No date was counted.',
      ),
    ],
  };
}

/** Whose steps these are, and under which agreement. */
function aboutPart(scope: Scope): DraftPart {
  const { name, position } = scope.respondent;
  return {
    id: 'whom',
    heading: 'About whom',
    blocks: [
      facts(
        ['Employee', scope.safe(name)],
        ['Position', position === null ? null : scope.safe(position), 'Not recorded'],
        ['Agreement', agreementOf(scope)?.title ?? null, 'None: the law alone is shown'],
      ),
    ],
  };
}

function eventsPart(scope: Scope): DraftPart {
  const told = toldOf(scope);
  return {
    id: 'events',
    heading: 'What was recorded',
    blocks: [
      table(
        [
          ['When', 1.3],
          ['What', 2.4],
          ['By whom', 1.2],
          ['Written down', 1.3],
        ],
        told.map((event) => [
          momentWords(scope, event.at),
          `${event.title}${event.correctedBy === null ? '' : ' (corrected later)'}`,
          doerOf(scope, event),
          momentWords(scope, event.recordedAt),
        ]),
        'Nothing was recorded.',
      ),
    ],
  };
}

/** What is in doubt, each once, with the steps that rest on it. */
function unconfirmedPart(lines: readonly StepLine[]): DraftPart {
  const steps = new Map<string, Set<string>>();
  for (const { state, toConfirm, title } of lines) {
    if (state === 'not-applicable' || toConfirm === null) continue;
    steps.set(toConfirm, (steps.get(toConfirm) ?? new Set()).add(title));
  }
  return {
    id: 'unconfirmed',
    heading: 'What is still to be confirmed',
    blocks:
      steps.size === 0
        ? [note('Every rule above was confirmed.')]
        : [bullets(...[...steps].map(([doubt, titles]) => `${doubt} Steps: ${[...titles].join('; ')}.`))],
  };
}
