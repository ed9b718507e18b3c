import type { z } from 'zod';
import {
  ComposedKindName,
  type DocumentAddress,
  DocumentFormat,
  type DocumentKind,
  type DocumentKindRow,
  DocumentRow,
  type MakeDocument,
} from '../../contract/document.ts';
import { EvenhandError, must, raise } from '../../contract/errors.ts';
import { integer, loadContent, type ReadableDb, type Row, sha256Of, storeContent, text } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { currentFingerprint } from '../custody/index.ts';
import { evidenceById } from '../intake/index.ts';
import { veilPicture } from '../keeping/index.ts';
import { people } from '../people/index.ts';
import { gateOf } from '../procedure/index.ts';
import { compelledWordsIn } from './gather/compelled.ts';
import { type Exhibits, keepExhibitNumbers } from './gather/exhibits.ts';
import { readinessOf } from './gather/readiness.ts';
import { gatherReferral } from './gather/referral.ts';
import { type Scope, scopeFor } from './gather/scope.ts';
import { DocumentError } from './input/document-error.ts';
import { REFERRAL_TITLE } from './input/document-kinds.ts';
import { compose } from './kinds/compose.ts';
import { composedKinds } from './kinds/index.ts';
import { wordPoints } from './kinds/word-points.ts';
import { renderInWorker } from './render/render-in-worker.ts';

type Order = z.output<typeof MakeDocument>;
/** Words that are typed and not kept yet, by part. */
type Typed = Readonly<Record<string, string>>;
type Address = z.output<typeof DocumentAddress>;

/** Goes up when a template changes what it prints. */
const TEMPLATE_VERSION = '1';

interface Made {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly input: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly exhibits: Exhibits | null;
  readonly scope: Scope;
}

/** Makes a document from the case as it stands. It writes nothing. @throws kind-unknown, language-not-offered, document-failed, no-respondent */
export async function makeDocument(engine: EngineCore, order: Order, draft: boolean, typed: Typed = {}): Promise<Made> {
  const kind = knownKind(order.kind);
  const scope = await scopeFor(engine, order.respondentId);
  const { input, exhibits } =
    kind === 'disciplinary-referral'
      ? gatherReferral(scope, draft)
      : compose(scope, kind, { draft, language: order.language, typed });
  const apart = compelledWordsIn(scope.db, kind, input);
  if (apart !== null) {
    raise('document-failed', {
      why: `words of a compelled statement stand in it (“${apart}”), and they belong in no document but its own record. Say it without them.`,
    });
  }
  const frozen = JSON.stringify(input);
  const title = titleOf(kind, order.language);
  try {
    const { bytes, pages } = await renderInWorker(() => engine.host.startWorker('render'), {
      kind,
      input: JSON.parse(frozen),
      pictures: picturesOf(scope, exhibits, draft),
      standard: order.standard,
      format: order.format,
    });
    return { kind, title, input: frozen, bytes, pages, exhibits, scope };
  } catch (error) {
    if (error instanceof DocumentError) throw new EvenhandError('document-failed', { why: error.message }, error);
    throw error;
  }
}

/** The kinds of document there are, in the order in which a matter usually needs them. */
export function documentKinds(): DocumentKindRow[] {
  const composed = Object.values(composedKinds).map(
    ({ kind, title, group, about }): DocumentKindRow => ({
      kind,
      title: title.en,
      group,
      about,
      languages: title.es === undefined ? ['en'] : ['en', 'es'],
    }),
  );
  const referral: DocumentKindRow = {
    kind: 'disciplinary-referral',
    title: REFERRAL_TITLE,
    group: 'records',
    about: 'The whole matter for the person who decides: facts, evidence both ways, findings, steps, exhibits.',
    languages: ['en'],
  };
  return [referral, ...composed];
}

function titleOf(kind: DocumentKind, language: Order['language']): string {
  if (kind === 'disciplinary-referral') return REFERRAL_TITLE;
  return composedKinds[kind].title[language] ?? composedKinds[kind].title.en;
}

function knownKind(kind: string): DocumentKind {
  if (kind === 'disciplinary-referral') return kind;
  return composedKind(kind);
}

/** @throws kind-unknown for one that is not composed of parts, or is none */
export function composedKind(kind: string): ComposedKindName {
  const known = ComposedKindName.safeParse(kind);
  if (known.success) return known.data;
  raise('kind-unknown', {
    kind,
    known: documentKinds()
      .map((one) => one.kind)
      .join(', '),
  });
}

/** The exhibits' pictures; in a draft a graphic one is veiled, since only the issued document has to show it. */
function picturesOf({ db }: Scope, exhibits: Exhibits | null, draft: boolean): ReadonlyMap<string, Uint8Array> {
  return new Map(
    [...(exhibits?.pictures ?? [])].map(([file, id]) => {
      const { sha256, veiled } = evidenceById(db, id);
      return [file, draft && veiled ? veilPicture : loadContent(db, sha256)];
    }),
  );
}

/**
 * Issues a document for good: its frozen input, its bytes, its exhibit numbers and its ledger line in one transaction.
 * It prints the checkpoint before its own freeze; where the case moved on while it was set, it is set again.
 * @throws gate-closed and what makeDocument throws
 */
export async function issueDocument(engine: EngineCore, order: Order): Promise<DocumentRow> {
  for (;;) {
    const scope = await scopeFor(engine, order.respondentId);
    assertGateOpen(engine, scope, knownKind(order.kind));
    const fingerprint = currentFingerprint(scope.db);
    const made = await makeDocument(engine, { ...order, respondentId: scope.respondent.id }, false);
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
    const input = storeContent(db, Buffer.from(made.input, 'utf8'));
    const output = storeContent(db, made.bytes);
    return db.get(
      `INSERT INTO document (id, number, kind, title, respondent_id, issued_at, by, template_version, standard, pages,
         fingerprint, input_sha256, output_sha256, format, language)
       VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM document), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       RETURNING ${COLUMNS}`,
      host.newId(),
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
    );
  });
  engine.changed('documents', 'steps');
  return toDocument(engine.session.file.connection.readable, must(row, 'issueDocument: one row comes back'));
}

const COLUMNS = `id, number, kind, title, respondent_id, issued_at, by, output_sha256, pages, fingerprint, standard,
  coalesce(format, 'pdf') AS format, coalesce(language, 'en') AS language`;

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
  });
}

/** What is missing or weak before a document of this kind is issued. */
export async function readiness(engine: EngineCore, { kind, respondentId, language }: Address) {
  const scope = await scopeFor(engine, respondentId);
  const known = knownKind(kind);
  const points = readinessOf(scope, known);
  return known === 'disciplinary-referral' ? points : [...points, ...wordPoints(scope, known, language)];
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
