import { z } from 'zod';
import { raise } from '../../contract/errors.ts';
import { HowObtained } from '../../contract/evidence.ts';
import type { DecideSetApart, NamedSource, SetApart } from '../../contract/keeping.ts';
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
import { type Made, namedSource, sourceById } from './locks.ts';

const Ways = z.array(HowObtained);

/** Ways of obtaining that Conn. Gen. Stat. 31-40x bars; the view `set_apart_evidence` names the same. */
export const barredWays: readonly HowObtained[] = Ways.parse([
  'login-demanded',
  'logged-in-in-presence',
  'friend-request-required',
]);

/** Records what counsel decided; the newest decision counts, and another one takes its place. @throws not-found, bad-input */
export function decideSetApart(db: WritableDb, order: z.output<typeof DecideSetApart>, made: Made): string {
  if ((order.receiptId === null) === (order.evidenceId === null)) {
    raise('bad-input', { why: 'a decision is about one receipt sheet or about one file.' });
  }
  const about = order.evidenceId === null ? sheetNumber(db, order.receiptId) : sourceWords(db, order.evidenceId);
  db.run(
    `INSERT INTO quarantine_decision (id, number, receipt_id, evidence_id, decision, reason, counsel, decided_on, at, by)
     VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM quarantine_decision), ?, ?, ?, ?, ?, ?, ?, ?)`,
    made.newId(),
    order.receiptId,
    order.evidenceId,
    order.decision,
    order.reason,
    order.counsel,
    order.decidedOn,
    made.at,
    made.by,
  );
  return about;
}

function sheetNumber(db: ReadableDb, receiptId: string | null): string {
  const row = db.get('SELECT number FROM receipt WHERE id = ? AND withdrawn = 0', receiptId);
  return row === null ? raise('not-found', { what: 'receipt sheet' }) : `receipt sheet ${integer(row, 'number')}`;
}

function sourceWords(db: ReadableDb, evidenceId: string): string {
  return `file ${sourceById(db, evidenceId).number}`;
}

/** Receipt sheets whose way of obtaining is barred or about which counsel decided, and single files with a decision. */
export function setApart(db: ReadableDb): readonly SetApart[] {
  return [...sheetsApart(db), ...filesApart(db)];
}

const FILES = `coalesce((SELECT json_group_array(json_object('id', e.id, 'number', e.number, 'name', e.name) ORDER BY e.number)
  FROM evidence e WHERE`;
const Files = z.array(z.strictObject({ id: z.string(), number: z.int(), name: z.string() }));

function sheetsApart(db: ReadableDb): readonly SetApart[] {
  return db
    .all(
      `SELECT r.id, r.number, r.from_whom, r.how_obtained,
         ${FILES} e.receipt_id = r.id AND e.parent_id IS NULL), '[]') AS files
       FROM receipt r WHERE r.withdrawn = 0 AND (r.how_obtained IN (SELECT value FROM json_each(?))
         OR EXISTS (SELECT 1 FROM quarantine_decision d WHERE d.receipt_id = r.id AND d.withdrawn = 0)) ORDER BY r.number`,
      JSON.stringify(barredWays),
    )
    .map((row) => {
      const decisions = decisionsOf(db, 'receipt_id', text(row, 'id'));
      const howObtained = HowObtained.parse(text(row, 'how_obtained'));
      const files = json(row, 'files', Files);
      return {
        receiptId: text(row, 'id'),
        receiptNumber: integer(row, 'number'),
        fromWhom: text(row, 'from_whom'),
        howObtained,
        files,
        apart:
          (decisions.at(-1)?.decision ?? (barredWays.includes(howObtained) ? 'keep-barred' : 'release')) ===
          'keep-barred',
        decisions,
        alsoFrom: files.flatMap(({ id }) => alsoFrom(db, id)),
      };
    });
}

function filesApart(db: ReadableDb): readonly SetApart[] {
  return db
    .all(
      `SELECT e.id, e.number, e.name, r.from_whom, r.how_obtained,
         e.id IN (SELECT evidence_id FROM set_apart_evidence) AS apart
       FROM evidence e LEFT JOIN receipt r ON r.id = e.receipt_id
       WHERE e.id IN (SELECT evidence_id FROM quarantine_decision WHERE withdrawn = 0) ORDER BY e.number`,
    )
    .map((row) => ({
      receiptId: null,
      receiptNumber: null,
      fromWhom: textOrNull(row, 'from_whom'),
      howObtained: howOrNull(row),
      files: [namedSource(row)],
      apart: flag(row, 'apart'),
      decisions: decisionsOf(db, 'evidence_id', text(row, 'id')),
      alsoFrom: [...alsoFrom(db, text(row, 'id'))],
    }));
}

function howOrNull(row: Row): HowObtained | null {
  const how = textOrNull(row, 'how_obtained');
  return how === null ? null : HowObtained.parse(how);
}

const Decision = z.enum(['release', 'keep-barred']);

function decisionsOf(db: ReadableDb, column: 'receipt_id' | 'evidence_id', id: string): SetApart['decisions'] {
  return db
    .all(
      `SELECT decision, reason, counsel, decided_on, by FROM quarantine_decision
       WHERE ${column} = ? AND withdrawn = 0 ORDER BY number`,
      id,
    )
    .map((row) => ({
      decision: Decision.parse(text(row, 'decision')),
      reason: text(row, 'reason'),
      counsel: text(row, 'counsel'),
      decidedOn: text(row, 'decided_on'),
      by: text(row, 'by'),
    }));
}

function alsoFrom(db: ReadableDb, evidenceId: string): readonly NamedSource[] {
  return db
    .all(
      `SELECT o.id, o.number, o.name FROM evidence e JOIN evidence o ON o.sha256 = e.sha256 AND o.id <> e.id
       WHERE e.id = ? AND o.id NOT IN (SELECT evidence_id FROM hidden_evidence) ORDER BY o.number`,
      evidenceId,
    )
    .map(namedSource);
}
