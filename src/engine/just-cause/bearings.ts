import type { AllegationView, Finding } from '../../contract/finding.ts';
import type { Bearing, Comparator, PastDisciplineRow } from '../../contract/just-cause.ts';
import type { EventView } from '../../contract/step-view.ts';
import type { StepLine } from '../../contract/steps.ts';
import { dateWords, dayOf } from '../wall-time.ts';

/** What the worksheet looks at, all about one employee. */
export interface Situation {
  readonly charges: readonly AllegationView[];
  readonly findings: readonly Finding[];
  readonly steps: readonly StepLine[];
  readonly events: readonly EventView[];
  readonly documents: readonly { readonly title: string; readonly number: number }[];
  readonly live: readonly PastDisciplineRow[];
  readonly aged: readonly PastDisciplineRow[];
  readonly comparators: readonly Comparator[];
  /** The district's own clock: an evening is not the next day. */
  readonly timeZone: string | null;
}

export interface Borne {
  readonly bears: Bearing[];
  readonly gaps: string[];
}

type Look = (situation: Situation) => Borne;

function dayWords(at: string, { timeZone }: Situation): string {
  return dateWords(dayOf(at, timeZone));
}

function stepsOf(situation: Situation, ids: readonly string[]): Borne {
  const found = situation.steps.filter(({ step, state }) => ids.includes(step) && state !== 'not-applicable');
  return {
    bears: found
      .filter(({ state }) => state === 'done' || state === 'waived' || state === 'overridden')
      .map(({ title, state, doneAt }) => ({
        kind: 'step',
        words: `${title}: ${STATES[state] ?? state}${doneAt === null ? '' : ` on ${dayWords(doneAt, situation)}`}`,
        room: 'steps',
      })),
    gaps: [
      ...found
        .filter(({ state }) => state === 'late' || state === 'due' || state === 'blocked')
        .map(({ title }) => `Not done or not recorded: ${title}.`),
      ...found.filter(({ state }) => state === 'overridden').map(({ title }) => `Passed over: ${title}.`),
    ],
  };
}

const STATES: Readonly<Record<string, string>> = { done: 'done', waived: 'waived', overridden: 'passed over' };

function joined(...parts: readonly Borne[]): Borne {
  return { bears: parts.flatMap(({ bears }) => bears), gaps: [...new Set(parts.flatMap(({ gaps }) => gaps))] };
}

function notice({ charges }: Situation): Borne {
  return {
    bears: charges.map(({ allegation, clauseLabel }) => ({
      kind: 'policy',
      words: `Allegation ${allegation.number}, ${clauseLabel}: ${allegation.policyKnown ?? 'nothing recorded on how the employee knew the policy'}`,
      room: 'findings',
    })),
    gaps: charges
      .filter(({ allegation }) => !allegation.policyKnown)
      .map(({ allegation }) => `Allegation ${allegation.number}: nothing shows that the employee knew the policy.`),
  };
}

function rule({ charges }: Situation): Borne {
  return {
    bears: charges.map(({ allegation, clauseLabel, force }) => ({
      kind: 'policy',
      words: `Allegation ${allegation.number}: ${clauseLabel} (${force})`,
      room: 'findings',
    })),
    gaps: charges.flatMap(({ allegation, force, binds }) => [
      ...(force === 'advisory'
        ? [`Allegation ${allegation.number}: the clause advises (should); it does not prohibit.`]
        : []),
      ...(binds.binds ? [] : [`Allegation ${allegation.number}: ${binds.because}`]),
    ]),
  };
}

function firstOf(events: readonly EventView[], kinds: readonly string[]): EventView | null {
  return events.find(({ kind, correctedBy }) => kinds.includes(kind) && correctedBy === null) ?? null;
}

function investigation(situation: Situation): Borne {
  const decided = firstOf(situation.events, ['decision-made', 'discipline-issued']);
  const heard = firstOf(situation.events, ['interview-held', 'interview-declined', 'response-received']);
  const early = decided !== null && (heard === null || Date.parse(decided.at) < Date.parse(heard.at));
  return joined(stepsOf(situation, ['interview', 'complete-investigation', 'findings', 'findings-review']), {
    bears: [],
    gaps: early ? ['A decision is recorded before the employee was heard.'] : [],
  });
}

