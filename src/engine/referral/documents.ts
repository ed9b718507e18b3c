import type { z } from 'zod';
import {
  type DocumentAddress,
  DocumentFormat,
  type DocumentKind,
  DocumentRow,
  type MakeDocument,
} from '../../contract/document.ts';
import { must, raise } from '../../contract/errors.ts';
import type { DocumentRemoval } from '../../contract/redaction.ts';
import { integer, loadContent, type ReadableDb, type Row, sha256Of, storeContent, text } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { currentFingerprint } from '../custody/index.ts';
import { people } from '../people/index.ts';
import { gateOf } from '../procedure/index.ts';
import { decidedWords, groundOf, keyRows } from '../redaction/index.ts';
import { assertNothingLeft } from './check-made.ts';
import { keepExhibitNumbers } from './gather/exhibits.ts';
import { readinessOf } from './gather/readiness.ts';
import { type Scope, scopeFor } from './gather/scope.ts';
import { wordPoints } from './kinds/word-points.ts';
import { knownKind, titleOf } from './known-kinds.ts';
import { type Made, makeDocument, printedPictures } from './make-document.ts';
import { assertDecided, redactionPoints } from './redaction-view.ts';
import { keepRemovals, removalsOf } from './removal-store.ts';

type Order = z.output<typeof MakeDocument>;
type Address = z.output<typeof DocumentAddress>;

/** Goes up when a template changes what it prints. */
const TEMPLATE_VERSION = '1';

/**
 * Issues a document for good: its frozen input, its bytes, its exhibit numbers and its ledger line in one transaction.
 * It prints the checkpoint before its own freeze; where the case moved on while it was set, it is set again. Before the
 * freeze the file is opened anew and refused where anything is left that was to be taken out.
 * @throws gate-closed, redaction-undecided, redaction-leak and what makeDocument throws
 */
export async function issueDocument(engine: EngineCore, order: Order): Promise<DocumentRow> {
  for (;;) {
    const scope = await scopeFor(engine, order.respondentId);
    assertGateOpen(engine, scope, knownKind(order.kind));
    const fingerprint = currentFingerprint(scope.db);
    const made = await makeDocument(engine, { ...order, respondentId: scope.respondent.id }, false);
    assertDecided(engine, made);
    await assertNothingLeft(engine, made, order.format);
    if (currentFingerprint(scope.db) !== fingerprint) continue;
    return freeze(engine, made, order, fingerprint);
  }
}

function assertGateOpen(engine: EngineCore, scope: Scope, kind: DocumentKind): void {
  const gate = gateOf(engine, scope.db, scope.respondent.name, `document:${kind}`);
  if (gate === null || gate.open) return;
  raise('gate-closed', { document: `The ${titleOf(kind, 'en').toLowerCase()}`, missing: gate.missing.join(' ') });
}

