import type { z } from 'zod';
import { type CorrectedLine, type CorrectWords, WordCorrection } from '../../contract/correction.ts';
import { must, raise } from '../../contract/errors.ts';
import { Box } from '../../contract/item.ts';
import {
  flag,
  integer,
  jsonOrNull,
  type ReadableDb,
  type Row,
  text,
  textOrNull,
  type WritableDb,
} from '../case-file/index.ts';
import { renewPersonWords } from './person-words.ts';
import { reworded } from './reworded.ts';
import { itemAsRead } from './store.ts';

const COLUMNS = `id, item_id, start_at, end_at, page, box, was, words, note, at, by, withdrawn`;

/** Corrections of one item's words in the order of the text; replaced and withdrawn ones stand after those in force. */
export function corrections(db: ReadableDb, itemId: string): readonly WordCorrection[] {
  return db
    .all(`SELECT ${COLUMNS} FROM word_correction WHERE item_id = ? ORDER BY withdrawn, start_at, rowid DESC`, itemId)
    .map(toCorrection);
}

/**
 * Records a person's words for lines of a picture or page. A line that was corrected before gets the new words, and the
 * earlier ones stay on record. @returns the corrections now in force
 * @throws not-found, bad-input where a place is not in the text, lines overlap or a line says what stands there already
 */
export function correctWords(
  db: WritableDb,
  input: z.output<typeof CorrectWords>,
  made: { readonly newId: () => string; readonly at: string; readonly by: string },
): readonly WordCorrection[] {
  const stored = itemAsRead(db, input.itemId) ?? raise('not-found', { what: 'item' });
  for (const line of input.lines) {
    assertPlace(stored.item.text, line);
    const standing = corrections(db, input.itemId).filter(({ withdrawn }) => !withdrawn);
    const same = standing.find((one) => one.start === line.start && one.end === line.end && line.end > line.start);
    const was = stored.item.text.slice(line.start, line.end);
    if (line.words === (same?.words ?? (line.end > line.start ? was : ''))) {
      raise('bad-input', { why: 'the words are the same as those that stand there.' });
    }
    if (standing.some((one) => one !== same && overlaps(one, line))) {
      raise('bad-input', {
        why: 'a part of this line was corrected already; correct that part, or withdraw it first.',
      });
    }
    if (same !== undefined) db.run('UPDATE word_correction SET withdrawn = 1 WHERE id = ?', same.id);
    // Typed over with the machine's own words again, a correction is only withdrawn.
    if (line.end > line.start && line.words === was) continue;
    insert(db, input, line, was, same?.id ?? null, made);
  }
  renewWords(db, input.itemId);
  return corrections(db, input.itemId).filter(({ withdrawn }) => !withdrawn);
}

function insert(
  db: WritableDb,
  { itemId, note }: { readonly itemId: string; readonly note: string | null },
  line: CorrectedLine,
  was: string,
  correctsId: string | null,
  made: { readonly newId: () => string; readonly at: string; readonly by: string },
): void {
  db.run(
    `INSERT INTO word_correction (id, item_id, start_at, end_at, page, box, was, words, note, at, by, corrects)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    made.newId(),
    itemId,
    line.start,
    line.end,
    line.page,
    line.box === null ? null : JSON.stringify(line.box),
    was,
    line.words,
    note,
    made.at,
    made.by,
    correctsId,
  );
}

/** Takes a correction back: the machine's words stand again. @throws not-found, already-retracted */
export function withdrawCorrection(db: WritableDb, id: string, reason: string): WordCorrection {
  const known = db.get('SELECT withdrawn FROM word_correction WHERE id = ?', id);
  if (known === null) raise('not-found', { what: 'correction' });
  if (flag(known, 'withdrawn')) raise('already-retracted');
  const row = db.get(
    `UPDATE word_correction SET withdrawn = 1, withdrawn_reason = ? WHERE id = ? RETURNING ${COLUMNS}`,
    reason,
    id,
  );
  const correction = toCorrection(must(row, 'withdrawCorrection: one row comes back'));
  renewWords(db, correction.itemId);
  return correction;
}

/** Works an item's words out anew from what is recorded about it, and lets the search know them. */
export function renewWords(db: WritableDb, itemId: string): void {
  const { number, item } = must(itemAsRead(db, itemId), 'what is corrected is there');
  const standing = corrections(db, itemId).filter(({ withdrawn }) => !withdrawn);
  db.run('DELETE FROM item_reworded WHERE number = ?', number);
  if (standing.length > 0) {
    const words = reworded(item, standing);
    db.run(
      'INSERT INTO item_reworded (number, text, regions) VALUES (?, ?, ?)',
      number,
      words.text,
      JSON.stringify(words.regions),
    );
  }
  renewPersonWords(db, number);
}

function assertPlace(text: string, { start, end, box, words }: CorrectedLine): void {
  if (end < start || end > text.length) raise('bad-input', { why: 'the line is not in the words of this item.' });
  if (start === end && (box === null || words === '')) {
    raise('bad-input', { why: 'an added line needs its words and its place on the picture.' });
  }
  if (box !== null && (box.x < 0 || box.y < 0 || box.x + box.width > 1.001 || box.y + box.height > 1.001)) {
    raise('bad-input', { why: 'the box does not lie on the picture.' });
  }
}

/** Two added lines may begin at the same place. */
function overlaps(a: CorrectedLine, b: CorrectedLine): boolean {
  return a.start < b.end && b.start < a.end;
}

function toCorrection(row: Row): WordCorrection {
  return WordCorrection.parse({
    id: text(row, 'id'),
    itemId: text(row, 'item_id'),
    start: integer(row, 'start_at'),
    end: integer(row, 'end_at'),
    page: integer(row, 'page'),
    box: jsonOrNull(row, 'box', Box),
    was: text(row, 'was'),
    words: text(row, 'words'),
    note: textOrNull(row, 'note'),
    at: text(row, 'at'),
    by: text(row, 'by'),
    withdrawn: flag(row, 'withdrawn'),
  });
}
