import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { Found, numberOf, type SqlReader, textOf } from './reader.ts';
import { NO_HASH, type Removals } from './removals.ts';

/** Hashes every stored content anew, chunk by chunk, and holds evidence and documents to it. */
export function checkContents(db: SqlReader, removals: Removals): { sources: number; documents: number } {
  const without = contentsWithoutBytes(db, removals);
  for (const row of db.all('SELECT sha256, bytes, chunks FROM content ORDER BY sha256')) {
    const sha256 = textOf(row, 'sha256');
    if (without.has(sha256)) {
      checkTaken(db, sha256);
      continue;
    }
    const { digest, bytes } = digestOf(db, sha256, numberOf(row, 'chunks'));
    if (digest !== sha256 || bytes !== numberOf(row, 'bytes')) {
      throw new Found('source bytes differ', nameOf(db, sha256), entryOf(db, sha256));
    }
  }
  checkStrays(db);
  return { sources: checkSources(db, removals), documents: checkDocuments(db) };
}

function checkSources(db: SqlReader, removals: Removals): number {
  const sources = db.all('SELECT id, number, name, sha256, bytes FROM evidence ORDER BY number');
  for (const row of sources) {
    const content = db.all('SELECT bytes FROM content WHERE sha256 = ?', textOf(row, 'sha256'))[0];
    const where = `source ${numberOf(row, 'number')} (${textOf(row, 'name')})`;
    if (content === undefined) throw new Found('source bytes are missing', where);
    if (removals.isEmptied('evidence', textOf(row, 'id')) !== (textOf(row, 'sha256') === NO_HASH)) {
      throw new Found('a removal left the hash of a source behind', where);
    }
    if (textOf(row, 'sha256') === NO_HASH) continue;
    if (numberOf(content, 'bytes') !== numberOf(row, 'bytes')) throw new Found('source size differs', where);
  }
  return sources.length;
}

function checkDocuments(db: SqlReader): number {
  const documents = db.all('SELECT number, title, input_sha256, output_sha256 FROM document ORDER BY number');
  for (const row of documents) {
    for (const column of ['input_sha256', 'output_sha256']) {
      const content = db.all('SELECT 1 AS there FROM content WHERE sha256 = ?', textOf(row, column))[0];
      if (content === undefined)
        throw new Found('a document is missing', `document ${numberOf(row, 'number')} (${textOf(row, 'title')})`);
    }
  }
  return documents.length;
}

/** Contents whose bytes a removal took: the empty place of removed sources, files around them, documents that showed them. */
function contentsWithoutBytes(db: SqlReader, removals: Removals): ReadonlySet<string> {
  const without = new Set<string>();
  for (const row of db.all('SELECT id, sha256 FROM evidence')) {
    const id = textOf(row, 'id');
    if (removals.isEmptied('evidence', id) || removals.hasNoBytes('evidence', id)) without.add(textOf(row, 'sha256'));
  }
  for (const row of db.all('SELECT id, input_sha256, output_sha256 FROM document')) {
    if (!removals.hasNoBytes('document', textOf(row, 'id'))) continue;
    without.add(textOf(row, 'input_sha256'));
    without.add(textOf(row, 'output_sha256'));
  }
  return without;
}

function checkTaken(db: SqlReader, sha256: string): void {
  const left = db.all('SELECT 1 AS there FROM content_chunk WHERE sha256 = ? LIMIT 1', sha256);
  if (left.length > 0) throw new Found('a removal left bytes behind', nameOf(db, sha256), entryOf(db, sha256));
}

/** Bytes that no source, document or other part of the case names were put there from outside. */
function checkStrays(db: SqlReader): void {
  const chunk = db.all(
    `SELECT k.sha256 FROM content_chunk k LEFT JOIN content c ON c.sha256 = k.sha256
     WHERE c.sha256 IS NULL OR k.ordinal < 0 OR k.ordinal >= c.chunks LIMIT 1`,
  )[0];
  if (chunk !== undefined)
    throw new Found('bytes were added outside the evidence record', nameOf(db, textOf(chunk, 'sha256')));
  const content = db.all(
    `SELECT sha256 FROM content WHERE sha256 NOT IN (SELECT sha256 FROM evidence)
       AND sha256 NOT IN (SELECT input_sha256 FROM document) AND sha256 NOT IN (SELECT output_sha256 FROM document) LIMIT 1`,
  )[0];
  if (content !== undefined)
    throw new Found('bytes were added outside the evidence record', nameOf(db, textOf(content, 'sha256')));
}

function digestOf(db: SqlReader, sha256: string, chunks: number): { digest: string; bytes: number } {
  const hash = createHash('sha256');
  let bytes = 0;
  for (let ordinal = 0; ordinal < chunks; ordinal++) {
    const chunk = db.all(
      'SELECT encoding, data FROM content_chunk WHERE sha256 = ? AND ordinal = ?',
      sha256,
      ordinal,
    )[0];
    const data = chunk?.['data'];
    if (chunk === undefined || !(data instanceof Uint8Array)) return { digest: '', bytes };
    try {
      const plain = textOf(chunk, 'encoding') === 'deflate' ? inflateRawSync(data) : data;
      hash.update(plain);
      bytes += plain.length;
    } catch {
      return { digest: '', bytes };
    }
  }
  return { digest: hash.digest('hex'), bytes };
}

function nameOf(db: SqlReader, sha256: string): string {
  const evidence = db.all('SELECT number, name FROM evidence WHERE sha256 = ? ORDER BY number LIMIT 1', sha256)[0];
  if (evidence !== undefined) return `source ${numberOf(evidence, 'number')} (${textOf(evidence, 'name')})`;
  const document = db.all(
    'SELECT number, title FROM document WHERE ? IN (input_sha256, output_sha256) ORDER BY number LIMIT 1',
    sha256,
  )[0];
  return document === undefined
    ? `content ${sha256.slice(0, 12)}`
    : `document ${numberOf(document, 'number')} (${textOf(document, 'title')})`;
}

/** The entry that received the bytes. */
function entryOf(db: SqlReader, sha256: string): number | null {
  const row = db.all(
    `SELECT c.seq FROM ledger_change c JOIN evidence e ON e.id = c.row_id AND c.tbl = 'evidence'
     WHERE e.sha256 = ? ORDER BY c.seq LIMIT 1`,
    sha256,
  )[0];
  return row === undefined ? null : numberOf(row, 'seq');
}
