import type { Connection, ReadableDb } from './connection.ts';
import { text } from './rows.ts';

/** Words that were being typed at a place and are not recorded yet; null where there are none. */
export function unsavedAt(db: ReadableDb, place: string): { readonly body: string; readonly at: string } | null {
  const row = db.get('SELECT body, at FROM unsaved WHERE place = ?', place);
  return row === null ? null : { body: text(row, 'body'), at: text(row, 'at') };
}

/**
 * Keeps what is being typed, or (null) empties the place. Written through to the disk like everything else, so that a
 * program or a computer that stops loses none of it; in no line of the record, because nobody has said it yet.
 */
export function keepUnsaved(connection: Connection, place: string, body: string | null, at: string): void {
  connection.transaction((db) => {
    if (body === null) db.run('DELETE FROM unsaved WHERE place = ?', place);
    else
      db.run(
        `INSERT INTO unsaved (place, body, at) VALUES (?, ?, ?)
         ON CONFLICT (place) DO UPDATE SET body = excluded.body, at = excluded.at`,
        place,
        body,
        at,
      );
  });
}
