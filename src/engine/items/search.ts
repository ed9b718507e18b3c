import type { z } from 'zod';
import type { ItemDraft } from '../../contract/item.ts';
import type { SearchHit } from '../../contract/item-view.ts';
import { flag, integer, type ReadableDb, type Row, text, textOrNull } from '../case-file/index.ts';
import { besideWords, itemNow, NOW_COLUMNS, NOW_JOINS } from './store.ts';

/**
 * What was typed, as a full-text query: words are joined by AND, the last one also matches as a beginning, words in
 * quotation marks are a phrase, a leading minus excludes. Nothing typed can be a syntax error.
 * @returns null where no word is left
 */
export function toMatch(typed: string): string | null {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  // The query language ends at a NUL; other control characters are no words either.
  const plain = typed.replace(/\p{Cc}/gu, ' ');
  const parts = [...plain.matchAll(/(-?)"([^"]+)"|(-?)(\S+)/g)];
  parts.forEach((part, index) => {
    const phrase = part[2];
    const words = (phrase ?? part[4] ?? '').replaceAll('"', ' ').trim();
    // Only letters, digits and marks make a token; anything else would be an empty phrase.
    if (!/[\p{L}\p{N}]/u.test(words)) return;
    const beginning = phrase === undefined && index === parts.length - 1 && !/\s$/.test(plain);
    const minus = part[1] === '-' || part[3] === '-';
    (minus ? unwanted : wanted).push(`"${words}"${beginning ? ' *' : ''}`);
  });
  if (wanted.length === 0) return null;
  const positive = wanted.join(' AND ');
  return unwanted.length === 0 ? positive : `(${positive}) NOT (${unwanted.join(' OR ')})`;
}

/**
 * Best hits first. `total` counts all. An item is found by the words that stand now, by a translation, by the words as the
 * machine read them, and by what stands beside its words; each hit says by which.
 */
export function searchItems(
  db: ReadableDb,
  typed: string,
  limit: number,
): { total: number; hits: z.infer<typeof SearchHit>[] } {
  const match = toMatch(typed);
  if (match === null) return { total: 0, hits: [] };
  const count = db.get(
    `SELECT (SELECT count(*) FROM item_words WHERE item_words MATCH ?1 AND rowid NOT IN (SELECT number FROM unsearched_item))
       + (SELECT count(*) FROM person_words WHERE person_words MATCH ?1 AND rowid NOT IN (SELECT number FROM hidden_item)
            AND rowid NOT IN (SELECT rowid FROM item_words WHERE item_words MATCH ?1)) AS n`,
    match,
  );
  const byPerson = db.all(bestHits('person_words', 'SELECT number FROM hidden_item'), match, limit);
  const readAndKept = `SELECT rowid FROM person_words WHERE person_words MATCH ?1 UNION ALL SELECT number FROM unsearched_item`;
  const asRead = db.all(bestHits('item_words', readAndKept), match, limit);
  const rows = byPerson.length === 0 ? asRead : [...byPerson, ...asRead].toSorted(byRank).slice(0, limit);
  return { total: count === null ? 0 : integer(count, 'n'), hits: rows.map(hitOf) };
}

/** The best hits of an index, cut before their words are looked up: a snippet of every hit would cost more than the search. */
function bestHits(index: 'item_words' | 'person_words', leftOut: string): string {
  return `WITH best AS MATERIALIZED (
      SELECT rowid AS place, rank AS fit FROM ${index} WHERE ${index} MATCH ?1 AND rowid NOT IN (${leftOut})
      ORDER BY rank, rowid LIMIT ?2)
    SELECT item.id, item.number, ${NOW_COLUMNS}, evidence.path, evidence.sha256, best.fit AS rank,
      ${index === 'person_words' ? 1 : 0} AS by_person, snippet(${index}, -1, '⟦', '⟧', '…', 16) AS snippet,
      ${index === 'person_words' ? 'NULL' : `snippet(item_words, 3, '⟦', '⟧', '…', 16)`} AS beside,
      ${index === 'person_words' ? 'NULL' : `snippet(item_words, 0, '⟦', '⟧', '…', 16)`} AS words
    FROM best CROSS JOIN ${index} ON ${index}.rowid = best.place JOIN item ON item.number = best.place
      JOIN evidence ON evidence.id = item.evidence_id ${NOW_JOINS}
    WHERE ${index} MATCH ?1 ORDER BY best.fit, best.place`;
}

function byRank(a: Row, b: Row): number {
  return Number(a['rank']) - Number(b['rank']);
}

function hitOf(row: Row): z.infer<typeof SearchHit> {
  const person = flag(row, 'by_person');
  const item = itemNow(row);
  const { snippet, isBeside } = shownWords(row);
  const reworded = textOrNull(row, 'new_text') !== null;
  return {
    item: text(row, 'id'),
    number: integer(row, 'number'),
    path: text(row, 'path'),
    sha256: text(row, 'sha256'),
    page: isBeside ? null : pageOfHit(item, snippet),
    snippet,
    // A hit in the words as read that the corrected words no longer have was corrected away.
    foundIn: person ? 'person' : isBeside ? 'beside' : reworded ? 'as-read' : 'item',
    beside: isBeside ? besideLabel(item, snippet) : null,
  };
}

/** Where words stand both in the item and beside it, those of the item are shown. */
function shownWords(row: Row): { readonly snippet: string; readonly isBeside: boolean } {
  const best = text(row, 'snippet');
  if (best !== textOrNull(row, 'beside') || !best.includes('⟦')) return { snippet: best, isBeside: false };
  const words = textOrNull(row, 'words');
  return words?.includes('⟦') === true ? { snippet: words, isBeside: false } : { snippet: best, isBeside: true };
}

/** What the first marked word belongs to. */
function besideLabel(item: ItemDraft, snippet: string): string | null {
  const word = /⟦([^⟧]+)⟧/.exec(snippet)?.[1];
  return besideWords(item).find(({ value }) => word !== undefined && value.includes(word))?.label ?? null;
}

/** The page on which the first marked word stands, where the source has pages. */
function pageOfHit(item: ItemDraft, snippet: string): number | null {
  if (item.regions.length === 0) return null;
  const word = /⟦([^⟧]+)⟧/.exec(snippet)?.[1];
  const at = word === undefined ? -1 : item.text.indexOf(word);
  if (at < 0) return null;
  return item.regions.find(({ start, end }) => start <= at && at < end)?.page ?? null;
}
