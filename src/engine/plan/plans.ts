import type { z } from 'zod';
import { raise } from '../../contract/errors.ts';
import { InterviewPlan, type WritePlan } from '../../contract/interview.ts';
import { integer, json, type ReadableDb, type Row, text, type WritableDb } from '../case-file/index.ts';

const COLUMNS = 'id, number, person_id, questions, at, by';

/** The plans for one person, or (null) for everybody, oldest first. */
export function plans(db: ReadableDb, personId: string | null): InterviewPlan[] {
  return db
    .all(`SELECT ${COLUMNS} FROM interview_plan WHERE withdrawn = 0 ORDER BY number`)
    .filter((row) => personId === null || text(row, 'person_id') === personId)
    .map(toPlan);
}

/** @throws not-found */
export function planById(db: ReadableDb, id: string): InterviewPlan {
  const row = db.get(`SELECT ${COLUMNS} FROM interview_plan WHERE id = ? AND withdrawn = 0`, id);
  return row === null ? raise('not-found', { what: 'plan' }) : toPlan(row);
}

/** Writes a plan down, or goes on writing one. @throws not-found */
export function writePlan(
  db: WritableDb,
  input: z.output<typeof WritePlan>,
  made: { readonly id: string; readonly at: string; readonly by: string },
): InterviewPlan {
  const questions = JSON.stringify(input.questions);
  if (input.id === null) {
    db.run(
      `INSERT INTO interview_plan (id, number, person_id, questions, at, by)
       VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM interview_plan), ?, ?, ?, ?)`,
      made.id,
      input.personId,
      questions,
      made.at,
      made.by,
    );
    return planById(db, made.id);
  }
  planById(db, input.id);
  db.run('UPDATE interview_plan SET person_id = ?, questions = ? WHERE id = ?', input.personId, questions, input.id);
  return planById(db, input.id);
}

export function withdrawPlan(db: WritableDb, id: string, reason: string): InterviewPlan {
  const plan = planById(db, id);
  db.run('UPDATE interview_plan SET withdrawn = 1, withdrawn_reason = ? WHERE id = ?', reason, id);
  return plan;
}

function toPlan(row: Row): InterviewPlan {
  return {
    id: text(row, 'id'),
    number: integer(row, 'number'),
    personId: text(row, 'person_id'),
    questions: json(row, 'questions', InterviewPlan.shape.questions),
    at: text(row, 'at'),
    by: text(row, 'by'),
  };
}
