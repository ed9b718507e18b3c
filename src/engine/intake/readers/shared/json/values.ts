/** An object of a JSON file; every value is unknown until it was looked at. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as an object; an empty one where it is something else. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** The value as a list; an empty one where it is something else. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The objects in a list; whatever else stands in it is passed over. */
export const objectsIn = (value: unknown): readonly Fields[] => listOf(value).filter(isFields);

/** The objects among the first few values of a list; a long list is not gone through. */
export const firstObjects = (value: unknown, most = 5): readonly Fields[] =>
  listOf(value).slice(0, most).filter(isFields);

/** The first of the named values that holds letters, as it stands; null where none does. */
export function wordsAt(fields: Fields, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
}

/** A name or number that serves as a mark; figures are given as they are written. */
export function markAt(fields: Fields, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  }
  return null;
}

/** The first of the named values that is a figure, or is written as one in letters; null where none is. */
export function figureAt(fields: Fields, ...names: readonly string[]): number | null {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (typeof value === 'string' && /^-?\d{1,20}(?:\.\d{1,9})?$/.test(value)) return Number(value);
  }
  return null;
}

/** What lies under a path of names; undefined where a step of it is missing. */
export function under(value: unknown, ...path: readonly string[]): unknown {
  let at = value;
  for (const name of path) {
    if (!isFields(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return at;
}

export const has = (value: unknown, ...names: readonly string[]): boolean =>
  isFields(value) && names.every((name) => Object.hasOwn(value, name));
