import { z } from 'zod';
import {
  Complaint,
  ComplaintKnowledge,
  type CorrectComplaint,
  type FirstAnswer,
  type FirstAnswerRecord,
  NewComplaint,
} from '../../contract/complaint.ts';
import { must, raise } from '../../contract/errors.ts';
import {
  integer,
  json,
  jsonOrNull,
  type ReadableDb,
  type Row,
  text,
  textOrNull,
  type WritableDb,
} from '../case-file/index.ts';

export function firstAnswers(db: ReadableDb): readonly FirstAnswerRecord[] {
  return db
    .all('SELECT id, question, answer, note, at, by FROM first_answer WHERE withdrawn = 0 ORDER BY rowid')
    .map(toFirstAnswer);
}

/** One answer per question; a new answer takes the old one's place, and the ledger keeps both. */
export function answerFirstQuestion(
  db: WritableDb,
  input: z.infer<typeof FirstAnswer>,
  made: { id: string; at: string; by: string },
): FirstAnswerRecord {
  const row = db.get(
    `INSERT INTO first_answer (id, question, answer, note, at, by) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (question) DO UPDATE SET answer = excluded.answer, note = excluded.note, at = excluded.at,
       by = excluded.by, withdrawn = 0
     RETURNING id, question, answer, note, at, by`,
    made.id,
    input.question,
    input.answer,
    input.note,
    made.at,
    made.by,
  );
  return toFirstAnswer(must(row, 'answerFirstQuestion: one row comes back'));
}

function toFirstAnswer(row: Row): FirstAnswerRecord {
  return {
    id: text(row, 'id'),
    question: text(row, 'question') as FirstAnswerRecord['question'],
    answer: text(row, 'answer') as FirstAnswerRecord['answer'],
    note: textOrNull(row, 'note'),
    at: text(row, 'at'),
    by: text(row, 'by'),
  };
}

const COMPLAINT_COLUMNS =
  'id, number, received_at, channel, complainant, words, about, received_by, promised, knowledge';

export function complaints(db: ReadableDb): readonly Complaint[] {
  return db
    .all(`SELECT ${COMPLAINT_COLUMNS} FROM complaint WHERE withdrawn = 0 ORDER BY number`)
    .map((row) => toComplaint(db, row));
}

/** @throws not-found */
export function complaintById(db: ReadableDb, id: string): Complaint {
  const row = db.get(`SELECT ${COMPLAINT_COLUMNS} FROM complaint WHERE id = ? AND withdrawn = 0`, id);
  return row === null ? raise('not-found', { what: 'complaint' }) : toComplaint(db, row);
}

export function recordComplaint(db: WritableDb, id: string, input: z.infer<typeof NewComplaint>): Complaint {
  const row = db.get(
    `INSERT INTO complaint (id, number, received_at, channel, complainant, words, about, received_by, promised, knowledge)
     VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM complaint), ?, ?, ?, ?, ?, ?, ?, ?)
     RETURNING ${COMPLAINT_COLUMNS}`,
    id,
    ...cellsOf(input),
  );
  return toComplaint(db, must(row, 'recordComplaint: one row comes back'));
}

/**
 * Corrects what was recorded of a complaint. What stood before is kept beside it with the reason, for whoever relied on it.
 * @throws not-found, and bad-input where nothing would change
 */
export function correctComplaint(
  db: WritableDb,
  input: z.infer<typeof CorrectComplaint>,
  made: { id: string; at: string; by: string },
): Complaint {
  const { id, number: _number, corrections: _corrections, ...before } = complaintById(db, input.id);
  if (JSON.stringify(cellsOf(before)) === JSON.stringify(cellsOf(input.complaint))) {
    raise('bad-input', { why: 'nothing in the complaint would change.' });
  }
  db.run(
    `UPDATE complaint SET received_at = ?, channel = ?, complainant = ?, words = ?, about = ?, received_by = ?,
       promised = ?, knowledge = ? WHERE id = ?`,
    ...cellsOf(input.complaint),
    id,
  );
  db.run(
    'INSERT INTO complaint_correction (id, complaint_id, before, reason, at, by) VALUES (?, ?, ?, ?, ?, ?)',
    made.id,
    id,
    JSON.stringify(before),
    input.reason,
    made.at,
    made.by,
  );
  return complaintById(db, id);
}

function cellsOf(input: z.infer<typeof NewComplaint>) {
  return [
    input.receivedAt,
    input.channel,
    input.complainant,
    input.words,
    JSON.stringify(input.about),
    input.receivedBy,
    input.promised,
    input.knowledge === null ? null : JSON.stringify(input.knowledge),
  ] as const;
}

function toComplaint(db: ReadableDb, row: Row): Complaint {
  return Complaint.parse({
    id: text(row, 'id'),
    number: integer(row, 'number'),
    receivedAt: text(row, 'received_at'),
    channel: text(row, 'channel'),
    complainant: textOrNull(row, 'complainant'),
    words: text(row, 'words'),
    about: json(row, 'about', z.array(z.string())),
    receivedBy: textOrNull(row, 'received_by'),
    promised: textOrNull(row, 'promised'),
    knowledge: jsonOrNull(row, 'knowledge', ComplaintKnowledge),
    corrections: db
      .all(
        'SELECT id, before, reason, at, by FROM complaint_correction WHERE complaint_id = ? AND withdrawn = 0 ORDER BY rowid',
        text(row, 'id'),
      )
      .map((correction) => ({
        id: text(correction, 'id'),
        before: json(correction, 'before', NewComplaint),
        reason: text(correction, 'reason'),
        at: text(correction, 'at'),
        by: text(correction, 'by'),
      })),
  });
}
