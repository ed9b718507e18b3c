import type { Person } from '../../../contract/person.ts';

/** First names shorter than this would hit too many ordinary words. */
const SHORTEST_NAME = 3;

/**
 * Puts `[Student A]` in the place of a student's names and handles, whole words only, in whatever leaves the case file.
 * The square brackets show that the words were changed.
 */
export class Pseudonyms {
  readonly #replacements: readonly { readonly pattern: RegExp; readonly shown: string }[];

  constructor(people: readonly Person[]) {
    const others = new Set(
      people.filter(({ pseudonym }) => pseudonym === null).flatMap(({ name }) => name.toLowerCase().split(/\s+/)),
    );
    this.#replacements = people
      .flatMap((person) =>
        person.pseudonym === null
          ? []
          : namesOf(person, others).map((name) => ({ name, shown: `[${person.pseudonym ?? ''}]` })),
      )
      // The longer name first, so that a full name does not become `[Student A] Reyes`.
      .sort((a, b) => b.name.length - a.name.length)
      .map(({ name, shown }) => ({ pattern: wholeWord(name), shown }));
  }

  apply(text: string): string {
    return this.#replacements.reduce((words, { pattern, shown }) => words.replace(pattern, shown), text);
  }

  /** Whether a word of a picture is, or holds, a student's name. */
  touches(word: string): boolean {
    return this.#replacements.some(({ pattern }) => word.search(pattern) >= 0);
  }
}

/** The full name, each part of it that nobody else in the case bears, and the handles. */
function namesOf(person: Person, others: ReadonlySet<string>): readonly string[] {
  const parts = person.name
    .split(/\s+/)
    .filter((part) => part.length >= SHORTEST_NAME && !others.has(part.toLowerCase()));
  const handles = person.accounts.map(({ handle }) => handle.replace(/^[@~\s]+/, '').trim());
  return [...new Set([person.name, ...parts, ...handles])].filter((name) => /[\p{L}\p{N}]/u.test(name));
}

function wholeWord(name: string): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}_.])${escaped}(?![\\p{L}\\p{N}_])`, 'giu');
}
