import type { z } from 'zod';

type Path = readonly (string | number)[];

/** What is wrong at one place of a pack as it was written. */
type WrittenFault = { readonly path: Path; readonly problem: string };

type Issue = z.core.$ZodIssue;

const NEEDS: Readonly<Record<string, string>> = {
  string: 'needs a text',
  number: 'needs a number in figures',
  int: 'needs a whole number in figures',
  boolean: 'needs true or false',
  array: 'needs a list: in square brackets, or a line with a dash for each entry',
  object: 'needs an entry with fields of its own, as docs/agreements.md shows it',
  record: 'needs an entry with fields of its own, as docs/agreements.md shows it',
};

/** The message of a rule that says itself what it wants; null where the message is only the schema's own. */
function ownMessage({ message }: Issue): string | null {
  return /^(Invalid|Unrecognized|Too (small|big))/.test(message) ? null : message;
}

function typeWords(expected: string, value: unknown): string {
  const needs = NEEDS[expected] ?? `needs ${expected}`;
  if (value === null) return `${needs}; null is not taken here`;
  if (expected === 'string' && typeof value !== 'object') {
    return `${needs}: put it in quotes (it was read as ${String(value)})`;
  }
  if (expected === 'number' && typeof value === 'string' && /^\d+$/.test(value)) return `${needs}, without quotes`;
  return needs;
}

function listWords(values: readonly unknown[]): string {
  return values.map(String).join(', ');
}

/** A field that is not known; one with a blank or a figure for its name is mostly the rest of a text that a comma has cut. */
function unknownFieldWords(key: string): string {
  const cut = /\s|^\d/.test(key) ? '; a text with a comma inside { } or [ ] has to stand in quotes' : '';
  return `is no field that is known here; docs/agreements.md lists them${cut}`;
}

/** What a value must be where several forms are allowed: that of the form it comes nearest to. */
function unionFaults(issue: Extract<Issue, { code: 'invalid_union' }>, path: Path, value: unknown) {
  const branches = issue.errors;
  const values = branches.flatMap(([only, ...more]) =>
    only?.code === 'invalid_value' && only.path.length === 0 && more.length === 0 ? only.values : [],
  );
  if (values.length > 0) return [{ path, problem: `must be one of ${listWords(values)}` }];
  const fewest = Math.min(...branches.map((branch) => branch.length));
  const [nearest, ...equal] = branches.filter((branch) => branch.length === fewest);
  if (nearest !== undefined && equal.length === 0) {
    return nearest.flatMap((inner) => faultsAt(inner, path, value));
  }
  return [{ path, problem: 'has none of the forms that are known here; docs/agreements.md lists them' }];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}

function sizeWords(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  if (issue.code === 'too_big') return `may be at most ${String(issue.maximum)}`;
  if (issue.origin === 'array') return 'needs at least one entry';
  if (issue.origin === 'string') return 'may not be empty';
  return `may not be below ${String(issue.minimum)}`;
}

function problemOf(issue: Issue, value: unknown): string {
  const own = ownMessage(issue);
  if (value === undefined) {
    const choice = issue.code === 'invalid_value' ? `; it must be one of ${listWords(issue.values)}` : '';
    return `is missing${choice}`;
  }
  if (own !== null) return own;
  switch (issue.code) {
    case 'invalid_type':
      return typeWords(issue.expected, value);
    case 'invalid_value':
      return `must be one of ${listWords(issue.values)}`;
    case 'too_small':
    case 'too_big':
      return sizeWords(issue);
    case 'invalid_format':
      return 'may hold only small letters, figures and hyphens';
    default:
      return issue.message;
  }
}

function faultsAt(issue: Issue, before: Path, around: unknown): readonly WrittenFault[] {
  const inside = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const path = [...before, ...inside];
  const value = valueAt(around, inside);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], problem: unknownFieldWords(key) }));
  }
  if (issue.code === 'invalid_union' && value !== undefined) return unionFaults(issue, path, value);
  return [{ path, problem: problemOf(issue, value) }];
}

/** What the schema of a pack says against a text, in words for the person who is writing it; `read` is what stands there. */
export function writtenFaults(issues: readonly Issue[], read: unknown): readonly WrittenFault[] {
  return issues.flatMap((issue) => faultsAt(issue, [], read));
}

const COLON = 'a text with a colon and a blank in it has to stand in quotes';
const HINTS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'use blanks',
  BLOCK_AS_IMPLICIT_KEY: COLON,
  BLOCK_IN_FLOW: COLON,
};

/** What YAML says against a text, with what mostly lies behind it. */
export function yamlWords({ code, message }: { readonly code: string; readonly message: string }): string {
  const hint = HINTS[code];
  return hint === undefined ? message : `${message}; ${hint}`;
}
