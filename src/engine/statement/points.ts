import type { z } from 'zod';
import { raise } from '../../contract/errors.ts';
import { type AnswerContrary, type AnswerPoint, ContraryAnswer, ResponsePoint } from '../../contract/statement.ts';
import { type ReadableDb, text, textOrNull, type WritableDb } from '../case-file/index.ts';
import type { Made } from '../made.ts';

/** What the employee answered to one allegation; null where nobody took it out of the response. */
export function responsePoint(db: ReadableDb, allegationId: string): ResponsePoint | null {
  const row = db.get(
    'SELECT stance, words, taken_up, at, by FROM response_point WHERE allegation_id = ? AND withdrawn = 0',
    allegationId,
  );
  if (row === null) return null;
  return ResponsePoint.parse({
    allegationId,
    stance: text(row, 'stance'),
    words: text(row, 'words'),
    takenUp: textOrNull(row, 'taken_up'),
    at: text(row, 'at'),
    by: text(row, 'by'),
  });
}

export function answerPoint(db: WritableDb, input: z.output<typeof AnswerPoint>, made: Made): void {
  db.run(
    `INSERT INTO response_point (id, allegation_id, stance, words, taken_up, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (allegation_id) DO UPDATE SET stance = excluded.stance, words = excluded.words,
       taken_up = excluded.taken_up, at = excluded.at, by = excluded.by, withdrawn = 0`,
    made.id,
    input.allegationId,
    input.stance,
    input.words,
    input.takenUp,
    made.at,
    made.by,
  );
}

/** What was made of each passage against an allegation, by the id of its link. */
export function contraryAnswers(db: ReadableDb, allegationId: string): ReadonlyMap<string, ContraryAnswer> {
  return new Map(
    db
      .all(
        'SELECT mapping_id, words, at, by FROM contrary_answer WHERE allegation_id = ? AND withdrawn = 0 ORDER BY rowid',
        allegationId,
      )
      .map((row) => [
        text(row, 'mapping_id'),
        ContraryAnswer.parse({
          allegationId,
          mappingId: text(row, 'mapping_id'),
          words: text(row, 'words'),
          at: text(row, 'at'),
          by: text(row, 'by'),
        }),
      ]),
  );
}

/** @throws not-found where no such link stands, bad-input where it does not speak against */
export function answerContrary(db: WritableDb, input: z.output<typeof AnswerContrary>, made: Made): void {
  const link = db.get('SELECT weighs FROM mapping WHERE id = ? AND withdrawn = 0', input.mappingId);
  if (link === null) raise('not-found', { what: 'link' });
  if (text(link, 'weighs') !== 'against') raise('bad-input', { why: 'this passage does not speak against it.' });
  db.run(
    `INSERT INTO contrary_answer (id, allegation_id, mapping_id, words, at, by) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (allegation_id, mapping_id) DO UPDATE SET words = excluded.words, at = excluded.at, by = excluded.by,
       withdrawn = 0`,
    made.id,
    input.allegationId,
    input.mappingId,
    input.words,
    made.at,
    made.by,
  );
}
