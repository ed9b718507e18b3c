import type { PolicyPack } from '../../../contract/policy.ts';

/** `in-force` also where the day is not known; `other-words` where the policy bound people in a wording that the pack does not hold. */
export type ForceAtTheTime = 'in-force' | 'before' | 'other-words';

/** Whether a pack's words governed on a day (`YYYY-MM-DD`, null where it is not known). */
export function forceAtTheTime(pack: PolicyPack, day: string | null): ForceAtTheTime {
  if (day === null) return 'in-force';
  const range = [...pack.inForce].reverse().find((one) => covers(one.from, day) && (one.to === null || day < one.to));
  if (range === undefined) return isBefore(pack.adopted, day) ? 'before' : 'in-force';
  return range.wordsHeld ? 'in-force' : 'other-words';
}

/** Of several versions of each policy, the one whose words governed on the day; the newest where none did or the day is not known. */
export function versionsInForce(packs: readonly PolicyPack[], day: string | null): readonly PolicyPack[] {
  const chosen = new Map<string, PolicyPack>();
  for (const pack of packs) {
    const other = chosen.get(pack.id);
    if (other === undefined || isBetter(pack, other, day)) chosen.set(pack.id, pack);
  }
  return [...chosen.values()];
}

function isBetter(pack: PolicyPack, other: PolicyPack, day: string | null): boolean {
  const rank = (one: PolicyPack): number => ['before', 'other-words', 'in-force'].indexOf(forceAtTheTime(one, day));
  return rank(pack) - rank(other) > 0 || (rank(pack) === rank(other) && pack.version > other.version);
}

/** A month or year without its day counts from its first day. */
function covers(from: string, day: string): boolean {
  return day.slice(0, from.length) >= from;
}

function isBefore(adopted: string, day: string): boolean {
  return day.slice(0, adopted.length) < adopted;
}
