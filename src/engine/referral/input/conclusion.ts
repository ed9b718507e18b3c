import type { FactFinding, PolicyFinding } from './allegation.ts';

/**
 * The word a district's record uses for a finding that a person recorded on two axes.
 * It names the two values and decides nothing: only 'proved' with 'breach' is called sustained.
 */
export function conclusionOf(finding: { readonly fact: FactFinding; readonly policy: PolicyFinding } | null): string {
  if (finding === null) return 'No finding recorded';
  return finding.fact === 'proved' && finding.policy === 'breach' ? 'Sustained' : 'Not sustained';
}

export const factWords: Readonly<Record<FactFinding, string>> = {
  proved: 'Proved',
  'not-proved': 'Not proved',
  disproved: 'Disproved',
  inconclusive: 'Inconclusive',
};

export const policyWords: Readonly<Record<PolicyFinding, string>> = {
  breach: 'Breach of the clause',
  'no-breach': 'No breach of the clause',
  protected: 'Protected speech',
  'not-bound': 'The clause does not bind this employee',
  'policy-unclear': 'The clause is unclear',
  'not-reached': 'Not reached, because of the finding on the facts',
};
