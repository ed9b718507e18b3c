import type { Person } from '../../contract/person.ts';

/** Finds the person behind a name or handle as the evidence shows it: by account first, then by full name. */
export class Recognition {
  readonly #byName = new Map<string, Person>();

  constructor(all: readonly Person[]) {
    for (const person of all) this.#byName.set(fold(person.name), person);
    for (const person of all) for (const { handle } of person.accounts) this.#byName.set(fold(handle), person);
  }

  find(name: string | null, handle: string | null): Person | null {
    for (const shown of [handle, name]) {
      const person = shown === null ? undefined : this.#byName.get(fold(shown));
      if (person !== undefined) return person;
    }
    return null;
  }
}

/** Case, diacritics, spaces and the marks of phone numbers and handles do not tell two people apart. */
export function fold(shown: string): string {
  return shown
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/^[@~]+/, '')
    .replace(/[\s().-]+/g, '');
}
