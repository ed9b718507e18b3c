import { EmployeeRole } from '../../../contract/policy.ts';
import type { SuggestParty } from '../../../contract/suggest.ts';
import { fold } from '../text/fold.ts';

/** Who somebody is, as far as the input tells it. Unknown stays unknown. */
export interface Party {
  readonly name: string | null;
  readonly employee: 'yes' | 'no' | 'unknown';
  /** One of the positions a policy can bind; null where the position is not known or not in the list. */
  readonly role: EmployeeRole | null;
  readonly standing: 'employee' | 'supervisor' | 'student' | 'parent' | 'relative' | 'public' | 'unknown';
  readonly relative: 'yes' | 'no' | 'unknown';
  /** How the screen names the position: `a coach`, `an employee`, `the author`. */
  readonly described: string;
}

/** Positions by other names that people write. */
const synonyms: Readonly<Record<string, EmployeeRole>> = {
  principal: 'administrator',
  'assistant-principal': 'administrator',
  'vice-principal': 'administrator',
  superintendent: 'administrator',
  admin: 'administrator',
  dean: 'administrator',
  para: 'paraprofessional',
  paraeducator: 'paraprofessional',
  aide: 'paraprofessional',
  'school-nurse': 'nurse',
  'head-coach': 'coach',
  'assistant-coach': 'coach',
  'club-advisor': 'advisor',
  adviser: 'advisor',
  'substitute-teacher': 'teacher',
  driver: 'bus-driver',
  clerk: 'secretary',
  janitor: 'custodian',
};

const standings: Readonly<Record<string, Party['standing']>> = {
  supervisor: 'supervisor',
  student: 'student',
  pupil: 'student',
  parent: 'parent',
  guardian: 'parent',
  relative: 'relative',
  family: 'relative',
  public: 'public',
  community: 'public',
  employee: 'employee',
  staff: 'employee',
  colleague: 'employee',
  coworker: 'employee',
  counselor: 'employee',
  librarian: 'employee',
};

export function readParty(party: SuggestParty | null | undefined): Party {
  const written = fold(party?.role ?? '')
    .words.trim()
    .replace(/[\s_]+/g, '-');
  const known = EmployeeRole.safeParse(synonyms[written] ?? written);
  const role = known.success ? known.data : null;
  const standing = role === null ? (standings[written] ?? unitStanding(party)) : 'employee';
  const relative = party?.isRelativeOfAuthor ?? null;
  return {
    name: party?.name ?? null,
    role,
    standing,
    employee: standing === 'unknown' ? 'unknown' : standing === 'employee' || standing === 'supervisor' ? 'yes' : 'no',
    relative: relative === true || standing === 'relative' ? 'yes' : relative === false ? 'no' : 'unknown',
    described: describe(role, standing),
  };
}

function unitStanding(party: SuggestParty | null | undefined): Party['standing'] {
  // Only employees are in a bargaining unit.
  return /certified/.test(party?.unit ?? '') ? 'employee' : 'unknown';
}

function describe(role: EmployeeRole | null, standing: Party['standing']): string {
  if (role !== null) return `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role.replace('-', ' ')}`;
  return standing === 'unknown' ? 'the author' : standing === 'employee' ? 'an employee' : `a ${standing}`;
}
