import type { z } from 'zod';
import { must, raise } from '../../contract/errors.ts';
import { type EvidenceRow, FileOutcome, type NewReceipt, Receipt } from '../../contract/evidence.ts';
import {
  integer,
  jsonOrNull,
  type ReadableDb,
  type Row,
  text,
  textOrNull,
  type WritableDb,
} from '../case-file/index.ts';
import { type Closed, closedSources, veiledSources } from '../keeping/index.ts';
import { notReadCounts, UNHEARD } from './not-read.ts';
import { PERSON_READER } from './person-reader.ts';

const RECEIPT = `id, number, from_whom, received_at, how_obtained, completeness, original_asked_for, note, taken_off,
  (SELECT count(*) FROM evidence WHERE evidence.receipt_id = receipt.id AND evidence.parent_id IS NULL) AS files`;

export function receipts(db: ReadableDb): readonly Receipt[] {
  return db.all(`SELECT ${RECEIPT} FROM receipt WHERE withdrawn = 0 ORDER BY number`).map(toReceipt);
}

export function receiptById(db: ReadableDb, id: string): Receipt {
  const row = db.get(`SELECT ${RECEIPT} FROM receipt WHERE id = ? AND withdrawn = 0`, id);
  return row === null ? raise('not-found', { what: 'receipt sheet' }) : toReceipt(row);
}

export function recordReceipt(db: WritableDb, id: string, input: z.infer<typeof NewReceipt>): Receipt {
  db.run(
    `INSERT INTO receipt (id, number, from_whom, received_at, how_obtained, completeness, original_asked_for, note, taken_off)
     VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM receipt), ?, ?, ?, ?, ?, ?, ?)`,
    id,
    input.fromWhom,
    input.receivedAt,
    input.howObtained,
    input.completeness,
    input.originalAskedFor,
    input.note,
    input.takenOff,
  );
  return receiptById(db, id);
}

/** Puts files that came without a receipt sheet under one; their members go along. */
export function assignReceipt(db: WritableDb, receiptId: string, evidenceIds: readonly string[]): Receipt {
  receiptById(db, receiptId);
  for (const id of evidenceIds) {
    const changed = db.run(
      `UPDATE evidence SET receipt_id = ?1 WHERE id IN (
         WITH RECURSIVE inside(id) AS (SELECT ?2 UNION ALL
           SELECT evidence.id FROM evidence JOIN inside ON evidence.parent_id = inside.id)
         SELECT id FROM inside)`,
      receiptId,
      id,
    );
    if (changed === 0) raise('not-found', { what: 'file' });
  }
  return receiptById(db, receiptId);
}

function toReceipt(row: Row): Receipt {
  return Receipt.parse({
    id: text(row, 'id'),
    number: integer(row, 'number'),
    fromWhom: text(row, 'from_whom'),
    receivedAt: text(row, 'received_at'),
    howObtained: text(row, 'how_obtained'),
    completeness: text(row, 'completeness'),
    originalAskedFor: text(row, 'original_asked_for'),
    note: textOrNull(row, 'note'),
    takenOff: textOrNull(row, 'taken_off'),
    files: integer(row, 'files'),
  });
}

const EVIDENCE = `e.id, e.number, e.receipt_id, e.parent_id, e.path, e.name, e.sha256, e.bytes, e.received_at, e.owner_id, r.state,
  r.outcome FROM evidence e JOIN reading r ON r.evidence_id = e.id AND r.withdrawn = 0
    AND r.reader IS NOT '${PERSON_READER}'`;

/** Everything that was received, containers before their members, each with what was made of it. */
export function evidenceList(db: ReadableDb): readonly EvidenceRow[] {
  const seen = seenOf(db);
  return db.all(`SELECT ${EVIDENCE} ORDER BY e.number`).map((row) => toEvidence(row, seen));
}

/** @throws not-found */
export function evidenceById(db: ReadableDb, id: string): EvidenceRow {
  const row = db.get(`SELECT ${EVIDENCE} WHERE e.id = ?`, id);
  return row === null ? raise('not-found', { what: 'file' }) : toEvidence(row, seenOf(db));
}

/** What decides how much of a source is shown. */
interface Seen {
  readonly closed: ReadonlyMap<string, Closed>;
  readonly veiled: ReadonlySet<string>;
}

function seenOf(db: ReadableDb): Seen {
  return { closed: closedSources(db), veiled: veiledSources(db) };
}

function isNotRead(outcome: FileOutcome | null): boolean {
  return outcome?.outcome === 'rejected' || outcome?.reader?.startsWith(UNHEARD) === true;
}

/** Of a source that nobody is shown, only what became of it is told. */
function toldOutcome(outcome: FileOutcome | null, closed: Closed | null): FileOutcome | null {
  if (outcome === null || closed === null || closed === 'holds-closed') return outcome;
  return { ...outcome, authors: [], warnings: [], firstAt: null, lastAt: null };
}

function toEvidence(row: Row, seen: Seen): EvidenceRow {
  const closed = seen.closed.get(text(row, 'id')) ?? null;
  const outcome = toldOutcome(jsonOrNull(row, 'outcome', FileOutcome), closed);
  const state = text(row, 'state');
  return {
    id: text(row, 'id'),
    number: integer(row, 'number'),
    receiptId: textOrNull(row, 'receipt_id'),
    parentId: textOrNull(row, 'parent_id'),
    path: text(row, 'path'),
    name: text(row, 'name'),
    sha256: text(row, 'sha256'),
    bytes: integer(row, 'bytes'),
    receivedAt: text(row, 'received_at'),
    ownerId: textOrNull(row, 'owner_id'),
    state: state === 'waiting' ? 'waiting' : state === 'running' ? 'reading' : isNotRead(outcome) ? 'not-read' : 'read',
    closed,
    veiled: seen.veiled.has(text(row, 'id')),
    outcome,
  };
}

/**
 * Says whose phone or account a source was taken from, and with it everything that came out of it, but for members of which
 * somebody said otherwise. @throws not-found
 */
export function setOwner(db: WritableDb, id: string, personId: string | null): EvidenceRow {
  const { ownerId } = evidenceById(db, id);
  db.run(
    `WITH RECURSIVE inside (id) AS (SELECT ?1 UNION ALL
       SELECT e.id FROM evidence e JOIN inside ON e.parent_id = inside.id WHERE e.owner_id IS ?2)
     UPDATE evidence SET owner_id = ?3 WHERE id IN (SELECT id FROM inside)`,
    id,
    ownerId,
    personId,
  );
  return evidenceById(db, id);
}

/** How many files came without a receipt sheet, and how many no machine could read. */
export function intakeCounts(db: ReadableDb) {
  const row = must(
    db.get(
      `SELECT count(*) AS evidence, coalesce(sum(receipt_id IS NULL AND parent_id IS NULL), 0) AS without_receipt FROM evidence`,
    ),
    'counts come back',
  );
  return { evidence: integer(row, 'evidence'), withoutReceipt: integer(row, 'without_receipt'), ...notReadCounts(db) };
}
