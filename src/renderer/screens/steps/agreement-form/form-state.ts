import { createContext, useContext } from 'react';
import type { PackFault } from '../../../../contract/agreement-shelf.ts';

export type Path = readonly (string | number)[];

/** What the form works on: the agreement as it was read, however incomplete, and what is wrong with it. */
export interface FormState {
  readonly read: unknown;
  readonly faults: readonly PackFault[];
  /** Writes one place of the text; without a value the place is taken out. */
  readonly change: (path: Path, value: unknown) => void;
}

export const FormContext = createContext<FormState>({ read: null, faults: [], change: () => undefined });

export function useForm(): FormState {
  return useContext(FormContext);
}

/** What stands at a place; undefined where nothing does. */
export function valueAt(read: unknown, path: Path): unknown {
  let at = read;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Reflect.get(at, key);
  }
  return at;
}

export function useValue(path: Path): unknown {
  return valueAt(useForm().read, path);
}

export function listAt(read: unknown, path: Path): readonly unknown[] {
  const value = valueAt(read, path);
  return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function isThere(value: unknown): boolean {
  return value !== null && value !== undefined;
}

/** The numbers of the articles, to choose from. */
export function articleNumbers(read: unknown): readonly string[] {
  return listAt(read, ['articles']).map((article) => textOf(valueAt(article, ['no'])));
}

function startsWith(path: Path, beginning: Path): boolean {
  return beginning.every((key, index) => path[index] === key);
}

/** What is wrong at a place or in it, a sentence each; null where nothing is. */
export function problemAt(faults: readonly PackFault[], path: Path): string | null {
  const found = faults.filter((fault) => startsWith(fault.path, path)).map(({ problem }) => problem);
  return found.length === 0 ? null : [...new Set(found)].join('; ');
}

/** How many things are wrong in a part, leaving out what is shown in other parts. */
export function faultsIn(faults: readonly PackFault[], path: Path, elsewhere: readonly string[] = []): number {
  return faults.filter((fault) => startsWith(fault.path, path) && !elsewhere.includes(String(fault.path[path.length])))
    .length;
}

/** What is wrong in a part that none of its fields shows: with the part itself, or in what only the text has. */
export function besideFields(faults: readonly PackFault[], path: Path, fields: readonly string[]): readonly string[] {
  const found = faults.filter((fault) => {
    if (!startsWith(fault.path, path)) return false;
    const key = fault.path[path.length];
    return key === undefined || !fields.includes(String(key));
  });
  return [...new Set(found.map(({ problem }) => problem))];
}
