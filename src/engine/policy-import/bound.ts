import { type Clause, EmployeeRole } from '../../contract/policy.ts';

const EVERYBODY: readonly EmployeeRole[] = EmployeeRole.options;

/** Words that name some of the staff. `staff`, `employees` and the like name all of them. */
const NAMED: readonly (readonly [RegExp, readonly EmployeeRole[]])[] = [
  [/\bteachers?\b|\beducators?\b|\bfaculty\b|\bclassroom staff\b/i, ['teacher']],
  [/\bcoach(?:es)?\b/i, ['coach']],
  [/\bparaprofessionals?\b|\bparaeducators?\b|\binstructional (?:aides?|assistants?)\b/i, ['paraprofessional']],
  [/\bcustodians?\b|\bmaintenance staff\b/i, ['custodian']],
  [/\bsecretar(?:y|ies)\b|\bclerical staff\b|\boffice staff\b/i, ['secretary']],
  [/\badministrators?\b|\bprincipals?\b/i, ['administrator']],
  [/\badvis[eo]rs?\b/i, ['advisor']],
  [/\bnurses?\b/i, ['nurse']],
  [/\bbus drivers?\b/i, ['bus-driver']],
];
const ALL =
  /\b(?:all (?:district |school )?(?:employees|staff(?: members)?|personnel)|(?:school |district |board )?(?:employees?|staff members?|staff|personnel)(?: of the [A-Z][\p{L} ]+?(?= who| shall| must| may| should| are|,))?|users?|individuals?|anyone|certified and non-certified staff)\b/iu;
/** Someone who is spoken of, not bound: “notify the principal”, “a student or coach”. */
const OBJECT =
  /\b(?:to|by|from|with|of|the|her|his|their|notif(?:y|ies)|inform|consult|immediate|building|another|other|for)\s+(?:\p{L}+\s+)?$/iu;

export interface FoundBound {
  readonly binds: Clause['binds'];
  readonly because: string;
}

/** Whom a clause binds: the staff that its words, or the words above it, name as the subject; all where they name nobody. */
export function boundBy(words: string, modal: string | null, above: string | null): FoundBound {
  const at = modal === null ? -1 : words.indexOf(modal);
  // Before the word that carries the force stands who has to; “inappropriate for a teacher to” names them after it.
  const forWhom =
    /\b(?:inappropriate|prohibited|unacceptable|forbidden|not permitted) for (?:an? |any |all )?([^.;]{3,60}?) to\b/i.exec(
      words,
    )?.[1];
  const subject = at > 0 ? words.slice(0, at) : '';
  for (const [passage, where] of [
    [subject, 'its words'],
    [above ?? '', 'the words above it'],
    [at < 0 ? words.slice(0, 160) : '', 'its words'],
  ] as const) {
    const found = namedIn(passage);
    if (found === null) continue;
    return {
      binds: {
        roles: [...found.roles],
        words: found.words,
        note: forWhom === undefined ? null : `A part of it speaks only of “${forWhom}”.`,
      },
      because: found.all
        ? `“${found.words}” in ${where} names all employees.`
        : `“${found.words}” in ${where}: others are not named.`,
    };
  }
  return {
    binds: { roles: [...EVERYBODY], words: null, note: null },
    because: 'Its words name nobody, so all employees are proposed.',
  };
}

function namedIn(
  passage: string,
): { readonly roles: readonly EmployeeRole[]; readonly words: string; readonly all: boolean } | null {
  const all = ALL.exec(passage);
  const named = NAMED.flatMap(([pattern, roles]) => {
    const found = pattern.exec(passage);
    if (found === null || OBJECT.test(passage.slice(0, found.index))) return [];
    return [{ at: found.index, end: found.index + found[0].length, roles }];
  });
  if (all !== null && !OBJECT.test(passage.slice(0, all.index).replace(/\b(?:of|for|the)\s+$/i, ''))) {
    return { roles: EVERYBODY, words: all[0], all: true };
  }
  if (named.length === 0) return null;
  const from = Math.min(...named.map(({ at }) => at));
  const to = Math.max(...named.map(({ end }) => end));
  const roles = EVERYBODY.filter((role) => named.some((one) => one.roles.includes(role)));
  return { roles, words: passage.slice(from, to), all: false };
}
