import { eventKinds } from '../../contract/agreement.ts';
import type { GateView, StepsView, StepView } from '../../contract/step-view.ts';
import type { GateLine, StepLine } from '../../contract/steps.ts';
import { gates as gatesOf, stepRemarks, stepsAndGates } from '../agreement/index.ts';
import type { ReadableDb } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { respondents } from '../people/index.ts';
import { dayInZone, stripFrom } from './calendar.ts';
import { events } from './events.ts';
import { refusedInCase } from './packs.ts';
import { stepsInput } from './steps-input.ts';

/** What comes next for each respondent, what stands in the way, and what happened. */
export function stepsView(engine: EngineCore, db: ReadableDb): StepsView {
  const recorded = events(db);
  const input = stepsInput(engine, db, recorded);
  const { steps, gates } = stepsAndGates(input);
  const ids = new Map(respondents(db).map(({ name, id }) => [name, id]));
  const idOf = (name: string) => ids.get(name) ?? '';
  const [calendar = null] = input.calendars;
  const timeZone = calendar?.timeZone ?? engine.session.district?.timeZone ?? 'UTC';
  const today = dayInZone(input.now, timeZone);
  return {
    now: input.now,
    today,
    timeZone,
    strip: stripFrom(today, calendar),
    remarks: [...stepRemarks(input)],
    refused: [...refusedInCase(engine, db)],
    units: (engine.session.district?.units ?? []).map(({ code, name }) => ({ code, name })),
    steps: steps.map((line) => toStepView(line, idOf(line.respondent))),
    gates: gates.map((line) => toGateView(line, idOf(line.respondent))),
    events: [...recorded],
    kinds: Object.entries(eventKinds).map(([kind, title]) => ({ kind, title })),
  };
}

/** The gate before something of one respondent, null where nobody asks for one. */
export function gateOf(engine: EngineCore, db: ReadableDb, respondentName: string, gate: string): GateLine | null {
  const found = gatesOf(stepsInput(engine, db)).filter(
    (line) => line.respondent === respondentName && line.gate === gate,
  );
  // A person with two posts passes the gates of both.
  return found.find(({ open }) => !open) ?? found[0] ?? null;
}

function toStepView(line: StepLine, respondentId: string): StepView {
  return {
    respondentId,
    unit: line.unit,
    pack: line.pack,
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
    doneAt: line.doneAt,
    doneLate: line.doneLate,
  };
}

function toGateView(line: GateLine, respondentId: string): GateView {
  return {
    respondentId,
    unit: line.unit,
    gate: line.gate,
    title: line.title,
    articles: line.articles,
    passed: line.passed,
    open: line.open,
    missing: line.missing,
    overridden: line.overridden,
  };
}
