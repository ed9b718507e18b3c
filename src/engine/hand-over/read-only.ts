import type { ReadOnly } from '../../contract/case.ts';
import type { ReadableDb } from '../case-file/index.ts';
import type { Actor } from '../custody/index.ts';
import { handOvers, holderKey } from './hand-over.ts';

/** What a case that was closed for good still takes: who got a copy of it or a fingerprint, and that it may be destroyed. */
const AFTER_CLOSING: ReadonlySet<string> = new Set([
  'case.export',
  'fingerprint.give',
  'timestamp.request',
  'timestamp.attach',
  'retention.approve',
]);

/** Whether a change of that name goes through although the case may only be read. */
export function mayStillDo({ why }: ReadOnly, did: string): boolean {
  if (why === 'closed') return AFTER_CLOSING.has(did);
  return why !== 'copy' && did === 'hand-over.take';
}

/** Why the acting person may change nothing in this case; null where they may. */
export function readOnlyOf(
  db: ReadableDb,
  actor: Actor,
  lookOf: { readonly path: string; readonly at: string } | null,
): ReadOnly | null {
  if (lookOf !== null) {
    const words = `This is a copy to look at, as the case was on ${minuteOf(lookOf.at)}; the case itself was not touched. Nothing can be changed in a copy: open the case itself for that.`;
    return { why: 'copy', words, mayTake: false };
  }
  const closed = db.get('SELECT at FROM case_closing WHERE withdrawn = 0');
  if (closed !== null) {
    const words = `This case was closed for good on ${String(closed['at']).slice(0, 10)}: it can be read, checked and copied for others, and nothing in it is changed any more. What comes up now belongs in a new case.`;
    return { why: 'closed', words, mayTake: false };
  }
  const last = handOvers(db).at(-1);
  if (last === undefined || holderKey(db) === actor.keyId) return null;
  const named = `${last.toName}, ${last.toRole}`;
  if (last.takenAt === null) {
    const mayTake = last.toKey === actor.keyId;
    const words = mayTake
      ? `${last.by} handed this case over to you on ${last.at.slice(0, 10)}. Take it over to go on with it.`
      : `The right to write in this case was handed over to ${named} on ${last.at.slice(0, 10)}. This copy stays as it was then.`;
    return { why: 'handed-over', words, mayTake };
  }
  const words = `${last.takenBy ?? named} holds the right to write in this case since ${last.takenAt.slice(0, 10)}. Here it can be read.`;
  return { why: 'not-holder', words, mayTake: false };
}

function minuteOf(at: string): string {
  return `${at.slice(0, 10)} at ${at.slice(11, 16)}`;
}
