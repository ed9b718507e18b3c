import { FileOutcome } from '../../contract/evidence.ts';
import {
  integer,
  jsonOrNull,
  type PackedContent,
  type ReadableDb,
  sha256Of,
  storeContent,
  text,
  textOrNull,
  type WritableDb,
} from '../case-file/index.ts';
import { PERSON_READER } from './person-reader.ts';

/** One file or member about to be received. */
export interface Arriving {
  readonly path: string;
  readonly name: string;
  /** Of a large file the hash and the size alone: its bytes are stored by then, in the same transaction. */
  readonly bytes: Uint8Array | Pick<PackedContent, 'sha256' | 'bytes'>;
  readonly receiptId: string | null;
  readonly zone: string | null;
  /** The container it came out of; null for a file that was handed over. */
  readonly parent: {
    readonly evidenceId: string;
    readonly ordinal: number;
    readonly role: 'attachment' | 'entry';
  } | null;
}

/** What became of it: to be read, or the same bytes as something that is there. */
export type Received =
  | { readonly kind: 'to-read'; readonly evidenceId: string; readonly readingId: string; readonly sha256: string }
  /** Received before a crash or a cancel that cut its reading off: no second receipt, it is read now. */
  | { readonly kind: 'taken-up'; readonly evidenceId: string; readonly readingId: string; readonly sha256: string }
  | { readonly kind: 'duplicate'; readonly evidenceId: string; readonly outcome: FileOutcome };

/**
 * Receives one file: its bytes, its place and its waiting reading, in the caller's transaction. A file of which the same
 * bytes are there is recorded as a second receipt and not read again; one whose earlier reading was cut off is taken up.
 * @param given readings of files that the same import received: such a file is a twin, not one that was cut off
 */
export function receive(
  db: WritableDb,
  arriving: Arriving,
  made: { newId: () => string; now: string },
  given: ReadonlySet<string>,
): Received {
  const { bytes } = arriving;
  const sha256 = bytes instanceof Uint8Array ? sha256Of(bytes) : bytes.sha256;
  const twin = firstWithContent(db, sha256);
  const unfinished = twin === null || arriving.parent !== null ? null : unfinishedReading(db, sha256, arriving, given);
  if (unfinished !== null) return { kind: 'taken-up', ...unfinished, sha256 };
  if (bytes instanceof Uint8Array) storeContent(db, bytes, sha256);
  const evidenceId = insertEvidence(db, arriving, sha256, twin?.id ?? null, made);
  const readingId = made.newId();
  if (twin === null) {
    db.run(`INSERT INTO reading (id, evidence_id, state) VALUES (?, ?, 'waiting')`, readingId, evidenceId);
    return { kind: 'to-read', evidenceId, readingId, sha256 };
  }
  const outcome = duplicateOutcome(arriving.path, sha256, twin.format);
  db.run(
    `INSERT INTO reading (id, evidence_id, state, outcome) VALUES (?, ?, 'complete', ?)`,
    readingId,
    evidenceId,
    JSON.stringify(outcome),
  );
  return { kind: 'duplicate', evidenceId: twin.id, outcome };
}

/** A member of a container that was kept before a crash cut the container's reading off. */
export function memberAlreadyKept(db: ReadableDb, parentId: string, ordinal: number): boolean {
  return (
    db.get('SELECT 1 AS there FROM evidence WHERE parent_id = ? AND member_ordinal = ?', parentId, ordinal) !== null
  );
}

/** A member that an earlier reading of the same container took out of it. */
export function memberKnown(db: ReadableDb, parentId: string, name: string, sha256: string): boolean {
  const row = db.get(
    'SELECT 1 AS there FROM evidence WHERE parent_id = ? AND sha256 = ? AND name = ?',
    parentId,
    sha256,
    name,
  );
  return row !== null;
}

/** The first place after those of members that are there. */
export function nextMemberOrdinal(db: ReadableDb, parentId: string): number {
  const row = db.get('SELECT coalesce(max(member_ordinal), -1) + 1 AS n FROM evidence WHERE parent_id = ?', parentId);
  return row === null ? 0 : integer(row, 'n');
}

function firstWithContent(db: ReadableDb, sha256: string): { id: string; format: string | null } | null {
  const row = db.get(
    `SELECT e.id, r.outcome FROM evidence e LEFT JOIN reading r ON r.evidence_id = e.id AND r.reader IS NOT '${PERSON_READER}'
     WHERE e.sha256 = ? AND e.duplicate_of IS NULL ORDER BY e.number LIMIT 1`,
    sha256,
  );
  if (row === null) return null;
  return { id: text(row, 'id'), format: jsonOrNull(row, 'outcome', FileOutcome)?.format ?? null };
}