function fair(situation: Situation): Borne {
  const checked = firstOf(situation.events, ['conflict-checked']) !== null;
  return joined(
    stepsOf(situation, [
      'conflict-check',
      'representation-settled',
      'representation-notice',
      'response',
      'response-considered',
    ]),
    {
      bears: [],
      gaps:
        checked || situation.steps.some(({ doneBy, state }) => doneBy === 'conflict-checked' && state === 'done')
          ? []
          : ['Nothing shows that the investigator was checked for a conflict of interest.'],
    },
  );
}

/** `not-bound` is said as `not bound`. */
function plain(word: string): string {
  return word.replaceAll('-', ' ');
}

function proof({ charges, findings }: Situation): Borne {
  return {
    bears: findings.map((finding) => ({
      kind: 'finding',
      words: `Finding on allegation ${charges.find(({ allegation }) => allegation.id === finding.allegationId)?.allegation.number ?? ''}: ${plain(finding.fact)}, ${plain(finding.policy)} (standard: ${plain(finding.standard)})`,
      room: 'findings',
    })),
    gaps: charges
      .filter(({ allegation }) => !findings.some(({ allegationId }) => allegationId === allegation.id))
      .map(({ allegation }) => `Allegation ${allegation.number} has no finding yet.`),
  };
}

function equal(situation: Situation): Borne {
  const { comparators } = situation;
  return joined(stepsOf(situation, ['comparators']), {
    bears: comparators.map(({ year, conduct, outcome }) => ({
      kind: 'discipline',
      words: `${year}: ${conduct}: ${outcome}`,
      room: 'steps',
    })),
    gaps: comparators.length === 0 ? ['No earlier similar case is entered.'] : [],
  });
}

function record({ live, aged }: Situation): Borne {
  return {
    bears: live.map(({ item, on, ageing }) => ({
      kind: 'discipline',
      words: `${item} of ${dateWords(on)}: ${ageing?.why ?? 'no agreement says how long it may be relied on'}`,
      room: 'steps',
    })),
    gaps: aged.map(({ item, on }) => `The ${item} of ${dateWords(on)} has aged and may not be relied on.`),
  };
}

function asked(situation: Situation): Borne {
  const requests = situation.events.filter(
    ({ kind, correctedBy }) => kind === 'cease-request-made' && correctedBy === null,
  );
  return {
    bears: requests.map(({ at, details }) => ({
      kind: 'step',
      words: `Asked to stop on ${dayWords(at, situation)}${typeof details['words'] === 'string' ? `: ${details['words']}` : ''}`,
      room: 'steps',
    })),
    gaps: [],
  };
}

function once(situation: Situation): Borne {
  const { events, documents } = situation;
  const earlier = events.filter(
    ({ kind, correctedBy }) =>
      ['discipline-issued', 'leave-started', 'personnel-file-entry-made'].includes(kind) && correctedBy === null,
  );
  return {
    bears: [
      ...earlier.map(({ title, at, details }) => ({
        kind: 'step' as const,
        words: `${title} on ${dayWords(at, situation)}${details['pay'] === 'without' ? ', without pay' : ''}`,
        room: 'steps' as const,
      })),
      ...documents.map(({ number, title }) => ({
        kind: 'document' as const,
        words: `Document ${number}: ${title}`,
        room: 'documents' as const,
      })),
    ],
    gaps:
      earlier.filter(({ kind }) => kind === 'discipline-issued').length > 1
        ? ['Discipline was issued more than once.']
        : [],
  };
}

function stale(situation: Situation): Borne {
  const { charges, events } = situation;
  const known = firstOf(events, ['first-knowledge', 'complaint-received']);
  const days = charges.map(({ allegation }) => allegation.conductOn).sort();
  const acts = days[0] === undefined ? [] : [`The earliest conduct alleged is of ${dateWords(days[0])}`];
  return {
    bears: [...acts, ...(known === null ? [] : [`${known.title} on ${dayWords(known.at, situation)}`])].map(
      (words) => ({
        kind: 'step',
        words,
        room: 'steps',
      }),
    ),
    gaps: known === null ? ['No event says when the district first knew.'] : [],
  };
}

const NOTHING: Look = () => ({ bears: [], gaps: [] });

const LOOKS: Readonly<Record<string, Look>> = {
  'test-notice': notice,
  'test-rule': rule,
  'test-investigation': investigation,
  'test-fair': fair,
  'test-proof': proof,
  'test-equal': equal,
  'test-penalty': record,
  'factor-record': record,
  'factor-clarity': notice,
  'factor-told': asked,
  once,
  stale,
};

/** What in the case bears on a question, and what the case does not show. */
export function bearingOn(question: string, situation: Situation): Borne {
  return (LOOKS[question] ?? NOTHING)(situation);
}
