import type { z } from 'zod';
import { must, raise } from '../../contract/errors.ts';
import { type Allegation, type NewAllegation, Specification } from '../../contract/finding.ts';
import {
  flag,
  integer,
  json,
  type ReadableDb,
  type Row,
  text,
  textOrNull,
  type WritableDb,
} from '../case-file/index.ts';

const COLUMNS =
  'id, number, respondent_id, policy, policy_version, clause, conduct_on, specification, policy_known, withdrawn';

/** The allegations that stand, by number. */
export function allegations(db: ReadableDb): readonly Allegation[] {
  return db.all(`SELECT ${COLUMNS} FROM allegation WHERE withdrawn = 0 ORDER BY number`).map(toAllegation);
}

/** @throws not-found */
export function allegationById(db: ReadableDb, id: string): Allegation {
  const row = db.get(`SELECT ${COLUMNS} FROM allegation WHERE id = ?`, id);
  return row === null ? raise('not-found', { what: 'allegation' }) : toAllegation(row);
}

export function addAllegation(
  db: WritableDb,
  id: string,
  input: z.infer<typeof NewAllegation>,
  policyVersion: string,
): Allegation {
  const row = db.get(
    `INSERT INTO allegation (id, number, respondent_id, policy, policy_version, clause, conduct_on, specification,
       policy_known)
     VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM allegation), ?, ?, ?, ?, ?, ?, ?) RETURNING ${COLUMNS}`,
    id,
    input.respondentId,
    input.policy,
    policyVersion,
    input.clause,
    input.conductOn,
    JSON.stringify(input.specification),
    input.policyKnown,
  );
  return toAllegation(must(row, 'addAllegation: one row comes back'));
}

/** @throws not-found, already-retracted */
export function withdrawAllegation(db: WritableDb, id: string, reason: string): Allegation {
  if (allegationById(db, id).withdrawn) raise('already-retracted');
  const row = db.get(
    `UPDATE allegation SET withdrawn = 1, withdrawn_reason = ? WHERE id = ? RETURNING ${COLUMNS}`,
    reason,
    id,
  );
  return toAllegation(must(row, 'withdrawAllegation: one row comes back'));
}

function toAllegation(row: Row): Allegation {
  return {
    id: text(row, 'id'),
    number: integer(row, 'number'),
    respondentId: text(row, 'respondent_id'),
    policy: text(row, 'policy'),
    policyVersion: text(row, 'policy_version'),
    clause: text(row, 'clause'),
    conductOn: text(row, 'conduct_on'),
    specification: json(row, 'specification', Specification),
    policyKnown: textOrNull(row, 'policy_known'),
    withdrawn: flag(row, 'withdrawn'),
  };
}
