import { z } from 'zod';
import { Complaint, type FirstAnswer, type FirstAnswerRecord, type NewComplaint } from '../../contract/complaint.ts';
import { must } from '../../contract/errors.ts';
import { integer, json, type ReadableDb, type Row, text, textOrNull, type WritableDb } from '../case-file/index.ts';

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

const COMPLAINT_COLUMNS = 'id, number, received_at, channel, complainant, words, about, received_by, promised';

export function complaints(db: ReadableDb): readonly Complaint[] {
  return db.all(`SELECT ${COMPLAINT_COLUMNS} FROM complaint WHERE withdrawn = 0 ORDER BY number`).map(toComplaint);
}

export function recordComplaint(db: WritableDb, id: string, input: z.infer<typeof NewComplaint>): Complaint {
  const row = db.get(
    `INSERT INTO complaint (id, number, received_at, channel, complainant, words, about, received_by, promised)
     VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM complaint), ?, ?, ?, ?, ?, ?, ?)
     RETURNING ${COMPLAINT_COLUMNS}`,
    id,
    input.receivedAt,
    input.channel,
    input.complainant,
    input.words,
    JSON.stringify(input.about),
    input.receivedBy,
    input.promised,
  );
  return toComplaint(must(row, 'recordComplaint: one row comes back'));
}

function toComplaint(row: Row): Complaint {
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
  });
}
