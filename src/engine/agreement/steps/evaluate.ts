import { type AgreementPack, type Condition, EventKind, type Step } from '../../../contract/agreement.ts';
import type { StepState } from '../../../contract/steps.ts';
import type { PackGate, PackStep } from '../packs/choose.ts';
import { grievanceSteps } from '../packs/grievance-steps.ts';
import { type Completion, completionOf, isAfterDue } from './completion.ts';
import { judgeCondition, type Settlement, stepsNamed, type Verdict } from './conditions.ts';
import type { DueDate } from './due-date.ts';
import { type Fact, occurrences, occurrencesOfAny, openSpan, spanWords } from './facts.ts';
import { dueOf } from './limits.ts';
import type { Situation } from './situation.ts';
import { eitherOf, eventClause, momentWords } from './words.ts';

export type StepResult = {
  readonly state: StepState;
  readonly due: DueDate;
  readonly completion: Completion;
  readonly blockedBy: readonly string[];
  readonly why: readonly string[];
  /** For an overridden step: the gate and the event that passed it over. */
  readonly override?: { readonly gate: string; readonly fact: Fact };
};

export type GateResult = {
  readonly id: string;
  readonly missing: readonly Verdict[];
  readonly override: Fact | null;
  readonly notes: readonly string[];
};

/** The steps and gates of one situation; each is worked out once. */
export type Evaluation = {
  readonly step: (candidate: PackStep) => StepResult;
  readonly gate: (id: string) => GateResult;
};

/** An override opens its own gate and nothing else: the step that it passed over stays open for every other rule. */
const SETTLED: ReadonlySet<StepState> = new Set(['done', 'waived', 'not-applicable']);

function overrideOf(
  situation: Situation,
  gate: string,
): { readonly fact: Fact | null; readonly notes: readonly string[] } {
  const found = occurrences(situation.facts, 'gate-overridden').filter((fact) => fact.event.gate === gate);
  const valid = found.filter((fact) => fact.event.by?.trim() && fact.event.reason?.trim());
  const notes =
    found.length > valid.length ? ['An override without a name or a reason is recorded; it does not count.'] : [];
  return { fact: valid[valid.length - 1] ?? null, notes };
}

/** Why a step does not apply; null where it does. What nobody has said does not take a step away. */
function notApplicable(
  step: Step,
  situation: Situation,
  settlement: Settlement,
): { readonly no: string | null; readonly notes: readonly string[] } {
  const notes: string[] = [];
  for (const condition of step.appliesWhen) {
    const verdict = judgeCondition(condition, situation.facts, situation.respondent, settlement);
    if (verdict.holds === 'no') return { no: verdict.say, notes: [] };
    if (verdict.holds === 'unknown')
      notes.push(`Shown because it is not recorded otherwise (${verdict.say.replace(/\.$/, '')}).`);
  }
  return { no: null, notes };
}

function waitingFor(step: Step, due: DueDate, situation: Situation): readonly string[] {
  if (due.kind === 'waiting') return due.for;
  if (step.startsWith.length === 0 || occurrencesOfAny(situation.facts, step.startsWith).length > 0) return [];
  return step.startsWith;
}

function stoppedNow(
  step: Step,
  pack: AgreementPack,
  due: DueDate,
  situation: Situation,
): { readonly span: string; readonly say: string } | null {
  if (due.kind !== 'unknown') return null;
  const spans = step.stoppedBy ?? pack.extensions.stoppedBy;
  const open = spans.find((span) => openSpan(situation.facts, span) !== null);
  return open === undefined ? null : { span: open, say: `The clock stands still (${spanWords(open)}).` };
}

function unmet(conditions: readonly Condition[], situation: Situation, settlement: Settlement): readonly Verdict[] {
  return conditions
    .map((condition) => judgeCondition(condition, situation.facts, situation.respondent, settlement))
    .filter((verdict) => verdict.holds !== 'yes');
}

