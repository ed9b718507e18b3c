import type { z } from 'zod';
import type { AlikeItems, FindAlike } from '../../contract/alike.ts';
import { raise } from '../../contract/errors.ts';
import { integer, type ReadableDb, text } from '../case-file/index.ts';
import { countItems, itemById, itemRowById } from '../items/index.ts';
import { people, Recognition } from '../people/index.ts';

/** So many of a passage's words are weighed; a longer one says the same again. */
const MOST_WORDS = 160;
/** So many of the rarest are gone by. */
const WENT_BY = 24;
/** A word in more than this share of all items says nothing about any of them. */
const COMMON = 0.1;

interface Term {
  readonly words: string;
  /** Numbers of the items that have it. */
  readonly items: readonly number[];
  /** Rarer weighs more: the logarithm of all items over those that have it. */
  readonly weight: number;
}

/**
 * Items that share rare words and word pairs with a passage. Nothing is learned and nothing leaves the case: the weight of a
 * word is the logarithm of how seldom it stands in this case (inverse document frequency, Spärck Jones 1972), and each item
 * says which words it shares.
 */
export function findAlike(db: ReadableDb, input: z.output<typeof FindAlike>): AlikeItems {
  const stored = itemById(db, input.itemId) ?? raise('not-found', { what: 'item' });
  const { start = 0, end = stored.item.text.length } = input.passage ?? {};
  const terms = rareTerms(db, stored.item.text.slice(start, end), stored.number);
  const shared = new Map<number, Term[]>();
  for (const term of terms) {
    for (const number of term.items) {
      if (number !== stored.number) shared.set(number, [...(shared.get(number) ?? []), term]);
    }
  }
  const recognition = new Recognition(people(db));
  const ordered = [...shared].toSorted(([a, own], [b, other]) => weightOf(other) - weightOf(own) || a - b);
  const items = ordered.slice(0, input.limit).flatMap(([number, own]) => {
    const id = db.get('SELECT id FROM open_item WHERE number = ?', number);
    const row = id === null ? null : itemRowById(db, text(id, 'id'), recognition);
    return row === null ? [] : [{ row, shared: withoutParts(own.map(({ words }) => words)) }];
  });
  return { wentBy: terms.map(({ words }) => words), items };
}

function rareTerms(db: ReadableDb, passage: string, own: number): readonly Term[] {
  const total = countItems(db);
  const words = wordsOf(passage).slice(0, MOST_WORDS);
  const pairs = words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`);
  const singles = words.filter((word) => word.length > 2);
  return [...new Set([...singles, ...pairs])]
    .map((term) => ({ words: term, items: itemsWith(db, term) }))
    .filter(({ items }) => items.some((number) => number !== own))
    .filter(({ items }) => items.length <= Math.max(3, total * COMMON))
    .map((term) => ({ ...term, weight: Math.log((total + 1) / term.items.length) }))
    .toSorted((a, b) => b.weight - a.weight || (a.words < b.words ? -1 : 1))
    .slice(0, WENT_BY);
}

/** Items in whose words, as read or as people corrected them, the words stand side by side. */
function itemsWith(db: ReadableDb, words: string): readonly number[] {
  const match = `"${words}"`;
  return db
    .all(
      `SELECT rowid AS number FROM item_words WHERE item_words MATCH ?1 AND rowid NOT IN (SELECT number FROM hidden_item)
       UNION SELECT rowid FROM person_words WHERE person_words MATCH ?1 AND rowid NOT IN (SELECT number FROM hidden_item)`,
      `{text} : ${match}`,
    )
    .map((row) => integer(row, 'number'));
}

function wordsOf(passage: string): readonly string[] {
  return passage.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function weightOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}

/** A pair says its words already. */
function withoutParts(shared: readonly string[]): string[] {
  const pairs = shared.filter((words) => words.includes(' '));
  return shared.filter((words) => words.includes(' ') || !pairs.some((pair) => pair.split(' ').includes(words)));
}
