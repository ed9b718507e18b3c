import type { z } from 'zod';
import { raise } from '../../contract/errors.ts';
import {
  type AnswerJustCause,
  Comparator,
  type JustCauseView,
  type NewComparator,
  WorksheetQuestion,
} from '../../contract/just-cause.ts';
import { steps } from '../agreement/index.ts';
import { integer, type ReadableDb, type Row, text, textOrNull, type WritableDb } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { allegationViews, findings } from '../finding/index.ts';
import type { Made } from '../made.ts';
import { personById } from '../people/index.ts';
import { events, pastDiscipline, stepsInput } from '../procedure/index.ts';
import { bearingOn, type Situation } from './bearings.ts';
import { QUESTIONS } from './questions.ts';

const MARKING = 'Counsel’s compartment: prepared for counsel. No document but this worksheet prints any of it.';

function situationOf(engine: EngineCore, db: ReadableDb, respondentId: string): Situation {
  const person = personById(db, respondentId);
  const charges = allegationViews(engine.session, db).filter(
    ({ allegation }) => allegation.respondentId === respondentId,
  );
  const ids = new Set(charges.map(({ allegation }) => allegation.id));
  const past = pastDiscipline(engine, db, respondentId).rows;
  return {
    charges,
    findings: findings(db).filter(
      ({ allegationId, superseded, withdrawn }) => ids.has(allegationId) && !superseded && !withdrawn,
    ),
    steps: steps(stepsInput(engine, db)).filter(({ respondent }) => respondent === person.name),
    events: events(db).filter((event) => event.respondentId === null || event.respondentId === respondentId),
    documents: db
      .all('SELECT number, title FROM document WHERE respondent_id = ? AND withdrawn = 0 ORDER BY number', respondentId)
      .map((row) => ({ number: integer(row, 'number'), title: text(row, 'title') })),
    live: past.filter(({ ageing }) => ageing?.live !== false),
    aged: past.filter(({ ageing }) => ageing?.live === false),
    comparators: comparators(db, respondentId),
    timeZone: engine.session.district?.timeZone ?? null,
  };
}

/** The worksheet of one employee: every question with what bears on it, what is missing, and what was answered. */
export function justCauseView(engine: EngineCore, db: ReadableDb, respondentId: string): JustCauseView {
  const situation = situationOf(engine, db, respondentId);
  const { pack } = pastDiscipline(engine, db, respondentId);
  const answers = new Map(
    db
      .all(
        'SELECT question, answer, words, missing, at, by FROM counsel_answer WHERE respondent_id = ? AND withdrawn = 0',
        respondentId,
      )
      .map((row) => [text(row, 'question'), answerOf(row)]),
  );
  return {
    respondentId,
    marking: MARKING,
    questions: QUESTIONS.map((asked) => ({
      ...asked,
      answers: [...asked.answers],
      ...bearingOn(asked.id, situation),
      answer: answers.get(asked.id) ?? null,
    })),
    ladder: (pack?.ladder ?? []).map(({ rung, name, disciplinary }) => ({ rung, name, disciplinary })),
    skipRungsIf: [...(pack?.statusRules?.skipRungsIf ?? [])],
    live: [...situation.live],
    aged: [...situation.aged],
    comparators: [...situation.comparators],
  };
}

function answerOf(row: Row) {
  return WorksheetQuestion.shape.answer.parse({
    answer: text(row, 'answer'),
    words: text(row, 'words'),
    missing: textOrNull(row, 'missing'),
    at: text(row, 'at'),
    by: text(row, 'by'),
  });
}

/** @throws bad-input for a question or an answer that the worksheet does not have */
export function answerJustCause(db: WritableDb, input: z.infer<typeof AnswerJustCause>, made: Made): void {
  const asked = QUESTIONS.find(({ id }) => id === input.question);
  if (asked === undefined) raise('bad-input', { why: 'the worksheet has no such question.' });
  if (!asked.answers.includes(input.answer)) raise('bad-input', { why: `answers are: ${asked.answers.join(', ')}.` });
  db.run(
    `INSERT INTO counsel_answer (id, respondent_id, question, answer, words, missing, at, by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (respondent_id, question) DO UPDATE SET answer = excluded.answer, words = excluded.words,
       missing = excluded.missing, at = excluded.at, by = excluded.by, withdrawn = 0`,
    made.id,
    input.respondentId,
    input.question,
    input.answer,
    input.words,
    input.missing,
    made.at,
    made.by,
  );
}

const COMPARATOR = 'id, respondent_id, year, conduct, outcome, alike, unlike, source, at, by';

function comparators(db: ReadableDb, respondentId: string): readonly Comparator[] {
  return db
    .all(
      `SELECT ${COMPARATOR} FROM counsel_comparator WHERE respondent_id = ? AND withdrawn = 0 ORDER BY year DESC, rowid`,
      respondentId,
    )
    .map(toComparator);
}

function toComparator(row: Row): Comparator {
  return Comparator.parse({
    id: text(row, 'id'),
    respondentId: text(row, 'respondent_id'),
    year: integer(row, 'year'),
    conduct: text(row, 'conduct'),
    outcome: text(row, 'outcome'),
    alike: text(row, 'alike'),
    unlike: text(row, 'unlike'),
    source: text(row, 'source'),
    at: text(row, 'at'),
    by: text(row, 'by'),
  });
}

export function addComparator(db: WritableDb, input: z.infer<typeof NewComparator>, made: Made): Comparator {
  db.run(
    `INSERT INTO counsel_comparator (id, respondent_id, year, conduct, outcome, alike, unlike, source, at, by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    made.id,
    input.respondentId,
    input.year,
    input.conduct,
    input.outcome,
    input.alike,
    input.unlike,
    input.source,
    made.at,
    made.by,
  );
  return { ...input, ...made };
}

/** @throws not-found */
export function withdrawComparator(db: WritableDb, id: string): void {
  const there = db.get('SELECT id FROM counsel_comparator WHERE id = ? AND withdrawn = 0', id);
  if (there === null) raise('not-found', { what: 'comparison' });
  db.run('UPDATE counsel_comparator SET withdrawn = 1 WHERE id = ?', id);
}
