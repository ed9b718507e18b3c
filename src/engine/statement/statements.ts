import type { z } from 'zod';
import { must, raise } from '../../contract/errors.ts';
import { type SettleStatement, WitnessStatement, type WriteStatement } from '../../contract/statement.ts';
import {
  flag,
  integer,
  type ReadableDb,
  type Row,
  sha256Of,
  text,
  textOrNull,
  type WritableDb,
} from '../case-file/index.ts';
import type { Made } from '../made.ts';

const COLUMNS = `id, number, person_id, given_at, how, manner, words, is_summary, settled, settled_at, settled_by, sha256,
  at, by`;

/** The statements of one person, or (null) of everybody, in the order in which they were given. */
export function statements(db: ReadableDb, personId: string | null): WitnessStatement[] {
  return db
    .all(`SELECT ${COLUMNS} FROM witness_statement WHERE withdrawn = 0 ORDER BY given_at, number`)
    .filter((row) => personId === null || text(row, 'person_id') === personId)
    .map((row) => toStatement(db, row));
}

/** @throws not-found */
export function statementById(db: ReadableDb, id: string): WitnessStatement {
  const row = db.get(`SELECT ${COLUMNS} FROM witness_statement WHERE id = ? AND withdrawn = 0`, id);
  return row === null ? raise('not-found', { what: 'statement' }) : toStatement(db, row);
}

/** Writes a statement down, or goes on writing one. @throws bad-input for one that is settled, or lies in the evidence */
export function writeStatement(db: WritableDb, input: z.output<typeof WriteStatement>, made: Made): WitnessStatement {
  const content = [input.personId, input.givenAt, input.how, input.manner, input.words, input.isSummary ? 1 : 0];
  if (input.id === null) {
    db.run(
      `INSERT INTO witness_statement (id, number, person_id, given_at, how, manner, words, is_summary, at, by)
       VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM witness_statement), ?, ?, ?, ?, ?, ?, ?, ?)`,
      made.id,
      ...content,
      made.at,
      made.by,
    );
    return statementById(db, made.id);
  }
  const before = statementById(db, input.id);
  assertOpen(before);
  if (before.evidenceId !== null && (before.words !== input.words || before.manner !== input.manner)) {
    raise('bad-input', { why: 'the statement lies in the evidence with these words; write another one beside it.' });
  }
  db.run(
    `UPDATE witness_statement SET person_id = ?, given_at = ?, how = ?, manner = ?, words = ?, is_summary = ?
     WHERE id = ?`,
    ...content,
    input.id,
  );
  return statementById(db, input.id);
}

/** Locks a statement with the hash of what was signed, or of what the witness would not sign. @throws bad-input */
export function settleStatement(db: WritableDb, input: z.output<typeof SettleStatement>, at: string): WitnessStatement {
  const statement = statementById(db, input.id);
  assertOpen(statement);
  const { personId, givenAt, how, manner, words, isSummary } = statement;
  db.run(
    'UPDATE witness_statement SET settled = ?, settled_at = ?, settled_by = ?, sha256 = ? WHERE id = ?',
    input.outcome,
    at,
    input.words,
    sha256Of(JSON.stringify([personId, givenAt, how, manner, words, isSummary])),
    input.id,
  );
  return statementById(db, input.id);
}

/** @throws not-found, bad-input for one that is settled or lies in the evidence */
export function withdrawStatement(db: WritableDb, id: string, reason: string): WitnessStatement {
  const statement = statementById(db, id);
  assertOpen(statement);
  if (statement.evidenceId !== null) {
    raise('bad-input', { why: 'the statement lies in the evidence; what was received is not taken back.' });
  }
  db.run('UPDATE witness_statement SET withdrawn = 1, withdrawn_reason = ? WHERE id = ?', reason, id);
  return statement;
}

/** Says which source holds a statement; a compelled one keeps its source apart from every other use. */
export function linkStatement(
  db: WritableDb,
  statementId: string,
  evidenceId: string,
  made: Made & { readonly newId: () => string },
): void {
  db.run(
    'INSERT INTO statement_source (id, statement_id, evidence_id) VALUES (?, ?, ?)',
    made.id,
    statementId,
    evidenceId,
  );
  if (statementById(db, statementId).manner === 'compelled')
    keepApart(db, evidenceId, 'The statement was compelled.', made);
}

/** Puts a source into the compartment of compelled statements. */
export function keepApart(
  db: WritableDb,
  evidenceId: string,
  reason: string,
  { newId, at, by }: { readonly newId: () => string; readonly at: string; readonly by: string },
): void {
  db.run(
    `INSERT INTO compartment (id, tbl, row_id, compartment, reason, at, by)
     VALUES (?, 'evidence', ?, 'compelled-statement', ?, ?, ?)
     ON CONFLICT (tbl, row_id, compartment) DO UPDATE SET withdrawn = 0`,
    newId(),
    evidenceId,
    reason,
    at,
    by,
  );
}

function assertOpen(statement: WitnessStatement): void {
  if (statement.settled !== null) {
    raise('bad-input', { why: 'the statement is settled and no longer changes; write another one beside it.' });
  }
}

function toStatement(db: ReadableDb, row: Row): WitnessStatement {
  const id = text(row, 'id');
  const source = db.get(
    'SELECT evidence_id FROM statement_source WHERE statement_id = ? AND withdrawn = 0 ORDER BY rowid DESC LIMIT 1',
    id,
  );
  const evidenceId = source === null ? null : text(source, 'evidence_id');
  const outcome = textOrNull(row, 'settled');
  return WitnessStatement.parse({
    id,
    number: integer(row, 'number'),
    personId: text(row, 'person_id'),
    givenAt: text(row, 'given_at'),
    how: text(row, 'how'),
    manner: text(row, 'manner'),
    words: text(row, 'words'),
    isSummary: flag(row, 'is_summary'),
    settled:
      outcome === null
        ? null
        : { outcome, at: text(row, 'settled_at'), words: text(row, 'settled_by'), sha256: text(row, 'sha256') },
    evidenceId,
    linked: evidenceId === null ? { for: 0, against: 0 } : linkedTo(db, evidenceId),
    at: text(row, 'at'),
    by: text(row, 'by'),
  });
}

function linkedTo(db: ReadableDb, evidenceId: string): WitnessStatement['linked'] {
  const row = must(
    db.get(
      `SELECT count(*) FILTER (WHERE m.weighs = 'for') AS n_for, count(*) FILTER (WHERE m.weighs = 'against') AS n_against
       FROM open_mapping m JOIN item ON item.id = m.item_id WHERE item.evidence_id = ? AND m.withdrawn = 0`,
      evidenceId,
    ),
    'a count comes back',
  );
  return { for: integer(row, 'n_for'), against: integer(row, 'n_against') };
}
