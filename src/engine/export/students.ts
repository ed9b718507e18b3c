import type { Person } from '../../contract/person.ts';
import { Person as PersonSchema } from '../../contract/person.ts';
import { Pseudonyms } from '../referral/index.ts';
import { type Image, imageOf } from './snapshot.ts';
import { mapStrings, stringsIn, unfold } from './strings.ts';

const SHORTEST_NAME = 3;
const WITHHELD_NAME = '[name withheld]';
const WITHHELD = '[withheld: names a student]';

/**
 * Keeps students’ names out of what leaves the case. Replacing takes whole words, as in every document; looking is
 * stricter (parts of handles, names run together, accents, earlier names), and what it still finds is withheld.
 */
export class Students {
  readonly #pseudonyms: Pseudonyms;
  readonly #watched: RegExp | null;
  readonly #hashes = new Set<string>();

  /** @param images every text that a person’s row ever had: a name that was corrected is still a name */
  constructor(images: readonly string[]) {
    const everyone = underOnePseudonym(images.map((written) => personOf(imageOf(written))));
    const shown = new Map(everyone.map((person) => [person.id, person]));
    const hidden = everyone.filter((person) => isHidden(person, shown));
    this.#pseudonyms = new Pseudonyms(everyone);
    this.#watched = patternOf(
      hidden,
      everyone.filter((person) => !hidden.includes(person)),
    );
  }

  /** Keeps a hash back as well: whoever knows all of a text but a name could try names against it. */
  hide(sha256: string): void {
    this.#hashes.add(sha256);
  }

  touches(value: unknown): boolean {
    for (const text of stringsIn(value)) if (this.#isTold(text)) return true;
    return false;
  }

  replace(text: string): string {
    const changed = this.#pseudonyms.apply(text);
    if (!this.#isTold(changed)) return changed;
    // What the pseudonyms did not reach stands in single words; where it does not, the whole text goes.
    const covered = changed.replace(/\S+/g, (word) => (this.#isTold(word) ? WITHHELD_NAME : word));
    return this.#isTold(covered) ? WITHHELD : covered;
  }

  #isTold(text: string): boolean {
    if (this.#watched?.test(folded(text)) === true) return true;
    return this.#hashes.size > 0 && [...this.#hashes].some((hash) => text.includes(hash));
  }

  replaceIn(value: unknown): unknown {
    return mapStrings(value, (text) => this.replace(text));
  }
}

/** Who was entered as a student later was one before. */
function underOnePseudonym(everyone: readonly Person[]): readonly Person[] {
  const pseudonyms = new Map<string, string>();
  for (const { id, pseudonym } of everyone) if (pseudonym !== null) pseudonyms.set(id, pseudonym);
  return everyone.map((person) => ({ ...person, pseudonym: pseudonyms.get(person.id) ?? null }));
}

function personOf(image: Image): Person {
  return PersonSchema.parse({
    id: image['id'],
    number: image['number'],
    name: image['name'],
    caseRole: image['case_role'],
    occupation: image['occupation'],
    position: image['position'] ?? null,
    unit: image['unit'] ?? null,
    pseudonym: image['pseudonym'] ?? null,
    workingHours: unfold(image['working_hours']),
    accounts: unfold(image['accounts']),
    relatives: unfold(image['relatives']),
    note: image['note'] ?? null,
  });
}

/** Students, and parents of students: a parent’s name tells whose child it is. */
function isHidden(person: Person, all: ReadonlyMap<string, Person>): boolean {
  if (person.pseudonym !== null) return true;
  return person.occupation === 'parent' && person.relatives.some((id) => (all.get(id)?.pseudonym ?? null) !== null);
}

function patternOf(hidden: readonly Person[], others: readonly Person[]): RegExp | null {
  const borne = new Set(others.flatMap(({ name }) => folded(name).split(/\s+/)));
  const whole = new Set<string>();
  const parts = new Set<string>();
  for (const { name, accounts } of hidden) {
    const words = folded(name)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '');
    if (words.length > 1) {
      whole.add(words.map(escaped).join('[\\s_.,-]*'));
      whole.add([...words].reverse().map(escaped).join('[\\s_.,-]*'));
    }
    for (const word of words) if (word.length >= SHORTEST_NAME && !borne.has(word)) parts.add(escaped(word));
    for (const { handle } of accounts) {
      const plain = folded(handle)
        .replace(/^[@~\s]+/, '')
        .trim();
      if (plain.length >= SHORTEST_NAME) whole.add(escaped(plain));
    }
  }
  if (whole.size + parts.size === 0) return null;
  const alone = parts.size === 0 ? [] : [`(?<!\\p{L})(?:${[...parts].join('|')})(?!\\p{L})`];
  return new RegExp([...whole, ...alone].join('|'), 'u');
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
