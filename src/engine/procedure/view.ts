import { eventKinds } from '../../contract/agreement.ts';
import type { GateView, StepsView, StepView } from '../../contract/step-view.ts';
import type { GateLine, StepLine } from '../../contract/steps.ts';
import { gates, steps } from '../agreement/index.ts';
import type { ReadableDb } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { respondents } from '../people/index.ts';
import { events } from './events.ts';
import { stepsInput } from './steps-input.ts';

/** What comes next for each respondent, what stands in the way, and what happened. */
export function stepsView(engine: EngineCore, db: ReadableDb): StepsView {
  const input = stepsInput(engine, db);
  const ids = new Map(respondents(db).map(({ name, id }) => [name, id]));
  const idOf = (name: string) => ids.get(name) ?? '';
  return {
    now: input.now,
    steps: steps(input).map((line) => toStepView(line, idOf(line.respondent))),
    gates: gates(input).map((line) => toGateView(line, idOf(line.respondent))),
    events: [...events(db)],
    kinds: Object.entries(eventKinds).map(([kind, title]) => ({ kind, title })),
  };
}

/** The gate before something of one respondent, null where nobody asks for one. */
export function gateOf(engine: EngineCore, db: ReadableDb, respondentName: string, gate: string): GateLine | null {
  return gates(stepsInput(engine, db)).find((line) => line.respondent === respondentName && line.gate === gate) ?? null;
}

function toStepView(line: StepLine, respondentId: string): StepView {
  return {
    respondentId,
    step: line.step,
    title: line.nextAction ?? line.title,
    article: line.article,
    state: line.state,
    due: line.due,
    daysLeft: line.daysLeft,
    arithmetic: line.arithmetic,
    blockedBy: line.blockedBy,
    why: line.why,
    proof: line.proof,
    toConfirm: line.toConfirm,
    doneBy: line.doneBy,
    documentKind: line.documentKind,
  };
}

function toGateView(line: GateLine, respondentId: string): GateView {
  return {
    respondentId,
    gate: line.gate,
    title: line.title,
    open: line.open,
    missing: line.missing,
    overridden: line.overridden,
  };
}
