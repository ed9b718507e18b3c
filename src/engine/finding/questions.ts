import type { z } from 'zod';
import { raise } from '../../contract/errors.ts';
import type { AllegationView } from '../../contract/finding.ts';
import {
  type AnswerQuestion,
  QuestionAnswer,
  type QuestionedScreen,
  type QuestionView,
  screenQuestions,
} from '../../contract/screen-questions.ts';
import { type ReadableDb, text, type WritableDb } from '../case-file/index.ts';

type Alleged = Pick<AllegationView, 'allegation' | 'elements' | 'screen'>;

/** The questions of every screen with their answers, and which of them a finding of breach waits for. */
export function questionsOf(db: ReadableDb, view: Alleged): QuestionView[] {
  const answers = answersTo(db, view.allegation.id);
  const isOffDuty = answers.get('off-duty')?.answer === 'yes';
  const needs: Readonly<Record<QuestionedScreen, (id: string) => boolean>> = {
    'protected-speech': () => view.screen.flagged > 0,
    'off-duty': (id) => id === 'off-duty' || isOffDuty,
    'personal-account': () => restsOnBarredAccess(db, view),
  };
  return screenQuestions.map((question) => {
    const given = answers.get(question.id);
    return {
      ...question,
      answer: given?.answer ?? null,
      words: given?.words ?? null,
      by: given?.by ?? null,
      needed: needs[question.screen](question.id),
    };
  });
}

/** What of the screens still stands in the way of a breach, a plain sentence each. */
export function missingOfQuestions(questions: readonly QuestionView[]): readonly string[] {
  const open = (screen: QuestionedScreen) =>
    questions.filter((one) => one.screen === screen && one.needed && one.answer === null).length;
  const missing: string[] = [];
  const unprotected = open('protected-speech');
  if (unprotected > 0) {
    const them = unprotected === 1 ? '1 question about it has' : `${unprotected} questions about it have`;
    missing.push(`Words linked here may be protected, and ${them} not been answered.`);
  }
  if (open('personal-account') > 0) {
    missing.push(
      'Evidence linked in support came from a personal account in a way that is barred: ask counsel and record the answer.',
    );
  }
  if (questions.some(({ id, answer }) => id === 'lawful-access' && answer === 'no')) {
    missing.push('Counsel said that evidence linked in support may not be used: withdraw those links.');
  }
  const nexus = questions.filter(({ screen, id }) => screen === 'off-duty' && id !== 'off-duty');
  const offDuty = questions.find(({ id }) => id === 'off-duty')?.answer ?? null;
  if (offDuty === null) missing.push('Whether it happened off duty has not been answered.');
  if (offDuty === 'yes' && !nexus.some(({ answer }) => answer === 'yes')) {
    missing.push('It happened off duty, and nothing is recorded that connects it to the work.');
  }
  return missing;
}

export function answerQuestion(
  db: WritableDb,
  input: z.infer<typeof AnswerQuestion>,
  made: { readonly id: string; readonly at: string; readonly by: string },
): void {
  const known = screenQuestions.find(({ id }) => id === input.question) ?? raise('not-found', { what: 'question' });
  db.run(
    `INSERT INTO screen_question_answer (id, allegation_id, screen, question, answer, words, at, by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (allegation_id, question) DO UPDATE SET answer = excluded.answer, words = excluded.words,
       at = excluded.at, by = excluded.by, withdrawn = 0`,
    made.id,
    input.allegationId,
    known.screen,
    input.question,
    input.answer,
    input.words,
    made.at,
    made.by,
  );
}

function answersTo(db: ReadableDb, allegationId: string) {
  return new Map(
    db
      .all(
        'SELECT question, answer, words, by FROM screen_question_answer WHERE allegation_id = ? AND withdrawn = 0',
        allegationId,
      )
      .map((row) => [
        text(row, 'question'),
        { answer: QuestionAnswer.parse(text(row, 'answer')), words: text(row, 'words'), by: text(row, 'by') },
      ]),
  );
}

/** Something linked in support came in a way that Conn. Gen. Stat. 31-40x bars. */
function restsOnBarredAccess(db: ReadableDb, { elements }: Alleged): boolean {
  const links = JSON.stringify(elements.flatMap((element) => element.for));
  const row = db.get(
    `SELECT 1 AS there FROM mapping m JOIN item ON item.id = m.item_id JOIN evidence e ON e.id = item.evidence_id
     JOIN receipt r ON r.id = e.receipt_id AND r.withdrawn = 0
     WHERE m.id IN (SELECT value FROM json_each(?))
       AND r.how_obtained IN ('login-demanded', 'logged-in-in-presence', 'friend-request-required') LIMIT 1`,
    links,
  );
  return row !== null;
}
