import { raise } from '../../contract/errors.ts';
import type { ClauseView } from '../../contract/mapping.ts';
import type { Clause, PolicyPack } from '../../contract/policy.ts';
import type { Session } from '../session.ts';

/** Clauses that a person can be held to or that something can be linked to; preambles and definitions are read, not charged. */
const CHARGEABLE: ReadonlySet<Clause['kind']> = new Set(['guideline', 'general', 'duty']);

/** The clauses of every policy that the district had in force at some time, in the policy's own order. */
export function clauseViews(session: Session, undetected: ReadonlySet<string>): readonly ClauseView[] {
  return session.policies.flatMap((pack) =>
    pack.clauses
      .filter(({ kind }) => CHARGEABLE.has(kind))
      .map((clause) => ({
        policy: pack.id,
        policyTitle: pack.title,
        clause: clause.id,
        label: clause.label,
        words: clause.words,
        force: clause.force,
        binds: clause.binds.roles,
        elements: clause.elements.map(({ id, label, question }) => ({ id, label, question })),
        exceptions: clause.exceptions.map(({ id, words, questions }) => ({
          id,
          words,
          question: questions.join(' '),
        })),
        detected: !undetected.has(`${pack.id} ${clause.id}`),
        notes: [...(clause.binds.note === null ? [] : [clause.binds.note]), ...clause.notes],
      })),
  );
}

/**
 * The clause of the policy version that governs a day.
 * @throws policy-not-adopted, clause-unknown
 */
export function clauseOn(
  session: Session,
  policy: string,
  clauseId: string,
  day: string | null,
): { pack: PolicyPack; clause: Clause } {
  const adopted = session.district?.policies.filter(
    (entry) =>
      entry.policy === policy &&
      (day === null || (entry.inForceFrom <= day && (entry.inForceTo === null || day <= entry.inForceTo))),
  );
  const version = adopted?.at(-1)?.version;
  const pack = session.policies.find(({ id, version: held }) => id === policy && held === version);
  if (pack === undefined) {
    raise('policy-not-adopted', { policy, known: session.policies.map(({ id }) => id).join(', ') || 'none' });
  }
  const clause = pack.clauses.find(({ id }) => id === clauseId);
  return clause === undefined ? raise('clause-unknown', { policy, clause: clauseId }) : { pack, clause };
}

/** @throws element-unknown */
export function assertElement(clause: Clause, element: string): void {
  if (!clause.elements.some(({ id }) => id === element)) raise('element-unknown', { clause: clause.id, element });
}
