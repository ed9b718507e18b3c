import type { Person } from '../../contract/person.ts';
import type { RemovedKind } from '../../contract/redaction.ts';
import { escaped, fold, keyOf, type Needle } from '../leaks/index.ts';
import { phonePattern } from './patterns.ts';

/** Short forms of given names, and names that are also ordinary words, in lower case. */
export interface NameLore {
  readonly short: ReadonlyMap<string, readonly string[]>;
  readonly ordinary: ReadonlySet<string>;
}

/** A person who is not named in a document, and what stands in their place. */
export interface Unnamed {
  readonly person: Person;
  readonly what: RemovedKind;
  readonly shown: string;
}

/** Parts of a name that say nothing alone. */
const PARTICLES = new Set([
  'de',
  'del',
  'la',
  'las',
  'los',
  'da',
  'dos',
  'di',
  'van',
  'von',
  'der',
  'den',
  'bin',
  'al',
  'el',
]);
const SHORTEST = 3;
/** Shorter names are not looked for with gaps between their letters: too many other words would be hit. */
const SHORTEST_SPACED = 5;

/** Begins where no word goes on, but may stand within an account name behind a figure or a line. */
const BEFORE = '(?<![\\p{L}\\p{N}_])(?:[\\p{L}\\p{N}_]*[\\p{N}_])?';
const AFTER = '(?:s|es|it[ao]s?)?(?:[\\p{N}_][\\p{L}\\p{N}_]*)?(?![\\p{L}\\p{N}_])';
const BETWEEN = '[\\s._,-]*';

/** Every needle of a person: the whole name both ways round, parts of it, short forms, initials, accounts. */
export function needlesOfPerson(
  { person, what, shown }: Unnamed,
  others: readonly string[],
  { short, ordinary }: NameLore,
): readonly Needle[] {
  const base = { key: keyOf(person.name), what, words: person.name, shown: `[${shown}]` };
  const plain = (source: string, pattern = new RegExp(source, 'giu')): Needle => ({ ...base, pattern, proof: pattern });
  const borne = new Set(others.flatMap(partsOf));
  const parts = partsOf(person.name);
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const telling = parts.filter((part) => part.length >= SHORTEST && !borne.has(part) && !PARTICLES.has(part));
  const shorts = (short.get(first) ?? []).filter(
    (form) => !borne.has(form) && !others.some((other) => keyOf(other) === form),
  );
  const alone = [...new Set([...telling, ...shorts])];
  return [
    ...wholeNames(parts).map((source) => plain(source)),
    ...initialForms(first, last, others).map((source) => plain(source)),
    ...alone.map((part) =>
      ordinary.has(part) ? ordinaryPart(base, part) : plain(partSource(part, part === first ? last : '')),
    ),
    ...telling
      .filter((part) => part.length >= SHORTEST_SPACED && !ordinary.has(part))
      .map((part) => plain(spacedSource(part))),
    ...person.accounts.flatMap(({ handle }) => accountSources(handle)).map((source) => plain(source)),
  ];
}

function partsOf(name: string): readonly string[] {
  return fold(name, true)
    .plain.toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
}

/** `Marisol Reyes`, `Marisol A. Reyes`, `Reyes, Marisol`, `marisol_reyes`, `MarisolReyes`; of more names first and last too. */
function wholeNames(parts: readonly string[]): readonly string[] {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined || parts.length < 2) return [];
  const middle = `${BETWEEN}(?:\\p{L}\\.?[\\s]+)?`;
  const all = parts.map(escaped);
  const ways = [all.join(middle), [...all].reverse().join(BETWEEN)];
  if (parts.length > 2) ways.push([first, last].map(escaped).join(middle), [last, first].map(escaped).join(BETWEEN));
  return ways.map((way) => `(?<!\\p{L})(?:${way})${AFTER}`);
}

/** `M. Reyes`, `mreyes`, unless somebody else of that initial bears the name as well. */
function initialForms(first: string, last: string, others: readonly string[]): readonly string[] {
  if (first === '' || last.length < 4 || first === last) return [];
  const shared = others.map(partsOf).some((parts) => parts.at(-1) === last && parts[0]?.[0] === first[0]);
  if (shared) return [];
  return [`(?<![\\p{L}\\p{N}_])${escaped(first[0] ?? '')}(?:\\.\\s?|[_-]?)${escaped(last)}${AFTER}`];
}

function partSource(part: string, last: string): string {
  const initial = last === '' ? '' : `(?:\\s${escaped(last[0] ?? '')}\\.)?`;
  return `${BEFORE}${escaped(part)}${initial}${AFTER}`;
}

/** `M a r i s o l`, `M.a.r.i.s.o.l`, `M-a-r-i-s-o-l`. */
function spacedSource(part: string): string {
  return `(?<![\\p{L}\\p{N}])${[...part].map(escaped).join('[\\s.*_-]')}(?![\\p{L}\\p{N}])`;
}

/**
 * A name that is an ordinary word or a month is one only with a capital, and no day may follow it. In a produced file it is
 * looked for only within a sentence, since an ordinary word may begin one.
 */
function ordinaryPart(base: Omit<Needle, 'pattern' | 'proof'>, part: string): Needle {
  const word = `(?:${escaped(part.charAt(0).toUpperCase() + part.slice(1))}|${escaped(part.toUpperCase())})`;
  const rest = '(?:s(?!\\p{L}))?(?![\\p{L}\\p{N}_])(?!\\s\\d)';
  return {
    ...base,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}_])${word}${rest}`, 'gu'),
    proof: new RegExp(`(?<=\\p{Ll},?\\s)${word}${rest}`, 'gu'),
  };
}

/** An account, an address or a number, however it is written. */
function accountSources(handle: string): readonly string[] {
  const folded = fold(handle, true).plain.trim();
  const figures = folded.replace(/\D/g, '');
  if (figures.length >= 7 && /^[+\d\s().-]+$/.test(folded)) return phonePattern(figures);
  const plain = folded.replace(/^[@~#\s]+/, '');
  const name = /^([^@\s]+)@[^@\s]+\.\p{L}+$/u.exec(plain)?.[1] ?? null;
  const forms = [plain, ...(name === null || name.length < SHORTEST_SPACED ? [] : [name])];
  return forms
    .filter((form) => form.length >= SHORTEST && /[\p{L}\p{N}]/u.test(form))
    .map((form) => `(?<![\\p{L}\\p{N}_])@?${escaped(form)}(?![\\p{L}\\p{N}_])`);
}
