import type { WritableDb } from '../case-file/index.ts';

/**
 * Lets the search know what people made of an item: its corrected words and its translations, beside the words as the
 * machine read them. An item without either is not in this index.
 */
export function renewPersonWords(db: WritableDb, number: number): void {
  db.run('DELETE FROM person_words WHERE rowid = ?', number);
  db.run(
    `INSERT INTO person_words (rowid, text, title, people, translation)
     SELECT item.number, coalesce(r.text, item.text), item.title, item.people, t.words
     FROM item LEFT JOIN item_reworded r ON r.number = item.number
       LEFT JOIN (SELECT item_id, group_concat(words, char(10)) AS words FROM translation WHERE withdrawn = 0
         GROUP BY item_id) t ON t.item_id = item.id
     WHERE item.number = ? AND (r.number IS NOT NULL OR t.item_id IS NOT NULL)`,
    number,
  );
}