function isLate(due: DueDate, situation: Situation): boolean {
  if (due.kind !== 'known' || due.notBefore) return false;
  return isAfterDue(situation.now.written, due.due, situation.timeZone);
}

function tooEarly(due: DueDate, situation: Situation): boolean {
  if (due.kind !== 'known' || !due.notBefore) return false;
  return (
    !isAfterDue(situation.now.written, due.due, situation.timeZone) &&
    situation.now.written.slice(0, 10) < due.due.slice(0, 10)
  );
}

/** The employee's side; its time limits are rights, and nobody is late for not using one. */
export function isTheirs(step: Step): boolean {
  return step.actor === 'employee' || step.actor === 'union' || step.actor === 'representative';
}

/** That a right of the other side ended unused, where nothing has to be recorded about it. */
function lapsedRight(candidate: PackStep, due: DueDate, situation: Situation): string | null {
  const { step, pack } = candidate;
  if (!isTheirs(step) || step.onLapse !== 'proceed' || step.lapsedBy.length > 0) return null;
  if (due.kind !== 'known' || !isLate(due, situation)) return null;
  const ended = `The time for it ended on ${momentWords(due.due, situation.timeZone)} and was not used`;
  const givenUp = pack.extensions.unionSilent === 'waived' && grievanceSteps(pack).includes(step);
  return givenUp ? `${ended}; the agreement takes the grievance as given up.` : `${ended}.`;
}

type Blocks = { readonly by: readonly string[]; readonly why: readonly string[] };

function blocksOf(candidate: PackStep, due: DueDate, situation: Situation, settlement: Settlement): Blocks {
  const { step, pack } = candidate;
  const by: string[] = [];
  const why: string[] = [];
  const waiting = waitingFor(step, due, situation);
  if (waiting.length > 0) {
    by.push(...waiting);
    const clauses = situation.facts.all.length === 0 && waiting.length > 3 ? waiting.slice(0, 3) : waiting;
    why.push(`Waits until ${eitherOf(clauses.map(eventClauseOf))}.`);
  }
  for (const verdict of unmet(step.needs, situation, settlement)) {
    by.push(...verdict.blockers);
    why.push(verdict.say);
  }
  if (step.behind && !settlement.gateIsOpen(step.behind)) {
    by.push(step.behind);
    why.push(`The gate “${gateTitle(step.behind, situation)}” is closed.`);
  }
  const stopped = stoppedNow(step, pack, due, situation);
  if (stopped !== null) {
    by.push(stopped.span);
    why.push(stopped.say);
  }
  if (tooEarly(due, situation) && due.kind === 'known') {
    by.push('time');
    why.push(`Not before ${momentWords(due.due, situation.timeZone)}.`);
  }
  return { by: [...new Set(by)], why };
}

function eventClauseOf(kind: string): string {
  return isKnownKind(kind) ? eventClause(kind) : kind;
}

function isKnownKind(kind: string): kind is Parameters<typeof eventClause>[0] {
  return EventKind.safeParse(kind).success;
}

function gateTitle(id: string, situation: Situation): string {
  return situation.chosen.gates.find(({ gate }) => gate.id === id)?.gate.title ?? id;
}

function overridingGate(step: Step, situation: Situation): { readonly gate: PackGate; readonly fact: Fact } | null {
  for (const gate of situation.chosen.gates) {
    if (!stepsNamed(gate.gate.requires).includes(step.id)) continue;
    const { fact } = overrideOf(situation, gate.gate.id);
    if (fact !== null) return { gate, fact };
  }
  return null;
}

