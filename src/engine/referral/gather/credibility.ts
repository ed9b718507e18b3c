import type { AllegationView } from '../../../contract/finding.ts';
import type { Account, CredibilityFactor, DisputedFact, FactorSpeaks } from '../../../contract/weighing.ts';
import { disputedFacts } from '../../weighing/index.ts';
import type { Allegation } from '../input/allegation.ts';
import { prose } from '../input/basics.ts';
import type { Scope } from './scope.ts';

const FACTORS: Readonly<Record<CredibilityFactor, string>> = {
  plausibility: 'Plausibility',
  corroboration: 'Corroboration',
  consistency: 'Consistency',
  motive: 'Motive',
  opportunity: 'Opportunity to know',
  demeanour: 'Demeanour',
};

const SPEAKS: Readonly<Record<FactorSpeaks, string>> = {
  for: 'speaks for this account',
  against: 'speaks against this account',
  neither: 'speaks neither way',
  'not-known': 'not known',
};

/**
 * Whom to believe and why, fact by fact, where accounts differ; and what the finding itself says of it. What was said under
 * orders is named and not told: neither its words nor what was made of them.
 */
export function credibilityOf(scope: Scope, view: AllegationView): Allegation['credibility'] {
  const weighed = disputedFacts(scope.session, scope.db, view.allegation.id).flatMap((fact) => ofFact(scope, fact));
  const own = view.finding?.credibility ?? null;
  if (own === null) return weighed;
  return [...weighed, { conflict: 'The accounts differ', reasons: prose(scope.safe(own)) }];
}

function ofFact(scope: Scope, fact: DisputedFact): Allegation['credibility'] {
  const { conclusion, accounts, explanations, context } = fact;
  if (conclusion === null) return [];
  const believed = accounts.find(({ id }) => id === conclusion.believed) ?? null;
  const paragraphs = [
    ...accounts.map((account) => accountWords(account)),
    ...explanations.map(({ explanation, tried }) =>
      tried === null
        ? `Another explanation, not tried: ${explanation}`
        : `Another explanation: ${explanation} ${OUTCOMES[tried.outcome]}: ${tried.how}`,
    ),
    ...(context === null ? [] : [`${CONTEXT[context.state]}: ${context.words}`]),
    conclusionWords(
      conclusion.reasons,
      believed,
      accounts.some(({ compelled }) => compelled),
    ),
  ];
  const reasons = prose(scope.safe(paragraphs.join('\n\n')));
  return reasons.length === 0 ? [] : [{ conflict: scope.safe(fact.question), reasons }];
}

function accountWords({ where, says, quote, factors, compelled }: Account): string {
  if (compelled)
    return `${where}: a compelled statement, kept apart. Its words stand in no document but its own record.`;
  const quoted = quote === null ? '' : ` In these words: “${quote}”`;
  const weighed = factors.map(({ factor, speaks, reason }) => `${FACTORS[factor]} ${SPEAKS[speaks]}: ${reason}`);
  return [`${where}: ${says}${quoted}`, ...weighed].join(' ');
}

function conclusionWords(reasons: string, believed: Account | null, restsApart: boolean): string {
  const whom = believed === null ? 'No account is preferred' : `Believed: ${believed.where}`;
  if (restsApart) return `${whom}. The reasons touch a compelled statement and stand in the case file.`;
  return `${whom}. ${reasons}`;
}

const OUTCOMES = {
  'ruled-out': 'Ruled out',
  remains: 'It remains possible',
  'could-not-be-tried': 'It could not be tried',
} as const;

const CONTEXT = {
  obtained: 'Context obtained',
  'not-obtained': 'Context not obtained',
  'not-needed': 'Context not needed',
} as const;