/** The reading that a crash cut off, where the same file is handed in again. */
function unfinishedReading(
  db: ReadableDb,
  sha256: string,
  arriving: Arriving,
  given: ReadonlySet<string>,
): { evidenceId: string; readingId: string } | null {
  const rows = db.all(
    `SELECT e.id, r.id AS reading_id FROM evidence e JOIN reading r ON r.evidence_id = e.id
     WHERE e.sha256 = ? AND e.name = ? AND e.parent_id IS NULL AND r.state <> 'complete' AND r.withdrawn = 0 ORDER BY e.path = ? DESC, e.number`,
    sha256,
    arriving.name,
    arriving.path,
  );
  const row = rows.find((one) => !given.has(text(one, 'reading_id')));
  return row === undefined ? null : { evidenceId: text(row, 'id'), readingId: text(row, 'reading_id') };
}

export interface KeptMember {
  readonly readingId: string;
  /** Null while it waits to be read. */
  readonly outcome: FileOutcome | null;
}

/** Everything that came out of a container so far, at any depth. */
export function membersOf(db: ReadableDb, evidenceId: string): readonly KeptMember[] {
  return db
    .all(
      `WITH RECURSIVE inside(id) AS (SELECT id FROM evidence WHERE parent_id = ?
         UNION ALL SELECT e.id FROM evidence e JOIN inside ON e.parent_id = inside.id)
       SELECT r.id, r.outcome FROM reading r JOIN evidence e ON e.id = r.evidence_id
       WHERE e.id IN (SELECT id FROM inside) AND r.reader IS NOT '${PERSON_READER}' ORDER BY e.number`,
      evidenceId,
    )
    .map((row) => ({ readingId: text(row, 'id'), outcome: jsonOrNull(row, 'outcome', FileOutcome) }));
}

function insertEvidence(
  db: WritableDb,
  arriving: Arriving,
  sha256: string,
  duplicateOf: string | null,
  made: { newId: () => string; now: string },
): string {
  const id = made.newId();
  db.run(
    `INSERT INTO evidence (id, number, receipt_id, parent_id, member_ordinal, role, path, name, sha256, bytes,
       received_at, zone, duplicate_of, owner_id)
     VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM evidence), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
       (SELECT owner_id FROM evidence WHERE id = ?))`,
    id,
    arriving.receiptId,
    arriving.parent?.evidenceId ?? null,
    arriving.parent?.ordinal ?? null,
    arriving.parent?.role ?? 'given',
    arriving.path,
    arriving.name,
    sha256,
    arriving.bytes instanceof Uint8Array ? arriving.bytes.length : arriving.bytes.bytes,
    made.now,
    arriving.zone,
    duplicateOf,
    // What comes out of somebody's phone or account is theirs too.
    arriving.parent?.evidenceId ?? null,
  );
  return id;
}

function duplicateOutcome(path: string, sha256: string, format: string | null): FileOutcome {
  return { ...emptyOutcome(path, sha256), outcome: 'duplicate', format, duplicateOf: sha256 };
}

/** A line of outcome with nothing said yet. */
export function emptyOutcome(path: string, sha256: string | null): FileOutcome {
  return {
    path,
    sha256,
    outcome: 'imported',
    kept: sha256 !== null,
    format: null,
    items: 0,
    firstAt: null,
    lastAt: null,
    authors: [],
    attachments: 0,
    warnings: [],
    error: null,
    duplicateOf: null,
    reader: null,
  };
}

/** Readings that wait or were cut off, quick ones first, so that words are searchable while pictures are still read. */
export function openReadings(db: ReadableDb): readonly OpenReading[] {
  return db
    .all(
      `SELECT r.id AS reading_id, e.id, e.path, e.name, e.sha256, e.zone, e.receipt_id, e.bytes
       FROM reading r JOIN evidence e ON e.id = r.evidence_id WHERE r.state <> 'complete' AND r.withdrawn = 0
         AND e.id NOT IN (SELECT evidence_id FROM locked_evidence) ORDER BY e.number`,
    )
    .map((row) => ({
      readingId: text(row, 'reading_id'),
      evidenceId: text(row, 'id'),
      path: text(row, 'path'),
      name: text(row, 'name'),
      sha256: text(row, 'sha256'),
      zone: textOrNull(row, 'zone'),
      receiptId: textOrNull(row, 'receipt_id'),
      bytes: integer(row, 'bytes'),
    }));
}

export interface OpenReading {
  /** Set where the file was read before: what came out of it then is known by its name and bytes, not by its place. */
  readonly again?: { readonly password: string | null };
  readonly readingId: string;
  readonly evidenceId: string;
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly zone: string | null;
  readonly receiptId: string | null;
  readonly bytes: number;
}
