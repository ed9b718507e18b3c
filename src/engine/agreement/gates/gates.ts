import type { GateLine, StepLine, StepsInput } from '../../../contract/steps.ts';
import type { PackGate } from '../packs/choose.ts';
import { type Evaluation, evaluate } from '../steps/evaluate.ts';
import { occurrencesOfAny } from '../steps/facts.ts';
import { type Situation, situationAt, situationsOf } from '../steps/situation.ts';
import { stepLines } from '../steps/steps.ts';

function passedOf(gates: readonly PackGate[], id: string, situation: Situation): GateLine['passed'] {
  const guarded = gates.flatMap(({ gate }) => gate.guards);
  const first = occurrencesOfAny(situation.facts, [...new Set(guarded)])[0];
  if (first === undefined) return null;
  const then = evaluate(situationAt(situation, first.order)).gate(id);
  return { at: first.event.at, missing: then.missing.map((verdict) => verdict.say) };
}

function gateLine(id: string, situation: Situation, evaluation: Evaluation): GateLine {
  const sources = situation.chosen.gates.filter(({ gate }) => gate.id === id);
  const result = evaluation.gate(id);
  const { override } = result;
  return {
    respondent: situation.respondent.name,
    unit: situation.respondent.unit,
    gate: id,
    title: sources[0]?.gate.title ?? id,
    articles: [...new Set(sources.map(({ gate }) => gate.article))],
    open: override !== null || result.missing.length === 0,
    missing: [...new Set(result.missing.map((verdict) => verdict.say))],
    overridden:
      override === null
        ? null
        : { by: override.event.by ?? '', reason: override.event.reason ?? '', at: override.event.at },
    passed: passedOf(sources, id, situation),
    notes: [...result.notes],
  };
}

/** The gates of one respondent under one unit, each once, with what every pack asks of it. */
export function gateLines(situation: Situation, evaluation: Evaluation): readonly GateLine[] {
  const ids = [...new Set(situation.chosen.gates.map(({ gate }) => gate.id))];
  return ids.map((id) => gateLine(id, situation, evaluation));
}

/** The steps and the gates of each respondent, worked out together: each rule once. */
export function stepsAndGates(input: StepsInput): {
  readonly steps: readonly StepLine[];
  readonly gates: readonly GateLine[];
} {
  const worked = situationsOf(input).map((situation) => ({ situation, evaluation: evaluate(situation) }));
  return {
    steps: worked.flatMap(({ situation, evaluation }) => stepLines(situation, evaluation)),
    gates: worked.flatMap(({ situation, evaluation }) => gateLines(situation, evaluation)),
  };
}

/**
 * The gates of each respondent: open or not, and a plain sentence for each thing that is missing. Gates block issuing and
 * serving, never the recording of what happened; an override needs a name and a reason and stays visible.
 */
export function gates(input: StepsInput): readonly GateLine[] {
  return situationsOf(input).flatMap((situation) => gateLines(situation, evaluate(situation)));
}