function openState(
  candidate: PackStep,
  due: DueDate,
  completion: Completion,
  situation: Situation,
  settlement: Settlement,
): StepResult {
  const blocks = blocksOf(candidate, due, situation, settlement);
  const dueWhy = due.kind === 'blank' || due.kind === 'unknown' ? [due.why] : [];
  const extra = due.kind === 'known' && due.why !== null ? [due.why] : [];
  const why = [...completion.remarks, ...dueWhy, ...extra, ...blocks.why];
  const passedOver = overridingGate(candidate.step, situation);
  if (passedOver !== null) {
    const { fact, gate } = passedOver;
    const words = `The gate “${gate.gate.title}” was passed over on ${momentWords(fact.event.at, situation.timeZone)} by ${fact.event.by}: ${fact.event.reason}.`;
    return {
      state: 'overridden',
      due,
      completion,
      blockedBy: [],
      why: [words.replace(/\.\.$/, '.'), ...completion.remarks],
      override: { gate: gate.gate.id, fact },
    };
  }
  const unused = lapsedRight(candidate, due, situation);
  if (unused !== null) {
    return { state: 'not-applicable', due, completion, blockedBy: [], why: [unused, ...completion.remarks] };
  }
  const state: StepState = isLate(due, situation) ? 'late' : blocks.by.length > 0 ? 'blocked' : 'due';
  return { state, due, completion, blockedBy: blocks.by, why };
}

function resultOf(candidate: PackStep, situation: Situation, settlement: Settlement): StepResult {
  const { step, pack } = candidate;
  const none: DueDate = { kind: 'none' };
  const open: Completion = { kind: 'open', remarks: [] };
  const applies = notApplicable(step, situation, settlement);
  if (applies.no !== null)
    return { state: 'not-applicable', due: none, completion: open, blockedBy: [], why: [applies.no] };
  const due = dueOf(step, pack, situation.facts, situation.calendar);
  const completion = completionOf(step, pack, situation.facts, due);
  const dueWhy = due.kind === 'known' && due.why !== null ? [due.why] : [];
  if (completion.kind !== 'open') {
    return { state: completion.kind, due, completion, blockedBy: [], why: [...completion.remarks, ...dueWhy] };
  }
  const result = openState(candidate, due, completion, situation, settlement);
  return { ...result, why: [...result.why, ...applies.notes] };
}

const CIRCULAR: StepResult = {
  state: 'blocked',
  due: { kind: 'none' },
  completion: { kind: 'open', remarks: [] },
  blockedBy: ['circular-rule'],
  why: ['The rules of this pack wait for each other; the pack has to be corrected.'],
};

/** Works out steps and gates of one situation. A rule that waits for itself is blocked and says so. */
export function evaluate(situation: Situation): Evaluation {
  const steps = new Map<PackStep, StepResult | 'in-progress'>();
  const gates = new Map<string, GateResult | 'in-progress'>();

  function step(candidate: PackStep): StepResult {
    const known = steps.get(candidate);
    if (known === 'in-progress') return CIRCULAR;
    if (known !== undefined) return known;
    steps.set(candidate, 'in-progress');
    const result = resultOf(candidate, situation, settlement);
    steps.set(candidate, result);
    return result;
  }

  function gate(id: string): GateResult {
    const { fact, notes } = overrideOf(situation, id);
    const known = gates.get(id);
    if (known === 'in-progress')
      return { id, missing: [{ holds: 'no', say: CIRCULAR.why[0] ?? '', blockers: [id] }], override: fact, notes };
    if (known !== undefined) return known;
    gates.set(id, 'in-progress');
    const requires = situation.chosen.gates.filter((each) => each.gate.id === id).flatMap((each) => each.gate.requires);
    const result = { id, missing: unmet(requires, situation, settlement), override: fact, notes };
    gates.set(id, result);
    return result;
  }

  const settlement: Settlement = {
    stepIsSettled(id) {
      const candidates = situation.chosen.steps.filter((each) => each.step.id === id);
      return candidates.length > 0 && candidates.every((each) => SETTLED.has(step(each).state));
    },
    gateIsOpen(id) {
      const result = gate(id);
      return result.override !== null || result.missing.length === 0;
    },
  };
  return { step, gate };
}
