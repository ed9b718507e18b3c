import type { z } from 'zod';
import { raise } from '../../contract/errors.ts';
import type { ConcludeFact, ContextOfFact, NewDisputedFact, TryExplanation } from '../../contract/weighing.ts';
import { integer, type ReadableDb, text, type WritableDb } from '../case-file/index.ts';
import type { Made } from '../made.ts';
import { accountsOf } from './accounts.ts';

export function addDisputedFact(db: WritableDb, input: z.output<typeof NewDisputedFact>, made: Made): void {
  db.run(
    `INSERT INTO disputed_fact (id, number, allegation_id, element, question, at, by)
     VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM disputed_fact), ?, ?, ?, ?, ?)`,
    made.id,
    input.allegationId,
    input.element,
    input.question,
    made.at,
    made.by,
  );
}

/** @returns its number. @throws not-found */
export function disputedFactNumber(db: ReadableDb, id: string): number {
  const row = db.get('SELECT number FROM disputed_fact WHERE id = ? AND withdrawn = 0', id);
  return row === null ? raise('not-found', { what: 'disputed fact' }) : integer(row, 'number');
}

export function withdrawDisputedFact(db: WritableDb, id: string, reason: string): void {
  db.run('UPDATE disputed_fact SET withdrawn = 1, withdrawn_reason = ? WHERE id = ?', reason, id);
}

/** Adds another explanation, or says how one was tried and what came of it. @throws not-found */
export function tryExplanation(db: WritableDb, input: z.output<typeof TryExplanation>, made: Made): void {
  const [how, outcome] = [input.tried?.how ?? null, input.tried?.outcome ?? null];
  if (input.id === null) {
    db.run(
      `INSERT INTO tried_explanation (id, fact_id, explanation, tried, outcome, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      made.id,
      input.factId,
      input.explanation,
      how,
      outcome,
      made.at,
      made.by,
    );
    return;
  }
  const changed = db.run(
    `UPDATE tried_explanation SET explanation = ?, tried = ?, outcome = ?, at = ?, by = ?
     WHERE id = ? AND fact_id = ? AND withdrawn = 0`,
    input.explanation,
    how,
    outcome,
    made.at,
    made.by,
    input.id,
    input.factId,
  );
  if (changed === 0) raise('not-found', { what: 'explanation' });
}

export function recordContext(db: WritableDb, input: z.output<typeof ContextOfFact>): void {
  db.run(
    'UPDATE disputed_fact SET context_state = ?, context_words = ? WHERE id = ?',
    input.state,
    input.words,
    input.factId,
  );
}

/**
 * Says which account is believed, or that none is preferred, and why.
 * @throws weighing-not-ready where an account was not weighed; not-found where the one believed is none of this fact's
 */
export function concludeFact(db: WritableDb, input: z.output<typeof ConcludeFact>, made: Omit<Made, 'id'>): void {
  const accounts = accountsOf(db, input.factId);
  if (input.believed !== null && !accounts.some(({ id }) => id === input.believed)) {
    raise('not-found', { what: 'account' });
  }
  const missing = accounts
    .filter(({ factors }) => !factors.some(({ factor }) => factor !== 'demeanour'))
    .map(({ where }) => `Nothing is said yet of why to believe or not to believe ${where}.`);
  if (accounts.length === 0) missing.push('No account of it is recorded: say who says what.');
  if (missing.length > 0) raise('weighing-not-ready', { missing: missing.join(' ') });
  db.run(
    'UPDATE disputed_fact SET believed = ?, reasons = ?, weighed_at = ?, weighed_by = ? WHERE id = ?',
    input.believed,
    input.reasons,
    made.at,
    made.by,
    input.factId,
  );
}

/** Facts of one allegation on which accounts differ and which nobody has weighed yet: their questions. */
export function unweighedFacts(db: ReadableDb, allegationId: string): readonly string[] {
  return db
    .all(
      'SELECT question FROM disputed_fact WHERE allegation_id = ? AND withdrawn = 0 AND weighed_at IS NULL ORDER BY number',
      allegationId,
    )
    .map((row) => text(row, 'question'));
}
