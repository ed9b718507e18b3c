import type { z } from 'zod';
import { type NewTranslation, Translation } from '../../contract/correction.ts';
import { must, raise } from '../../contract/errors.ts';
import { flag, type ReadableDb, type Row, text, textOrNull, type WritableDb } from '../case-file/index.ts';
import { renewPersonWords } from './person-words.ts';
import { itemAsRead } from './store.ts';

const COLUMNS = 'id, item_id, language, words, translator, note, at, by, withdrawn';

/** What people say that an item says in English; withdrawn ones last. */
export function translations(db: ReadableDb, itemId: string): readonly Translation[] {
  return db
    .all(`SELECT ${COLUMNS} FROM translation WHERE item_id = ? ORDER BY withdrawn, rowid`, itemId)
    .map(toTranslation);
}

/** @throws not-found */
export function recordTranslation(
  db: WritableDb,
  input: z.output<typeof NewTranslation>,
  made: { readonly id: string; readonly at: string; readonly by: string },
): Translation {
  const { number } = itemAsRead(db, input.itemId) ?? raise('not-found', { what: 'item' });
  const row = db.get(
    `INSERT INTO translation (id, item_id, language, words, translator, note, at, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     RETURNING ${COLUMNS}`,
    made.id,
    input.itemId,
    input.language,
    input.words,
    input.translator,
    input.note,
    made.at,
    made.by,
  );
  renewPersonWords(db, number);
  return toTranslation(must(row, 'recordTranslation: one row comes back'));
}

/** @throws not-found, already-retracted */
export function withdrawTranslation(db: WritableDb, id: string, reason: string): Translation {
  const known = db.get('SELECT withdrawn, item_id FROM translation WHERE id = ?', id);
  if (known === null) raise('not-found', { what: 'translation' });
  if (flag(known, 'withdrawn')) raise('already-retracted');
  const row = db.get(
    `UPDATE translation SET withdrawn = 1, withdrawn_reason = ? WHERE id = ? RETURNING ${COLUMNS}`,
    reason,
    id,
  );
  renewPersonWords(db, must(itemAsRead(db, text(known, 'item_id')), 'what was translated is there').number);
  return toTranslation(must(row, 'withdrawTranslation: one row comes back'));
}

function toTranslation(row: Row): Translation {
  return Translation.parse({
    id: text(row, 'id'),
    itemId: text(row, 'item_id'),
    language: text(row, 'language'),
    words: text(row, 'words'),
    translator: text(row, 'translator'),
    note: textOrNull(row, 'note'),
    at: text(row, 'at'),
    by: text(row, 'by'),
    withdrawn: flag(row, 'withdrawn'),
  });
}
