import type { z } from 'zod';
import { raise } from '../../contract/errors.ts';
import { type AddErratum, Interview, type SignInterview, type WriteInterview } from '../../contract/interview.ts';
import {
  integer,
  integerOrNull,
  json,
  jsonOrNull,
  type ReadableDb,
  type Row,
  sha256Of,
  text,
  textOrNull,
  type WritableDb,
} from '../case-file/index.ts';
import type { Made } from '../made.ts';

const COLUMNS = `id, number, respondent_id, held_at, ended_at, place, manner, present, lines, breaks, plan_id,
  recording_id, consent, signed_at, signed_by, sha256, at, by`;

/** The interviews of one respondent, or all, in the order in which they were held. */
export function interviews(db: ReadableDb, respondentId: string | null): Interview[] {
  return db
    .all(`SELECT ${COLUMNS} FROM interview WHERE withdrawn = 0 ORDER BY held_at, number`)
    .filter((row) => respondentId === null || text(row, 'respondent_id') === respondentId)
    .map((row) => toInterview(db, row));
}

/** @throws not-found */
export function interviewById(db: ReadableDb, id: string): Interview {
  const row = db.get(`SELECT ${COLUMNS} FROM interview WHERE id = ? AND withdrawn = 0`, id);
  return row === null ? raise('not-found', { what: 'interview' }) : toInterview(db, row);
}

/** Writes an interview down, or goes on writing one. @throws bad-input for one that is signed: it takes errata only */
export function writeInterview(db: WritableDb, input: z.output<typeof WriteInterview>, made: Made): Interview {
  const content = [
    input.respondentId,
    input.heldAt,
    input.endedAt,
    input.place,
    input.manner,
    JSON.stringify(input.present),
    JSON.stringify(input.lines),
    JSON.stringify(input.breaks),
    input.planId,
    input.recordingId,
    input.consent,
  ];
  if (input.id === null) {
    db.run(
      `INSERT INTO interview (id, number, respondent_id, held_at, ended_at, place, manner, present, lines, breaks, plan_id,
         recording_id, consent, at, by)
       VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM interview), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      made.id,
      ...content,
      made.at,
      made.by,
    );
    return interviewById(db, made.id);
  }
  assertOpen(interviewById(db, input.id));
  db.run(
    `UPDATE interview SET respondent_id = ?, held_at = ?, ended_at = ?, place = ?, manner = ?, present = ?, lines = ?,
       breaks = ?, plan_id = ?, recording_id = ?, consent = ? WHERE id = ?`,
    ...content,
    input.id,
  );
  return interviewById(db, input.id);
}

/** Locks an interview with the hash of what was signed. @throws bad-input for one without a question, or signed before */
export function signInterview(db: WritableDb, input: z.infer<typeof SignInterview>, at: string): Interview {
  const interview = interviewById(db, input.id);
  assertOpen(interview);
  if (interview.lines.length === 0) raise('bad-input', { why: 'the interview holds no question yet.' });
  const lasting = interview.breaks.find(({ to }) => to === null);
  if (lasting !== undefined) raise('bad-input', { why: 'a break has no end: say when it ended before it is signed.' });
  const { respondentId, heldAt, endedAt, place, manner, present, lines, breaks, recordingId, consent } = interview;
  const signed = [respondentId, heldAt, endedAt, place, manner, present, lines, breaks, recordingId, consent];
  const sha256 = sha256Of(JSON.stringify(signed));
  db.run(
    'UPDATE interview SET signed_at = ?, signed_by = ?, sha256 = ? WHERE id = ?',
    at,
    input.signedBy,
    sha256,
    input.id,
  );
  return interviewById(db, input.id);
}

/** @throws bad-input where the record is not signed yet, or has no such question */
export function addErratum(db: WritableDb, input: z.infer<typeof AddErratum>, made: Made): Interview {
  const interview = interviewById(db, input.interviewId);
  if (interview.signedAt === null) raise('bad-input', { why: 'the interview is not signed yet: correct it itself.' });
  if (input.line !== null && input.line > interview.lines.length) {
    raise('bad-input', { why: `the interview has no question ${input.line}.` });
  }
  db.run(
    'INSERT INTO interview_erratum (id, interview_id, line, words, asked_by, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)',
    made.id,
    input.interviewId,
    input.line,
    input.words,
    input.askedBy,
    made.at,
    made.by,
  );
  return interviewById(db, input.interviewId);
}

function assertOpen(interview: Interview): void {
  if (interview.signedAt !== null) {
    raise('bad-input', { why: 'the interview is signed and no longer changes; add an erratum beside it.' });
  }
}

function toInterview(db: ReadableDb, row: Row): Interview {
  const id = text(row, 'id');
  const errata = db.all(
    'SELECT id, line, words, asked_by, at, by FROM interview_erratum WHERE interview_id = ? AND withdrawn = 0 ORDER BY rowid',
    id,
  );
  const { present, lines, breaks } = Interview.shape;
  return Interview.parse({
    id,
    number: integer(row, 'number'),
    respondentId: text(row, 'respondent_id'),
    heldAt: text(row, 'held_at'),
    endedAt: textOrNull(row, 'ended_at'),
    place: textOrNull(row, 'place'),
    manner: text(row, 'manner'),
    present: json(row, 'present', present),
    lines: json(row, 'lines', lines),
    breaks: jsonOrNull(row, 'breaks', breaks) ?? [],
    planId: textOrNull(row, 'plan_id'),
    recordingId: textOrNull(row, 'recording_id'),
    consent: textOrNull(row, 'consent'),
    signedAt: textOrNull(row, 'signed_at'),
    signedBy: textOrNull(row, 'signed_by'),
    sha256: textOrNull(row, 'sha256'),
    at: text(row, 'at'),
    by: text(row, 'by'),
    errata: errata.map((each) => ({
      id: text(each, 'id'),
      line: integerOrNull(each, 'line'),
      words: text(each, 'words'),
      askedBy: text(each, 'asked_by'),
      at: text(each, 'at'),
      by: text(each, 'by'),
    })),
  });
}
