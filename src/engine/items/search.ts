import type { z } from 'zod';
import { ItemDraft } from '../../contract/item.ts';
import type { SearchHit } from '../../contract/item-view.ts';
import { integer, json, type ReadableDb, text } from '../case-file/index.ts';

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

/** Best hits first. `total` counts all. */
export function searchItems(
  db: ReadableDb,
  typed: string,
  limit: number,
): { total: number; hits: z.infer<typeof SearchHit>[] } {
  const match = toMatch(typed);
  if (match === null) return { total: 0, hits: [] };
  const count = db.get(
    `SELECT count(*) AS n FROM item_words
     WHERE item_words MATCH ? AND item_words.rowid NOT IN (SELECT number FROM hidden_item)`,
    match,
  );
  const rows = db.all(
    `SELECT item.id, item.number, item.body, evidence.path, evidence.sha256,
            snippet(item_words, -1, '⟦', '⟧', '…', 16) AS snippet
     FROM item_words JOIN open_item AS item ON item.number = item_words.rowid JOIN evidence ON evidence.id = item.evidence_id
     WHERE item_words MATCH ? ORDER BY rank, item.number LIMIT ?`,
    match,
    limit,
  );
  return {
    total: count === null ? 0 : integer(count, 'n'),
    hits: rows.map((row) => {
      const snippet = text(row, 'snippet');
      return {
        item: text(row, 'id'),
        number: integer(row, 'number'),
        path: text(row, 'path'),
        sha256: text(row, 'sha256'),
        page: pageOfHit(json(row, 'body', ItemDraft), snippet),
        snippet,
      };
    }),
  };
}

/** The page on which the first marked word stands, where the source has pages. */
function pageOfHit(item: ItemDraft, snippet: string): number | null {
  if (item.regions.length === 0) return null;
  const word = /⟦([^⟧]+)⟧/.exec(snippet)?.[1];
  const at = word === undefined ? -1 : item.text.indexOf(word);
  if (at < 0) return null;
  return item.regions.find(({ start, end }) => start <= at && at < end)?.page ?? null;
}
