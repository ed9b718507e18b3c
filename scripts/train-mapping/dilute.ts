import type { PlainSentence } from '../../src/engine/policy/learned/reading.ts';
import type { TaughtItem } from './prepare.ts';

/** A training item once more, among other sentences. */
export interface Dilution {
  /** Which training item. */
  readonly index: number;
  readonly own: readonly PlainSentence[];
}

/**
 * Every second item once more among one to four sentences of everyday life in its language: what carries it must be found
 * among what does not.
 */
export function dilutionsOf(items: readonly TaughtItem[]): readonly Dilution[] {
  const everyday = new Map<string, readonly PlainSentence[]>();
  for (const { language, isEveryday, plain } of items)
    if (isEveryday) everyday.set(language, [...(everyday.get(language) ?? []), ...plain.own]);
  return items.flatMap(({ language, isEveryday, plain }, index) => {
    const life = everyday.get(language) ?? [];
    const chance = Math.imul(index + 1, 2654435761) >>> 0;
    if (chance % 2 === 1 || isEveryday || life.length === 0 || plain.own.length === 0) return [];
    const extra = Array.from({ length: 1 + ((chance >>> 4) % 4) }, (_, place) => {
      const at = (Math.imul(chance + place, 40503) >>> 3) % life.length;
      return life.slice(at, at + 1);
    });
    return [{ index, own: [...plain.own, ...extra.flat()] }];
  });
}
