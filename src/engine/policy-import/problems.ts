import type { PolicyPack } from '../../contract/policy.ts';
import type { DraftProblem, DraftSource } from '../../contract/policy-import.ts';
import { checkPolicies, isLookedFor } from '../policy/index.ts';
import type { DraftState } from './draft-state.ts';
import { packOf, versionOf } from './to-pack.ts';

const CHARGEABLE: ReadonlySet<string> = new Set(['guideline', 'general', 'duty']);

/** What stands between a draft and a pack, and what a careful reader should know, each at its clause. */
export function problemsOf(
  state: DraftState,
  source: DraftSource,
  taken: (policy: string, version: string) => boolean,
): readonly DraftProblem[] {
  const { parsed, issues } = packOf(state, source);
  const version = versionOf(state.head);
  const whole = (kind: DraftProblem['kind'], message: string, blocking: boolean): DraftProblem => ({
    clause: null,
    kind,
    message,
    blocking,
  });
  const open = state.clauses.filter(({ confirmed }) => !confirmed).length;
  return [
    ...(state.clauses.length === 0
      ? [whole('no-clause', 'No clause was found. If the policy has words, say which passages are clauses.', true)]
      : []),
    ...(version === null
      ? [whole('no-version', 'No date was found: say when the policy was adopted or last revised.', true)]
      : []),
    ...(state.head.id === '' ? [whole('no-id', 'The policy needs a short id, such as its number.', true)] : []),
    ...(version !== null && taken(state.head.id, version)
      ? [
          whole(
            'taken',
            `There is a policy ${state.head.id} of ${version} already. Give this one its own id, or its own date.`,
            true,
          ),
        ]
      : []),
    ...(source.recognisedPages > 0
      ? [
          whole(
            'read-by-machine',
            `${source.recognisedPages === 1 ? '1 page was' : `${source.recognisedPages} pages were`} read by machine from a picture: compare every word with the paper.`,
            false,
          ),
        ]
      : []),
    ...(open > 0
      ? [
          whole(
            'unconfirmed',
            open === 1 ? '1 clause is not confirmed yet.' : `${open} clauses are not confirmed yet.`,
            true,
          ),
        ]
      : []),
    ...(version === null || state.clauses.length === 0 ? [] : shapeProblems(state, issues)),
    ...(parsed === null ? [] : checked(state, parsed)),
    ...silentProblems(state),
  ];
}

/** What the schema refuses, at the clause it stands in. */
function shapeProblems(
  state: DraftState,
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): readonly DraftProblem[] {
  return issues.slice(0, 50).map(({ path, message }) => {
    const [part, index, ...rest] = path;
    const clause = part === 'clauses' && typeof index === 'number' ? (state.clauses[index] ?? null) : null;
    const where =
      clause === null ? path.map(String).join(', ') : `${clause.clause.id || 'Clause'}, ${rest.map(String).join(', ')}`;
    return { clause: clause?.key ?? null, kind: 'not-a-pack', message: `${where}: ${message}`, blocking: true };
  });
}

/**
 * What the checker of packs finds. The passages hold every word of the text and the clauses quote passages, so what quotes
 * the source needs a look only where a person typed it.
 */
function checked(state: DraftState, pack: PolicyPack): readonly DraftProblem[] {
  const keys = new Map(state.clauses.map(({ key, clause }) => [clause.id, key]));
  const found = checkPolicies([{ pack, file: `${pack.id}.yaml`, sourceBytes: null }]).filter(
    ({ kind }) => kind !== 'missing-source',
  );
  const typed = state.clauses.flatMap(({ key, clause }): DraftProblem[] => {
    const claims = [
      clause.heading,
      clause.limb,
      clause.modal,
      clause.binds.words,
      clause.scope?.words ?? null,
      ...clause.exceptions.map(({ words }) => words),
    ];
    return claims
      .filter((words) => words !== null && !clause.words.includes(words) && !state.text.includes(words))
      .map((words) => ({
        clause: key,
        kind: 'unquoted-words',
        message: `Clause ${clause.id}: these words do not stand in the policy: “${words ?? ''}”.`,
        blocking: true,
      }));
  });
  return [
    ...found.map(({ clause, kind, message }) => ({
      clause: clause === null ? null : (keys.get(clause) ?? null),
      kind,
      message,
      blocking: true,
    })),
    ...typed,
  ];
}

function silentProblems(state: DraftState): readonly DraftProblem[] {
  return state.clauses
    .filter(({ clause }) => CHARGEABLE.has(clause.kind) && !clause.concerns.some(isLookedFor))
    .map(({ key, clause }) => ({
      clause: key,
      kind: 'silent',
      message: `No detector looks for clause ${clause.id}: that nothing is suggested clears nobody.`,
      blocking: false,
    }));
}
