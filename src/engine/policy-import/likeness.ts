import type { Clause, PolicyPack } from '../../contract/policy.ts';

/** Words that stand everywhere say nothing about what a clause is about. */
const COMMON = new Set(
  'a an and any are as at be been being but by can could do does each for from had has have he her his how i if in into is it its may more must not of on or other our own shall she should so such than that the their them there these they this those through to under upon was were what when where which while who will with within would you your'.split(
    ' ',
  ),
);

function stemsOf(words: string): readonly string[] {
  return (words.toLowerCase().match(/\p{L}{2,}/gu) ?? [])
    .filter((word) => !COMMON.has(word))
    .map((word) => word.replace(/(?:ations?|ments?|ings?|ies|ed|es|ly|s)$/u, ''))
    .filter((stem) => stem.length > 2);
}

export interface KnownClause {
  readonly policy: string;
  readonly title: string;
  readonly clause: Clause;
  readonly weights: ReadonlyMap<string, number>;
}

/** The clauses of the policies at hand, weighed so that rare words count more (term frequency times inverse frequency). */
export class Likeness {
  readonly #rarity: ReadonlyMap<string, number>;
  readonly #known: readonly KnownClause[];

  constructor(packs: readonly PolicyPack[]) {
    const clauses = packs.flatMap((pack) => pack.clauses.map((clause) => ({ pack, clause })));
    const count = new Map<string, number>();
    for (const { clause } of clauses) {
      for (const stem of new Set(stemsOf(textOf(clause)))) count.set(stem, (count.get(stem) ?? 0) + 1);
    }
    this.#rarity = new Map([...count].map(([stem, n]) => [stem, Math.log((clauses.length + 1) / n)]));
    this.#known = clauses.map(({ pack, clause }) => ({
      policy: pack.id,
      title: pack.title,
      clause,
      weights: this.#weigh(textOf(clause)),
    }));
  }

  /** The clause most like these words, with the share of likeness (0–1); null where there is none to compare with. */
  nearest(
    words: string,
  ): { readonly known: KnownClause; readonly likeness: number; readonly shared: readonly string[] } | null {
    const own = this.#weigh(words);
    let best: { known: KnownClause; likeness: number } | null = null;
    for (const known of this.#known) {
      let likeness = 0;
      for (const [stem, weight] of own) likeness += weight * (known.weights.get(stem) ?? 0);
      if (best === null || likeness > best.likeness + 1e-9) best = { known, likeness };
    }
    if (best === null) return null;
    const { known } = best;
    const product = (stem: string) => (own.get(stem) ?? 0) * (known.weights.get(stem) ?? 0);
    const stems = [...own.keys()]
      .filter((stem) => product(stem) > 0)
      .sort((a, b) => product(b) - product(a) || (a < b ? -1 : 1));
    return { ...best, shared: stems.slice(0, 4).flatMap((stem) => wordOf(words, stem) ?? []) };
  }

  #weigh(words: string): ReadonlyMap<string, number> {
    const weights = new Map<string, number>();
    for (const stem of stemsOf(words)) weights.set(stem, (weights.get(stem) ?? 0) + (this.#rarity.get(stem) ?? 4));
    const length = Math.hypot(...weights.values()) || 1;
    return new Map([...weights].map(([stem, weight]) => [stem, weight / length]));
  }
}

function textOf(clause: Clause): string {
  return clause.limb ?? clause.words;
}

/** The word of the text that a stem comes from, as it stands there. */
function wordOf(words: string, stem: string): string | undefined {
  return (words.match(/\p{L}{2,}/gu) ?? []).find((word) => word.toLowerCase().startsWith(stem))?.toLowerCase();
}
