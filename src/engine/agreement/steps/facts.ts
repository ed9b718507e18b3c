import type { EventKind, Span } from '../../../contract/agreement.ts';
import type { StepEvent, StepRespondent } from '../../../contract/steps.ts';
import { compareText, orderOf } from '../days/order.ts';
import { standingEvents } from './correct.ts';

/** An event with its place in time and a remark where it was corrected. */
export type Fact = { readonly event: StepEvent; readonly order: number; readonly remark: string | null };

/** A span of time; `to` is null while it is open. */
export type FactSpan = { readonly span: Span; readonly from: Fact; readonly to: Fact | null };

/** All that is known about one respondent under one unit, in the order in which it happened. */
export type Facts = {
  readonly all: readonly Fact[];
  readonly byKind: ReadonlyMap<EventKind, readonly Fact[]>;
  readonly timeZone: string;
};

const SPANS: Readonly<Record<Span, { readonly starts: EventKind; readonly ends: EventKind; readonly words: string }>> =
  {
    'police-or-dcf-hold': {
      starts: 'police-or-dcf-hold-started',
      ends: 'police-or-dcf-hold-ended',
      words: 'police or DCF hold',
    },
    abeyance: { starts: 'abeyance-started', ends: 'abeyance-ended', words: 'parked by written agreement' },
    'title-ix-handoff': {
      starts: 'title-ix-handoff-started',
      ends: 'title-ix-handoff-ended',
      words: 'with the Title IX Coordinator',
    },
    leave: { starts: 'leave-started', ends: 'leave-ended', words: 'administrative leave' },
  };

/** What a span is called in the arithmetic. */
export function spanWords(span: Span): string {
  return SPANS[span].words;
}

/** By time; what happened in the same moment stands in the order of ids, then of kinds. */
function inOrder(a: Fact, b: Fact): number {
  return a.order - b.order || compareText(a.event.id, b.event.id) || compareText(a.event.kind, b.event.kind);
}

const OF_A_GRIEVANCE: ReadonlySet<string> = new Set<EventKind>([
  'grievance-filed',
  'grievance-meeting-held',
  'grievance-meeting-lapsed',
  'grievance-answered',
  'grievance-answer-lapsed',
]);

/** A grievance that names no level is at its first. */
function withLevel(event: StepEvent): StepEvent {
  if (!OF_A_GRIEVANCE.has(event.kind) || typeof event.level === 'number') return event;
  return { ...event, level: 1 };
}

/** All facts of a case, corrected and in order of time; events of the same moment stand in the order of their ids. */
export function factsOf(events: readonly StepEvent[], timeZone: string): readonly Fact[] {
  return standingEvents(events)
    .map(({ event, remark }) => ({ event: withLevel(event), remark, order: orderOf(event.at, timeZone) }))
    .toSorted(inOrder);
}

function concerns(event: StepEvent, respondent: StepRespondent): boolean {
  if (event.respondent && event.respondent !== respondent.name) return false;
  return !event.unit || event.unit === respondent.unit;
}

export function gatherFacts(all: readonly Fact[], timeZone: string): Facts {
  const byKind = new Map<EventKind, Fact[]>();
  for (const fact of all) {
    const list = byKind.get(fact.event.kind);
    if (list === undefined) byKind.set(fact.event.kind, [fact]);
    else list.push(fact);
  }
  return { all, byKind, timeZone };
}

/** The facts with others that follow from them, in order of time. */
export function withFacts(facts: Facts, more: readonly Fact[]): Facts {
  return more.length === 0 ? facts : gatherFacts([...facts.all, ...more].toSorted(inOrder), facts.timeZone);
}

/** The facts that concern a respondent under a unit: their own and those about everybody. */
export function factsAbout(all: readonly Fact[], respondent: StepRespondent, timeZone: string): Facts {
  return gatherFacts(
    all.filter((fact) => concerns(fact.event, respondent)),
    timeZone,
  );
}

/** What was known up to and including a moment. */
export function factsUntil(facts: Facts, order: number): Facts {
  return gatherFacts(
    facts.all.filter((fact) => fact.order <= order),
    facts.timeZone,
  );
}

export function occurrences(facts: Facts, kind: EventKind): readonly Fact[] {
  return facts.byKind.get(kind) ?? [];
}

export function occurrencesOfAny(facts: Facts, kinds: readonly EventKind[]): readonly Fact[] {
  const [only] = kinds;
  if (kinds.length === 1 && only !== undefined) return occurrences(facts, only);
  return kinds.flatMap((kind) => occurrences(facts, kind)).toSorted(inOrder);
}

/** The spans of one sort, each closed by the first ending after its beginning. */
export function spansOf(facts: Facts, span: Span): readonly FactSpan[] {
  const { starts, ends } = SPANS[span];
  const spans: FactSpan[] = [];
  let from: Fact | null = null;
  for (const fact of occurrencesOfAny(facts, [starts, ends])) {
    if (fact.event.kind === starts) from ??= fact;
    else if (from !== null) {
      spans.push({ span, from, to: fact });
      from = null;
    }
  }
  return from === null ? spans : [...spans, { span, from, to: null }];
}

/** The span that is still open, if there is one. */
export function openSpan(facts: Facts, span: Span): FactSpan | null {
  return spansOf(facts, span).find((candidate) => candidate.to === null) ?? null;
}
