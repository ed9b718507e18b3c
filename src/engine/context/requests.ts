import type { z } from 'zod';
import { type AnswerContext, type AskForContext, ContextAnswer, type ContextRequest } from '../../contract/context.ts';
import { raise } from '../../contract/errors.ts';
import { type ReadableDb, type Row, text, textOrNull, type WritableDb } from '../case-file/index.ts';

const COLUMNS = 'id, evidence_id, whom, asked_at, answer, answered_at, note, by';

/** Whom somebody asked for what this source leaves out, oldest first. */
export function contextRequests(db: ReadableDb, evidenceId: string): readonly ContextRequest[] {
  return db
    .all(
      `SELECT ${COLUMNS} FROM context_request WHERE evidence_id = ? AND withdrawn = 0 ORDER BY asked_at, rowid`,
      evidenceId,
    )
    .map(toRequest);
}

export function askForContext(
  db: WritableDb,
  order: z.output<typeof AskForContext>,
  made: { readonly id: string; readonly at: string; readonly by: string },
): void {
  db.run(
    `INSERT INTO context_request (id, evidence_id, whom, asked_at, answer, note, at, by)
     VALUES (?, ?, ?, ?, 'waiting', ?, ?, ?)`,
    made.id,
    order.evidenceId,
    order.whom,
    order.askedAt,
    order.note,
    made.at,
    made.by,
  );
}

/** Records what came of it. @returns the source that was asked about; @throws not-found */
export function answerContext(db: WritableDb, order: z.output<typeof AnswerContext>): string {
  const row = db.get('SELECT evidence_id, note FROM context_request WHERE id = ? AND withdrawn = 0', order.id);
  if (row === null) raise('not-found', { what: 'request' });
  db.run(
    'UPDATE context_request SET answer = ?, answered_at = ?, note = ? WHERE id = ?',
    order.answer,
    order.answeredAt,
    order.note ?? textOrNull(row, 'note'),
    order.id,
  );
  return text(row, 'evidence_id');
}

function toRequest(row: Row): ContextRequest {
  return {
    id: text(row, 'id'),
    evidenceId: text(row, 'evidence_id'),
    whom: text(row, 'whom'),
    askedAt: text(row, 'asked_at'),
    answer: ContextAnswer.parse(text(row, 'answer')),
    answeredAt: textOrNull(row, 'answered_at'),
    note: textOrNull(row, 'note'),
    by: text(row, 'by'),
  };
}
