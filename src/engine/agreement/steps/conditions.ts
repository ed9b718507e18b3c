import type { Condition } from '../../../contract/agreement.ts';
import type { StepRespondent } from '../../../contract/steps.ts';
import { type Facts, occurrences, openSpan } from './facts.ts';
import { matching } from './matches.ts';

/** Whether a condition holds; unknown where the case does not say. */
export type Holding = 'yes' | 'no' | 'unknown';

/** How a condition asks about steps and gates, which may in turn ask about conditions. */
export type Settlement = {
  readonly stepIsSettled: (id: string) => boolean;
  readonly gateIsOpen: (id: string) => boolean;
};

export type Verdict = { readonly holds: Holding; readonly say: string; readonly blockers: readonly string[] };

function verdict(holds: boolean, say: string, blocker: string): Verdict {
  return { holds: holds ? 'yes' : 'no', say, blockers: holds ? [] : [blocker] };
}

function anyVerdict(
  condition: { readonly anyOf: readonly Condition[]; readonly say: string },
  verdicts: readonly Verdict[],
): Verdict {
  const holds: Holding = verdicts.some((each) => each.holds === 'yes')
    ? 'yes'
    : verdicts.some((each) => each.holds === 'unknown')
      ? 'unknown'
      : 'no';
  return { holds, say: condition.say, blockers: holds === 'yes' ? [] : verdicts.flatMap((each) => each.blockers) };
}

function aboutRespondent(condition: Extract<Condition, { respondent: string }>, respondent: StepRespondent): Verdict {
  const value = respondent[condition.respondent];
  if (value === null || value === undefined) {
    return { holds: 'unknown', say: condition.say, blockers: [`respondent:${condition.respondent}`] };
  }
  return verdict(value === condition.is, condition.say, `respondent:${condition.respondent}`);
}

/** Judges one condition on what is known. */
export function judgeCondition(
  condition: Condition,
  facts: Facts,
  respondent: StepRespondent,
  settlement: Settlement,
): Verdict {
  const { say } = condition;
  if ('happened' in condition) {
    const found = matching(occurrences(facts, condition.happened), condition.where);
    return verdict(found.length > 0, say, condition.happened);
  }
  if ('notHappened' in condition) {
    const found = matching(occurrences(facts, condition.notHappened), condition.where);
    return verdict(found.length === 0, say, condition.notHappened);
  }
  if ('notOpen' in condition) return verdict(openSpan(facts, condition.notOpen) === null, say, condition.notOpen);
  if ('respondent' in condition) return aboutRespondent(condition, respondent);
  if ('step' in condition) return verdict(settlement.stepIsSettled(condition.step), say, condition.step);
  if ('gate' in condition) return verdict(settlement.gateIsOpen(condition.gate), say, condition.gate);
  const verdicts = condition.anyOf.map((each) => judgeCondition(each, facts, respondent, settlement));
  return anyVerdict(condition, verdicts);
}

/** The step ids that a list of conditions names, those inside alternatives included. */
export function stepsNamed(conditions: readonly Condition[]): readonly string[] {
  return conditions.flatMap((condition) => {
    if ('step' in condition) return [condition.step];
    return 'anyOf' in condition ? stepsNamed(condition.anyOf) : [];
  });
}

/** The gate ids that a list of conditions names. */
export function gatesNamed(conditions: readonly Condition[]): readonly string[] {
  return conditions.flatMap((condition) => {
    if ('gate' in condition) return [condition.gate];
    return 'anyOf' in condition ? gatesNamed(condition.anyOf) : [];
  });
}
