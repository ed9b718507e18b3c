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
      people
        .filter(({ pseudonym, occupation }) => pseudonym === null && occupation !== 'parent')
        .flatMap(({ name }) => name.toLowerCase().split(/\s+/)),
    );
    const shownAs = pseudonymsOf(people);
    this.#replacements = people
      .flatMap((person) => {
        const shown = shownAs.get(person.id);
        return shown === undefined ? [] : namesOf(person, others).map((name) => ({ name, shown: `[${shown}]` }));
      })
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

/** Students by their pseudonyms, and their parents by the child's: a parent's name tells whose child it is (34 CFR 99.3). */
function pseudonymsOf(people: readonly Person[]): ReadonlyMap<string, string> {
  const shown = new Map<string, string>();
  for (const person of people) if (person.pseudonym !== null) shown.set(person.id, person.pseudonym);
  for (const person of people) {
    if (person.occupation !== 'parent') continue;
    const child = person.relatives.map((id) => shown.get(id)).find((pseudonym) => pseudonym !== undefined);
    if (child !== undefined) shown.set(person.id, `Parent of ${child}`);
  }
  return shown;
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
