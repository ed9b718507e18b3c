import type { z } from 'zod';
import { must } from '../../contract/errors.ts';
import {
  type AnswerException,
  type AnswerScreen,
  type DecideElement,
  type RecordResponse,
  ResponseRecord,
} from '../../contract/finding.ts';
import type { ElementState } from '../../contract/mapping.ts';
import { type ReadableDb, type Row, text, textOrNull, type WritableDb } from '../case-file/index.ts';
import type { Made } from '../made.ts';

export interface Answered {
  readonly answer: string;
  readonly reason: string | null;
}

/** Where each element of an allegation stands, by element id; absent means nobody examined it. */
export function elementStates(
  db: ReadableDb,
  allegationId: string,
): ReadonlyMap<string, { state: ElementState; reason: string | null }> {
  return new Map(
    db
      .all(
        'SELECT element, state, reason FROM element_decision WHERE allegation_id = ? AND withdrawn = 0',
        allegationId,
      )
      .map((row) => [
        text(row, 'element'),
        { state: text(row, 'state') as ElementState, reason: textOrNull(row, 'reason') },
      ]),
  );
}

export function decideElement(db: WritableDb, input: z.infer<typeof DecideElement>, made: Made): void {
  db.run(
    `INSERT INTO element_decision (id, allegation_id, element, state, reason, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (allegation_id, element) DO UPDATE SET state = excluded.state, reason = excluded.reason,
       at = excluded.at, by = excluded.by, withdrawn = 0`,
    made.id,
    input.allegationId,
    input.element,
    input.state,
    input.reason,
    made.at,
    made.by,
  );
}

export function exceptionAnswers(db: ReadableDb, allegationId: string): ReadonlyMap<string, Answered> {
  return new Map(
    db
      .all(
        'SELECT exception, answer, reason FROM exception_answer WHERE allegation_id = ? AND withdrawn = 0',
        allegationId,
      )
      .map((row) => [text(row, 'exception'), { answer: text(row, 'answer'), reason: textOrNull(row, 'reason') }]),
  );
}

export function answerException(db: WritableDb, input: z.infer<typeof AnswerException>, made: Made): void {
  db.run(
    `INSERT INTO exception_answer (id, allegation_id, exception, answer, reason, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (allegation_id, exception) DO UPDATE SET answer = excluded.answer, reason = excluded.reason,
       at = excluded.at, by = excluded.by, withdrawn = 0`,
    made.id,
    input.allegationId,
    input.exception,
    input.answer,
    input.reason,
    made.at,
    made.by,
  );
}

export function screenAnswer(db: ReadableDb, allegationId: string): Answered | null {
  const row = db.get(
    'SELECT answer, reason FROM screen_answer WHERE allegation_id = ? AND withdrawn = 0',
    allegationId,
  );
  return row === null ? null : { answer: text(row, 'answer'), reason: textOrNull(row, 'reason') };
}

export function answerScreen(db: WritableDb, input: z.infer<typeof AnswerScreen>, made: Made): void {
  db.run(
    `INSERT INTO screen_answer (id, allegation_id, answer, reason, at, by) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (allegation_id) DO UPDATE SET answer = excluded.answer, reason = excluded.reason,
       at = excluded.at, by = excluded.by, withdrawn = 0`,
    made.id,
    input.allegationId,
    input.answer,
    input.reason,
    made.at,
    made.by,
  );
}

/** The latest word on a respondent's response; null while it is awaited. */
export function responseOf(db: ReadableDb, respondentId: string): ResponseRecord | null {
  const row = db.get(
    `SELECT id, respondent_id, state, at, words FROM response WHERE respondent_id = ? AND withdrawn = 0
     ORDER BY rowid DESC LIMIT 1`,
    respondentId,
  );
  return row === null ? null : toResponse(row);
}

export function recordResponse(db: WritableDb, id: string, input: z.infer<typeof RecordResponse>): ResponseRecord {
  const row = db.get(
    `INSERT INTO response (id, respondent_id, state, at, words) VALUES (?, ?, ?, ?, ?)
     RETURNING id, respondent_id, state, at, words`,
    id,
    input.respondentId,
    input.state,
    input.at,
    input.words,
  );
  return toResponse(must(row, 'recordResponse: one row comes back'));
}

function toResponse(row: Row): ResponseRecord {
  return ResponseRecord.parse({
    id: text(row, 'id'),
    respondentId: text(row, 'respondent_id'),
    state: text(row, 'state'),
    at: text(row, 'at'),
    words: textOrNull(row, 'words'),
  });
}
