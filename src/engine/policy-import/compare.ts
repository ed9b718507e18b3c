import type { Clause, PolicyPack } from '../../contract/policy.ts';
import type { ClauseDifference, PolicyComparison } from '../../contract/policy-import.ts';
import { sharedWords, wordRuns } from './word-runs.ts';

type Side = Pick<PolicyPack, 'id' | 'version' | 'clauses'>;

/** Two wordings with less in common are two clauses: one was removed and another one added. */
const SAME_CLAUSE = 0.5;

/** Two versions of a policy, clause by clause, in the order of the newer one; what was removed stands where it stood. */
export function comparePolicies(older: Side, newer: Side): PolicyComparison {
  const partner = pairs(older.clauses, newer.clauses);
  const taken = new Set(partner.values());
  const differences: ClauseDifference[] = [];
  let next = 0;
  const removedUpTo = (end: number): void => {
    for (; next < end; next += 1) {
      const gone = older.clauses[next];
      if (gone !== undefined && !taken.has(gone)) differences.push(alone(gone, 'removed'));
    }
  };
  for (const clause of newer.clauses) {
    const before = partner.get(clause);
    if (before === undefined) {
      differences.push(alone(clause, 'added'));
      continue;
    }
    removedUpTo(older.clauses.indexOf(before));
    differences.push(difference(before, clause));
  }
  removedUpTo(older.clauses.length);
  return { policy: newer.id, older: older.version, newer: newer.version, clauses: differences };
}

/** Which clause of the newer version is which of the older: first by the very same words, then by id, then by likeness. */
function pairs(older: readonly Clause[], newer: readonly Clause[]): ReadonlyMap<Clause, Clause> {
  const found = new Map<Clause, Clause>();
  const free = new Set(older);
  const open = new Set(newer);
  const pair = (young: Clause, old: Clause): void => {
    found.set(young, old);
    free.delete(old);
    open.delete(young);
  };
  const bySame = (fits: (young: Clause, old: Clause) => boolean): void => {
    for (const young of open) {
      const old = [...free].find((one) => fits(young, one));
      if (old !== undefined) pair(young, old);
    }
  };
  bySame((young, old) => young.id === old.id && ownWords(young) === ownWords(old));
  bySame((young, old) => ownWords(young) === ownWords(old));
  bySame((young, old) => young.id === old.id && sharedWords(ownWords(old), ownWords(young)) >= SAME_CLAUSE);
  const likely = [...open].flatMap((young) =>
    [...free].map((old) => ({ young, old, likeness: sharedWords(ownWords(old), ownWords(young)) })),
  );
  likely.sort((a, b) => b.likeness - a.likeness);
  for (const { young, old, likeness } of likely) {
    if (likeness >= SAME_CLAUSE && free.has(old) && open.has(young)) pair(young, old);
  }
  return found;
}

function ownWords(clause: Clause): string {
  return [clause.limb ?? clause.words, ...clause.further].join(' ').replace(/\s+/g, ' ').trim();
}

function alone(clause: Clause, is: 'added' | 'removed'): ClauseDifference {
  const runs = [{ is, words: ownWords(clause) }];
  return {
    is,
    from: is === 'removed' ? clause.id : null,
    to: is === 'added' ? clause.id : null,
    label: clause.label,
    runs,
    also: [],
  };
}

function difference(older: Clause, newer: Clause): ClauseDifference {
  const runs = wordRuns(ownWords(older), ownWords(newer));
  const changed = runs.some(({ is }) => is !== 'same');
  const renumbered = older.id !== newer.id;
  const is = changed ? (renumbered ? 'changed-and-renumbered' : 'changed') : renumbered ? 'renumbered' : 'same';
  return { is, from: older.id, to: newer.id, label: newer.label, runs: [...runs], also: alsoOf(older, newer) };
}

function alsoOf(older: Clause, newer: Clause): string[] {
  const said: string[] = [];
  if (older.force !== newer.force) said.push(`Its force was ${older.force} and is ${newer.force}.`);
  const roles = (clause: Clause): string => [...clause.binds.roles].sort().join(', ') || 'nobody';
  if (roles(older) !== roles(newer)) said.push(`It bound ${roles(older)} and binds ${roles(newer)}.`);
  const concerns = (clause: Clause): string => [...clause.concerns].sort().join(', ') || 'none';
  if (concerns(older) !== concerns(newer))
    said.push(`Its concerns were ${concerns(older)} and are ${concerns(newer)}.`);
  if ((older.heading ?? '') !== (newer.heading ?? '')) said.push('The words above it changed.');
  return said;
}
