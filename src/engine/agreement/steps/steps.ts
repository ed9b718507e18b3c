import type { Step } from '../../../contract/agreement.ts';
import { type StepLine, StepsInput } from '../../../contract/steps.ts';
import { readTrigger } from '../days/trigger.ts';
import type { PackStep } from '../packs/choose.ts';
import { stepsNamed } from './conditions.ts';
import { dateDoubt, toConfirm } from './confirmation.ts';
import type { DueDate } from './due-date.ts';
import { type Evaluation, evaluate, isTheirs, type StepResult } from './evaluate.ts';
import type { Fact } from './facts.ts';
import { type Situation, situationAt, situationsOf } from './situation.ts';
import { momentWords } from './words.ts';

function dueText(due: DueDate): string | null {
  return due.kind === 'known' ? due.due : null;
}

function daysLeft(due: DueDate, situation: Situation): number | null {
  const text = dueText(due);
  return text === null ? null : readTrigger(text, situation.timeZone).day - situation.now.day;
}

function nextAction(candidate: PackStep, result: StepResult, situation: Situation): string | null {
  const { step, pack } = candidate;
  if (result.state !== 'due' && result.state !== 'late') return null;
  const due = dueText(result.due);
  if (due === null) return `${step.title}.`;
  const when = `${momentWords(due, situation.timeZone)}${dateDoubt(pack, step.article)}`;
  if (isTheirs(step)) {
    return result.state === 'late'
      ? `The time ended on ${when}: record that nothing came, or take it all the same.`
      : `${step.title} until ${when}.`;
  }
  return result.state === 'late' ? `${step.title}: the last day was ${when}.` : `${step.title} by ${when}.`;
}

function gateHelped(step: Step, situation: Situation): string | null {
  return situation.chosen.gates.find(({ gate }) => stepsNamed(gate.requires).includes(step.id))?.gate.id ?? null;
}

function proofOf(fact: Fact | null): string | null {
  if (fact === null) return null;
  const { proof, how } = fact.event;
  if (proof && how) return `${how}: ${proof}`;
  return proof ?? how ?? null;
}

function overrideOf(result: StepResult): StepLine['override'] {
  if (result.override === undefined) return null;
  const { by, reason, at } = result.override.fact.event;
  return { gate: result.override.gate, by: by ?? '', reason: reason ?? '', at };
}

/** What was missing at the gate when a step behind it was taken all the same. */
function passedClosed(candidate: PackStep, result: StepResult, situation: Situation): readonly string[] {
  const { behind } = candidate.step;
  if (!behind || result.completion.kind !== 'done') return [];
  const then = evaluate(situationAt(situation, result.completion.by.order)).gate(behind);
  if (then.missing.length === 0 || then.override !== null) return [];
  const missing = then.missing.map((verdict) => verdict.say).join(' ');
  return [`Recorded although the gate was closed at that time: ${missing}`];
}

function lineOf(candidate: PackStep, result: StepResult, situation: Situation): StepLine {
  const { step, pack } = candidate;
  const { respondent } = situation;
  const settledBy = result.completion.kind === 'open' ? null : result.completion.by;
  const open = result.state === 'due' || result.state === 'late' || result.state === 'blocked';
  const basis = open && result.due.kind === 'known' && result.due.basis !== '' ? [result.due.basis] : [];
  const why = [...basis, ...result.why, ...passedClosed(candidate, result, situation)];
  return {
    respondent: respondent.name,
    step: step.id,
    article: step.article,
    state: result.state,
    due: dueText(result.due),
    arithmetic: result.due.kind === 'known' ? [...result.due.arithmetic] : [],
    blockedBy: [...result.blockedBy],
    why: why.length === 0 ? null : why.join(' '),
    proof: proofOf(settledBy),
    unit: respondent.unit,
    pack: `${pack.id}@${pack.version}`,
    title: step.title,
    actor: step.actor,
    to: step.to ?? null,
    nextAction: nextAction(candidate, result, situation),
    daysLeft: open ? daysLeft(result.due, situation) : null,
    doneAt: result.completion.kind === 'done' ? result.completion.by.event.at : null,
    doneLate: result.completion.kind === 'done' && result.completion.late,
    toConfirm: toConfirm(pack, step.article),
    gate: gateHelped(step, situation),
    behind: step.behind ?? null,
    doneBy: step.doneBy[0] ?? null,
    documentKind: step.document ?? null,
    override: overrideOf(result),
    onLapse: step.onLapse,
    missing: result.due.kind === 'unknown' ? [...result.due.missing] : [],
  };
}

function outsideLine(candidate: PackStep & { readonly date: string }, situation: Situation): StepLine {
  const { inForce } = candidate.pack;
  const result: StepResult = {
    state: 'not-applicable',
    due: { kind: 'none' },
    completion: { kind: 'open', remarks: [] },
    blockedBy: [],
    why: [
      `No version of ${candidate.pack.title} was in force on ${candidate.date} (this one: ${inForce.from ?? 'start not known'} to ${inForce.to ?? 'now'}).`,
    ],
  };
  return lineOf(candidate, result, situation);
}

/** The lines of one respondent under one unit. */
export function stepLines(situation: Situation, evaluation: Evaluation): readonly StepLine[] {
  return [
    ...situation.chosen.steps.map((candidate) => lineOf(candidate, evaluation.step(candidate), situation)),
    ...situation.chosen.outside.map((candidate) => outsideLine(candidate, situation)),
  ];
}

/**
 * What the agreement and the law demand next of each respondent: a line a step, in the order of respondents, packs and
 * steps. Pure: the order in which events were entered changes nothing, and the clock is `now`.
 */
export function steps(input: StepsInput): readonly StepLine[] {
  return situationsOf(input).flatMap((situation) => stepLines(situation, evaluate(situation)));
}

/** Reads what `evenhand steps --stdin` is given; throws a ZodError that names what is wrong. */
export function parseStepsInput(input: unknown): StepsInput {
  return StepsInput.parse(input);
}
