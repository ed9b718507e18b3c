import { superintendentOf } from '../../gather/referral.ts';
import type { Scope } from '../../gather/scope.ts';
import type { LetterFrame } from '../../input/composed.ts';

export const BY_HAND = 'by hand, with a copy to be signed for';

/** The investigator who acts now, as a letter's sender. */
export function investigatorOf(scope: Scope): LetterFrame['from'] {
  const { name, role } = scope.engine.actor;
  return { name, role };
}

/** A letter to the employee. @param from who signs it */
export function toRespondent(scope: Scope, from: LetterFrame['from'], delivery = BY_HAND): LetterFrame {
  const { respondent } = scope;
  return {
    to: {
      name: respondent.name,
      role: respondent.position ?? occupationWords(respondent.occupation),
      addressLines: [],
      salutation: respondent.name,
    },
    from,
    delivery,
    copies: unionOf(scope) === null ? [] : [unionOf(scope) ?? ''],
  };
}

/** A letter to somebody who is no person of the case: an office, the union, the complainant. */
export function toOffice(
  name: string,
  role: string,
  from: LetterFrame['from'],
  copies: readonly string[] = [],
): LetterFrame {
  return {
    to: { name, role, addressLines: [], salutation: name },
    from,
    delivery: 'by e-mail and by hand',
    copies: [...copies],
  };
}

export function unitOf(scope: Scope) {
  return scope.session.district?.units.find(({ code }) => code === scope.respondent.unit) ?? null;
}

/** The union of the respondent's unit; null where none represents it. */
export function unionOf(scope: Scope): string | null {
  return unitOf(scope)?.union ?? null;
}

export function occupationWords(occupation: string): string {
  return occupation === 'unknown'
    ? 'Employee'
    : `${occupation.charAt(0).toUpperCase()}${occupation.slice(1)}`.replace('-', ' ');
}

export { superintendentOf };
