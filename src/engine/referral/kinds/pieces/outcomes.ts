import type { Charged } from '../../gather/allegations.ts';
import type { Scope } from '../../gather/scope.ts';
import { conclusionOf, factWords, policyWords } from '../../input/conclusion.ts';

/** One line an allegation: what was alleged, the fact, the policy, the word for both. */
export function outcomesOf(scope: Scope, charged: Charged): string[][] {
  return charged.views.map(({ allegation, clauseLabel, finding }) => [
    String(allegation.number),
    scope.safe(clauseLabel),
    finding === null ? 'Not decided' : factWords[finding.fact],
    finding === null ? 'Not decided' : policyWords[finding.policy],
    conclusionOf(finding),
  ]);
}

export const OUTCOME_COLUMNS = [
  ['No.', 0.4],
  ['Allegation', 2.2],
  ['The fact', 1],
  ['The policy', 1.4],
  ['Conclusion', 1.1],
] as const;

/** Whether every allegation has a finding, and whether any is sustained. */
export function standingOf(charged: Charged): { readonly decided: boolean; readonly sustained: number } {
  return {
    decided: charged.views.length > 0 && charged.views.every(({ finding }) => finding !== null),
    sustained: charged.views.filter(({ finding }) => conclusionOf(finding) === 'Sustained').length,
  };
}
