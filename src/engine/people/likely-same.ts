import type { LikelySame, Person } from '../../contract/person.ts';
import { fold } from './recognition.ts';

/**
 * Pairs of entries that may be one person, each with its reasons; nothing is decided by it. Each pair once, the earlier entry
 * first. The more and the better the reasons, the further up.
 */
export function likelySame(all: readonly Person[]): readonly LikelySame[] {
  const found: { readonly pair: LikelySame; readonly weight: number }[] = [];
  for (const [index, a] of all.entries()) {
    for (const b of all.slice(index + 1)) {
      const reasons = reasonsFor(a, b);
      if (reasons.length === 0) continue;
      const weight = Math.max(...reasons.map((reason) => reason.weight));
      found.push({ pair: { a: a.id, b: b.id, because: reasons.map(({ words }) => words) }, weight });
    }
  }
  // A stable sort: equal pairs stay in the order of the entries.
  return found.sort((one, other) => other.weight - one.weight).map(({ pair }) => pair);
}

interface Cause {
  readonly words: string;
  readonly weight: number;
}

function reasonsFor(a: Person, b: Person): readonly Cause[] {
  return [...byAccount(a, b), ...byName(a, b)];
}

function byAccount(a: Person, b: Person): readonly Cause[] {
  const own = new Map(a.accounts.map(({ handle, platform }) => [accountKey(handle, platform), handle]));
  const shared = b.accounts.filter(({ handle, platform }) => own.has(accountKey(handle, platform)));
  return [
    ...shared.map(({ handle }) => ({ words: `Both are entered with the account ${handle}.`, weight: 3 })),
    ...handleIsName(a, b),
    ...handleIsName(b, a),
  ];
}

/** The same handle on two platforms may be two people. */
function accountKey(handle: string, platform: string | null): string {
  return `${platform?.toLowerCase() ?? ''} ${fold(handle)}`;
}

function handleIsName(a: Person, b: Person): readonly Cause[] {
  const name = fold(b.name);
  const account = a.accounts.find(({ handle }) => fold(handle) === name);
  return account === undefined || fold(a.name) === name
    ? []
    : [{ words: `“${account.handle}” is an account of ${a.name} and the name of the other.`, weight: 2 }];
}

function byName(a: Person, b: Person): readonly Cause[] {
  if (fold(a.name) === fold(b.name)) return [{ words: `Both are called ${a.name}.`, weight: 3 }];
  const one = nameParts(a.name);
  const other = nameParts(b.name);
  if (one === null || other === null || one.last !== other.last) return [];
  if (one.first === other.first)
    return [{ words: `${a.name} and ${b.name} differ in titles or middle names only.`, weight: 2 }];
  const short = one.first.length === 1 ? one.first : other.first.length === 1 ? other.first : null;
  if (short !== null && one.first.startsWith(short) && other.first.startsWith(short)) {
    return [{ words: `${a.name} and ${b.name}: the same last name, and an initial that fits.`, weight: 1 }];
  }
  if (
    one.first.length >= 3 &&
    other.first.length >= 3 &&
    (one.first.startsWith(other.first) || other.first.startsWith(one.first))
  ) {
    return [{ words: `${a.name} and ${b.name}: the same last name, and one first name begins the other.`, weight: 1 }];
  }
  return [];
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'coach', 'sr', 'sra', 'jr', 'ii', 'iii']);

/** First and last name without titles and middle names; `Vale, Robin` is turned round. Null for a single word. */
function nameParts(name: string): { readonly first: string; readonly last: string } | null {
  const [before = '', after] = name.split(',');
  const turned = after === undefined || TITLES.has(plain(after)) ? name : `${after} ${before}`;
  const words = turned
    .split(/\s+/)
    .map(plain)
    .filter((word) => word !== '' && !TITLES.has(word));
  const first = words[0];
  const last = words.at(-1);
  return first === undefined || last === undefined || words.length < 2 ? null : { first, last };
}

function plain(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
