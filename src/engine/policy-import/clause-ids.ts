const UNSAID =
  /^(?:a|an|and|any|are|as|at|be|by|for|from|in|is|it|its|not|of|on|or|that|the|their|they|this|to|which|who|with)$/i;

/** `general-standards` of “General standards of conduct”: the first words that say something. */
export function slugOf(words: string, most: number): string {
  return (words.normalize('NFKD').match(/[A-Za-z0-9]+/g) ?? [])
    .filter((word) => !UNSAID.test(word))
    .slice(0, most)
    .join('-')
    .toLowerCase();
}

/** `A1`, `1-2`, `I-A`: the numbers and letters from the outside in, told apart where two of a kind meet. */
function pathId(path: readonly string[]): string {
  let id = '';
  for (const label of path.map((one) => one.replaceAll('.', '-'))) {
    const alike = /\d$/.test(id) === /^\d/.test(label);
    id += id !== '' && alike ? `-${label}` : label;
  }
  return id;
}

/** Ids of clauses, each given once. */
export class ClauseIds {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  next(path: readonly string[], label: string, heading: string | null): string {
    const base = path.length === 0 ? slugOf(label, 4) || 'text' : pathId(path);
    const section = heading === null ? '' : slugOf(heading, 2);
    const tries = [base, ...(section === '' || path.length === 0 ? [] : [`${section}-${base}`])];
    let id = tries.find((one) => !this.#taken.has(one)) ?? tries.at(-1) ?? base;
    for (let n = 2; this.#taken.has(id); n += 1) id = `${tries.at(-1) ?? base}-${n}`;
    this.#taken.add(id);
    return id;
  }
}
