import { interviews } from '../../procedure/index.ts';
import { statements } from '../../statement/index.ts';
import type { DisciplinaryReferralInput } from '../input/disciplinary-referral.ts';
import type { Scope } from './scope.ts';

type Heard = DisciplinaryReferralInput['method']['interviews'];

const HOW = {
  written: 'Written statement',
  spoken: 'Spoken statement, written down',
  'e-mail': 'Statement by e-mail',
} as const;
const ROLES: Readonly<Record<string, string>> = { complainant: 'complainant', witness: 'witness', student: 'student' };

/** Whom the inquiry heard, when and how: the respondent of this document, and everybody who is no other respondent. */
export function heardBy(scope: Scope, representative: string | null): Heard {
  const heard = new Map(
    scope.people
      .filter(({ id, caseRole }) => id === scope.respondent.id || caseRole !== 'respondent')
      .map((person) => [person.id, person]),
  );
  const nameOf = (id: string) => {
    const person = heard.get(id);
    if (person === undefined) return null;
    const role = id === scope.respondent.id ? 'respondent' : (ROLES[person.caseRole] ?? null);
    return scope.safe(role === null ? person.name : `${person.name}, ${role}`);
  };
  const asked = interviews(scope.db, null).flatMap(({ respondentId, heldAt, manner, present, signedAt }) => {
    const who = nameOf(respondentId);
    if (who === null) return [];
    const beside = present.find(({ role }) => /represent|union/i.test(role))?.name ?? null;
    return [
      {
        who,
        at: scope.wall(heldAt),
        how: manner === 'compelled' ? 'Interview; a compelled statement, kept apart' : 'Interview, voluntary',
        representative: respondentId === scope.respondent.id ? (beside ?? representative) : beside,
        signed: signedAt !== null,
      },
    ];
  });
  const told = statements(scope.db, null).flatMap(({ personId, givenAt, how, manner, settled }) => {
    const who = nameOf(personId);
    if (who === null) return [];
    const refused = settled?.outcome === 'refused' ? '; signing it was refused' : '';
    return [
      {
        who,
        at: scope.wall(givenAt),
        how: `${manner === 'compelled' ? 'A compelled statement, kept apart' : HOW[how]}${refused}`,
        representative: null,
        signed: settled?.outcome === 'signed',
      },
    ];
  });
  return [...asked, ...told].sort((one, other) => one.at.localeCompare(other.at));
}
