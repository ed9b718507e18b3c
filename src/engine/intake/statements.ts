import type { z } from 'zod';
import { raise } from '../../contract/errors.ts';
import type { EvidenceRow, FileOutcome, NewStatement } from '../../contract/evidence.ts';
import type { ItemDraft } from '../../contract/item.ts';
import type { Moment } from '../../contract/moment.ts';
import { sha256Of, storeContent, type WritableDb } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { keepItems } from '../items/index.ts';
import { startLookThrough } from '../mapping/index.ts';
import { evidenceById, recordReceipt } from './evidence.ts';
import { emptyOutcome } from './receive.ts';

type Statement = z.output<typeof NewStatement>;

/** Named as the reader of what a person typed in: nothing was read by machine. */
const STATEMENT_READER = 'statement';

/**
 * Takes what somebody said, or a note, as evidence: the words as they were typed are the bytes of a source with its own
 * receipt sheet, and one item with its author and moment. Receiving is not reversed. @throws bad-input for an empty one
 * @param also what else belongs into the same transaction, told the new source
 */
export function takeStatement(
  engine: EngineCore,
  statement: Statement,
  also: (db: WritableDb, evidenceId: string) => void = () => undefined,
): EvidenceRow {
  const { host, session } = engine;
  const about = statement.kind === 'oral-statement' ? 'Took down an oral statement' : 'Took a note as evidence';
  const id = engine.record({ did: 'statement.record', about }, (db, seq) => {
    const evidenceId = write(db, seq, engine, statement, host.newId);
    also(db, evidenceId);
    return evidenceId;
  });
  engine.changed('evidence', 'items', 'steps');
  startLookThrough(engine);
  return evidenceById(session.file.connection.readable, id);
}

function write(db: WritableDb, seq: number, engine: EngineCore, statement: Statement, newId: () => string): string {
  const bytes = Buffer.from(statement.words, 'utf8');
  const sha256 = sha256Of(bytes);
  const now = engine.host.now();
  if (db.get('SELECT 1 AS there FROM evidence WHERE sha256 = ? LIMIT 1', sha256) !== null) {
    raise('bad-input', { why: 'exactly these words are in the case as evidence already.' });
  }
  const receipt = recordReceipt(db, newId(), {
    fromWhom: statement.fromWhom,
    receivedAt: statement.saidAt,
    howObtained: 'own-note',
    completeness: 'complete',
    originalAskedFor: 'not-applicable',
    note: noteOf(statement, engine.by),
    takenOff: null,
  });
  storeContent(db, bytes, sha256);
  const evidenceId = newId();
  const name = nameOf(statement);
  db.run(
    `INSERT INTO evidence (id, number, receipt_id, role, path, name, sha256, bytes, received_at)
     VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM evidence), ?, 'given', ?, ?, ?, ?, ?)`,
    evidenceId,
    receipt.id,
    name,
    name,
    sha256,
    bytes.length,
    now,
  );
  const readingId = newId();
  const outcome: FileOutcome = {
    ...emptyOutcome(name, sha256),
    format: 'note',
    items: 1,
    firstAt: statement.saidAt,
    lastAt: statement.saidAt,
    authors: [statement.fromWhom],
    reader: `${STATEMENT_READER}@1`,
  };
  db.run(
    `INSERT INTO reading (id, evidence_id, state, reader, reader_version, outcome) VALUES (?, ?, 'complete', ?, 1, ?)`,
    readingId,
    evidenceId,
    STATEMENT_READER,
    JSON.stringify(outcome),
  );
  keepItems(db, seq, { evidenceId, readingId, firstOrdinal: 0 }, [itemOf(statement, engine.by)], newId);
  return evidenceId;
}

function nameOf({ kind, fromWhom, saidAt }: Statement): string {
  const what = kind === 'oral-statement' ? 'Oral statement' : 'Note';
  const whom = fromWhom
    .replace(/[\p{Cc}\\/:*?"<>|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${what} of ${whom}, ${saidAt.slice(0, 10)}.txt`;
}

function noteOf({ kind, present }: Statement, by: string): string {
  const made = kind === 'oral-statement' ? `Said by word of mouth; written down by ${by}.` : `Typed in by ${by}.`;
  return present === null ? made : `${made} Present: ${present}.`;
}

function itemOf(statement: Statement, by: string): ItemDraft {
  return {
    locator: 'the whole note',
    kind: 'document',
    platform: null,
    author: { name: statement.fromWhom, handle: null },
    recipients: [],
    thread: null,
    audience: null,
    sentAt: momentOf(statement.saidAt),
    title:
      statement.kind === 'oral-statement' ? `Oral statement of ${statement.fromWhom}` : `Note of ${statement.fromWhom}`,
    text: statement.words,
    url: null,
    attachments: [],
    edited: null,
    deleted: null,
    derived: null,
    regions: [],
    facts: [
      { label: 'Written down by', value: by },
      ...(statement.present === null ? [] : [{ label: 'Present', value: statement.present }]),
    ],
  };
}

/** A person stated when it was said, with the offset of their clock. */
function momentOf(saidAt: string): Moment {
  const offset = /(?:Z|[+-]\d\d:\d\d)$/.exec(saidAt)?.[0] ?? null;
  const local = saidAt.slice(0, 19).padEnd(19, ':00');
  return {
    asWritten: saidAt,
    local,
    instant: `${new Date(saidAt).toISOString().slice(0, 19)}Z`,
    zone: offset === 'Z' ? null : offset,
    basis: 'person',
    precision: 'minute',
    certainty: 'stated',
    readings: [],
  };
}