function freeze(engine: EngineCore, made: Made, order: Order, fingerprint: string): DocumentRow {
  const { host } = engine;
  const about = `Issued: ${made.title.toLowerCase()} for person ${made.scope.respondent.number}`;
  const row = engine.record({ did: 'document.issue', about }, (db) => {
    if (made.exhibits !== null) keepExhibitNumbers(db, made.exhibits.numbers, host.newId);
    const input = storeContent(db, Buffer.from(made.frozen, 'utf8'));
    const output = storeContent(db, made.bytes);
    const id = host.newId();
    db.run(
      `INSERT INTO document (id, number, kind, title, respondent_id, issued_at, by, template_version, standard, pages,
         fingerprint, input_sha256, output_sha256, format, language, audience)
       VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM document), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      made.kind,
      made.title,
      made.scope.respondent.id,
      host.now(),
      engine.by,
      TEMPLATE_VERSION,
      order.standard,
      made.pages,
      fingerprint,
      input.sha256,
      output.sha256,
      order.format,
      order.language,
      made.audience,
    );
    keepRemovals(db, id, keyOfMade(made), host.newId);
    return db.get(`SELECT ${COLUMNS} FROM document WHERE id = ?`, id);
  });
  engine.changed('documents', 'steps');
  return toDocument(engine.session.file.connection.readable, must(row, 'issueDocument: one row comes back'));
}

/** What was taken out of it, with the words that stood there: it stays in the case file. */
function keyOfMade(made: Made) {
  const { redaction, db } = made.scope;
  const pictures = printedPictures(made).map(({ file, evidenceId }) => ({
    place: `Exhibit ${file}`,
    regions: redaction.regionsOf(evidenceId),
  }));
  return keyRows(redaction, made.found, decidedWords(db, made.audience), pictures);
}

/** What was taken out of an issued document, place by place, without the words. @throws not-found */
export function documentRemovals(engine: EngineCore, db: ReadableDb, id: string): readonly DocumentRemoval[] {
  if (db.get('SELECT 1 AS there FROM document WHERE id = ?', id) === null) raise('not-found', { what: 'document' });
  return removalsOf(db, id).map(({ place, what, shown, times, reason, ground }) => ({
    place,
    what,
    shown,
    times,
    reason,
    ground: groundOf(engine.host.resourcesDir, ground),
  }));
}

const COLUMNS = `id, number, kind, title, respondent_id, issued_at, by, output_sha256, pages, fingerprint, standard,
  coalesce(format, 'pdf') AS format, coalesce(language, 'en') AS language,
  coalesce(audience, 'district') AS audience,
  (SELECT count(*) FROM document_removal r WHERE r.document_id = document.id AND r.withdrawn = 0) AS removals`;

/** Every issued document, oldest first. */
export function documents(db: ReadableDb): readonly DocumentRow[] {
  return db
    .all(`SELECT ${COLUMNS} FROM document WHERE withdrawn = 0 ORDER BY number`)
    .map((row) => toDocument(db, row));
}

/** A made document's bytes with what they are. */
interface MadeFile {
  readonly bytes: Uint8Array;
  readonly format: DocumentFormat;
}

/** The bytes of an issued document; null where there is none of that id, or where it was removed on a written instruction. */
export function documentFile(db: ReadableDb, id: string): MadeFile | null {
  const row = db.get(
    `SELECT ${COLUMNS} FROM document WHERE id = ?1
       AND NOT EXISTS (SELECT 1 FROM removal_row r WHERE r.tbl = 'document' AND r.row_id = ?1)`,
    id,
  );
  if (row === null) return null;
  return { bytes: loadContent(db, text(row, 'output_sha256')), format: DocumentFormat.parse(text(row, 'format')) };
}

function toDocument(db: ReadableDb, row: Row): DocumentRow {
  const respondent = people(db).find(({ id }) => id === row['respondent_id']);
  return DocumentRow.parse({
    id: text(row, 'id'),
    number: integer(row, 'number'),
    kind: text(row, 'kind'),
    title: text(row, 'title'),
    respondent: respondent?.name ?? '',
    issuedAt: text(row, 'issued_at'),
    by: text(row, 'by'),
    sha256: text(row, 'output_sha256'),
    pages: integer(row, 'pages'),
    fingerprint: text(row, 'fingerprint'),
    standard: text(row, 'standard'),
    format: text(row, 'format'),
    language: text(row, 'language'),
    audience: text(row, 'audience'),
    removals: integer(row, 'removals'),
  });
}

/** What is missing or weak before a document of this kind is issued. */
export async function readiness(engine: EngineCore, address: Address) {
  const { kind, respondentId, language } = address;
  const scope = await scopeFor(engine, respondentId);
  const known = knownKind(kind);
  const points = readinessOf(scope, known);
  const words = known === 'disciplinary-referral' ? [] : wordPoints(scope, known, language);
  return [...points, ...words, ...(await redactionPoints(engine, address))];
}

/** Drafts live in memory only, the newest few: a draft changes nothing in the case. */
export class Drafts {
  readonly #kept = new Map<string, MadeFile>();
  static readonly #most = 4;

  keep(id: string, file: MadeFile): void {
    this.#kept.set(id, file);
    for (const old of [...this.#kept.keys()].slice(0, -Drafts.#most)) this.#kept.delete(old);
  }

  get(id: string): MadeFile | null {
    return this.#kept.get(id) ?? null;
  }

  forget(): void {
    this.#kept.clear();
  }
}

export function draftSha256(bytes: Uint8Array): string {
  return sha256Of(bytes);
}
