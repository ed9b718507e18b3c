import type { z } from 'zod';
import { must, raise } from '../../contract/errors.ts';
import {
  Approval,
  Conflict,
  type HandleConflict,
  type NewApproval,
  type NewConflict,
  type NewPolicyNotice,
  PolicyNotice,
} from '../../contract/person-records.ts';
import { type ReadableDb, type Row, text, textOrNull, type WritableDb } from '../case-file/index.ts';
import type { Made } from '../made.ts';
import { personById } from './store.ts';

const APPROVAL = 'id, person_id, what, given_by, from_day, until_day, evidence_id, note, at, by';
const CONFLICT = 'id, person_id, toward_id, kind, words, handled, handling, at, by';
const NOTICE = 'id, person_id, policy, version, how, on_day, evidence_id, note, at, by';

/** Approvals on file, of one person or of all, oldest first. */
export function approvals(db: ReadableDb, personId: string | null): readonly Approval[] {
  return db
    .all(
      `SELECT ${APPROVAL} FROM approval WHERE withdrawn = 0 AND (? IS NULL OR person_id = ?) ORDER BY from_day, at`,
      personId,
      personId,
    )
    .map(toApproval);
}

/** @throws not-found */
export function recordApproval(db: WritableDb, input: z.infer<typeof NewApproval>, made: Made): Approval {
  personById(db, input.personId);
  assertEvidence(db, input.evidenceId);
  const row = db.get(
    `INSERT INTO approval (${APPROVAL}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING ${APPROVAL}`,
    made.id,
    input.personId,
    input.what,
    input.givenBy,
    input.from,
    input.until,
    input.evidenceId,
    input.note,
    made.at,
    made.by,
  );
  return toApproval(must(row, 'recordApproval: one row comes back'));
}

/** Conflicts of interest, of one person or of all, in the order in which they were recorded. */
export function conflicts(db: ReadableDb, personId: string | null): readonly Conflict[] {
  return db
    .all(
      `SELECT ${CONFLICT} FROM conflict WHERE withdrawn = 0 AND (? IS NULL OR person_id = ?) ORDER BY at, id`,
      personId,
      personId,
    )
    .map(toConflict);
}

/** @throws not-found */
export function recordConflict(db: WritableDb, input: z.infer<typeof NewConflict>, made: Made): Conflict {
  personById(db, input.personId);
  if (input.towardId !== null) personById(db, input.towardId);
  const row = db.get(
    `INSERT INTO conflict (${CONFLICT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING ${CONFLICT}`,
    made.id,
    input.personId,
    input.towardId,
    input.kind,
    input.words,
    input.handled,
    input.handled === 'open' ? null : input.handling,
    made.at,
    made.by,
  );
  return toConflict(must(row, 'recordConflict: one row comes back'));
}

/** @throws not-found */
export function handleConflict(db: WritableDb, input: z.infer<typeof HandleConflict>): Conflict {
  const row = db.get(
    `UPDATE conflict SET handled = ?, handling = ? WHERE id = ? AND withdrawn = 0 RETURNING ${CONFLICT}`,
    input.handled,
    input.handling,
    input.id,
  );
  return row === null ? raise('not-found', { what: 'conflict of interest' }) : toConflict(row);
}

/** Proofs that somebody had a policy, of one person or of all, oldest first. */
export function policyNotices(db: ReadableDb, personId: string | null): readonly PolicyNotice[] {
  return db
    .all(
      `SELECT ${NOTICE} FROM policy_notice WHERE withdrawn = 0 AND (? IS NULL OR person_id = ?) ORDER BY on_day, at`,
      personId,
      personId,
    )
    .map(toNotice);
}

/** @throws not-found */
export function recordPolicyNotice(db: WritableDb, input: z.infer<typeof NewPolicyNotice>, made: Made): PolicyNotice {
  personById(db, input.personId);
  assertEvidence(db, input.evidenceId);
  const row = db.get(
    `INSERT INTO policy_notice (${NOTICE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING ${NOTICE}`,
    made.id,
    input.personId,
    input.policy,
    input.version,
    input.how,
    input.on,
    input.evidenceId,
    input.note,
    made.at,
    made.by,
  );
  return toNotice(must(row, 'recordPolicyNotice: one row comes back'));
}

type Table = 'approval' | 'conflict' | 'policy_notice';
const NAMES: Readonly<Record<Table, string>> = {
  approval: 'approval',
  conflict: 'conflict of interest',
  policy_notice: 'proof of notice',
};

/** @returns whom it was about. @throws not-found for one that was withdrawn before, too */
export function withdrawRecord(db: WritableDb, table: Table, id: string, reason: string): string {
  const row = db.get(
    `UPDATE ${table} SET withdrawn = 1, withdrawn_reason = ? WHERE id = ? AND withdrawn = 0 RETURNING person_id`,
    reason,
    id,
  );
  return row === null ? raise('not-found', { what: NAMES[table] }) : text(row, 'person_id');
}

function assertEvidence(db: ReadableDb, id: string | null): void {
  if (id !== null && db.get('SELECT 1 AS there FROM evidence WHERE id = ?', id) === null)
    raise('not-found', { what: 'file' });
}

function toApproval(row: Row): Approval {
  return Approval.parse({
    id: text(row, 'id'),
    personId: text(row, 'person_id'),
    what: text(row, 'what'),
    givenBy: text(row, 'given_by'),
    from: text(row, 'from_day'),
    until: textOrNull(row, 'until_day'),
    evidenceId: textOrNull(row, 'evidence_id'),
    note: textOrNull(row, 'note'),
    at: text(row, 'at'),
    by: text(row, 'by'),
  });
}

function toConflict(row: Row): Conflict {
  return Conflict.parse({
    id: text(row, 'id'),
    personId: text(row, 'person_id'),
    towardId: textOrNull(row, 'toward_id'),
    kind: text(row, 'kind'),
    words: text(row, 'words'),
    handled: text(row, 'handled'),
    handling: textOrNull(row, 'handling'),
    at: text(row, 'at'),
    by: text(row, 'by'),
  });
}

function toNotice(row: Row): PolicyNotice {
  return PolicyNotice.parse({
    id: text(row, 'id'),
    personId: text(row, 'person_id'),
    policy: text(row, 'policy'),
    version: textOrNull(row, 'version'),
    how: text(row, 'how'),
    on: text(row, 'on_day'),
    evidenceId: textOrNull(row, 'evidence_id'),
    note: textOrNull(row, 'note'),
    at: text(row, 'at'),
    by: text(row, 'by'),
  });
}
