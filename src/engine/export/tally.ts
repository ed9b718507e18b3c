import type { Withheld } from '../../contract/custody.ts';

/** Counts what is left out, by kind and ground. */
export class Tally {
  readonly #counts = new Map<string, { kind: string; ground: string; count: number }>();

  add(kind: string, ground: string): void {
    const key = `${kind}\n${ground}`;
    const known = this.#counts.get(key) ?? { kind, ground, count: 0 };
    known.count += 1;
    this.#counts.set(key, known);
  }

  get all(): readonly Withheld[] {
    return [...this.#counts.values()].sort((one, other) =>
      `${one.kind} ${one.ground}` < `${other.kind} ${other.ground}` ? -1 : 1,
    );
  }
}
