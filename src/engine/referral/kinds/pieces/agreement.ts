import type { StepLine } from '../../../../contract/steps.ts';
import { doubtOfDate, steps } from '../../../agreement/index.ts';
import { agreementOfUnit, stepsInput } from '../../../procedure/index.ts';
import { dateWords } from '../../../wall-time.ts';
import type { Scope } from '../../gather/scope.ts';

/** The agreement that covers the respondent; null where none does. */
export function agreementOf(scope: Scope) {
  return agreementOfUnit(scope.engine, scope.db, scope.respondent.unit);
}

/** The unit's sentence about representation, and where it stands. */
export function representationOf(scope: Scope): { readonly sentence: string; readonly source: string } {
  const pack = agreementOf(scope);
  const rule = pack?.representation;
  if (pack === null || rule?.wording == null) {
    return {
      sentence:
        'If you wish somebody to accompany you to an interview, say so before it begins; the request will be considered before any question is put.',
      source: 'Source: fair practice; no agreement covers this position.',
    };
  }
  const confirmed = pack.articles.find(({ no }) => no === rule.article)?.confirmed != null;
  const invented = pack.status === 'example' ? ' (example, invented)' : '';
  const open = confirmed ? '' : ' The wording has not yet been confirmed against the signed contract.';
  return { sentence: rule.wording, source: `Source: ${pack.title}${invented}, ${rule.article}.${open}` };
}

/** The respondent's step of that name as it stands now; null where the packs know none. */
export function stepOf(scope: Scope, ...names: readonly string[]): StepLine | null {
  const lines = steps(stepsInput(scope.engine, scope.db)).filter(
    ({ respondent, state }) => respondent === scope.respondent.name && state !== 'not-applicable',
  );
  return lines.find(({ step }) => names.includes(step)) ?? null;
}

/** `by March 20, 2026 (Article 12.3; if the article says so)`; null where nothing is due. */
export function dueWords(scope: Scope, step: StepLine | null): string | null {
  if (step?.due == null) return null;
  const open = doubtOfDate(step, stepsInput(scope.engine, scope.db)).replace(',', ';');
  return `${dateWords(scope.day(step.due))} (${step.article}${open})`;
}
