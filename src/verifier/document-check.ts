import { inflateRawSync } from 'node:zlib';
import { Found, numberOf, type SqlReader, textOf } from './reader.ts';
import { NO_HASH, type Removals } from './removals.ts';

/** A document prints a fingerprint of a line before its own, and its exhibits are the sources that bear their numbers. */
export function checkDocuments(db: SqlReader, removals: Removals): void {
  const exhibits = exhibitHashes(db);
  for (const row of db.all(
    `SELECT d.id, d.number, d.title, d.fingerprint, d.input_sha256,
       (SELECT min(c.seq) FROM ledger_change c WHERE c.tbl = 'document' AND c.row_id = d.id) AS seq,
       (SELECT p.seq FROM checkpoint p WHERE p.fingerprint = d.fingerprint) AS printed
     FROM document d ORDER BY d.number`,
  )) {
    const where = `document ${numberOf(row, 'number')} (${textOf(row, 'title')})`;
    const seq = numberOf(row, 'seq');
    if (row['printed'] === null || numberOf(row, 'printed') >= seq) {
      throw new Found('a document prints a fingerprint that is not in the record', where, seq);
    }
    if (removals.hasNoBytes('document', textOf(row, 'id'))) continue;
    for (const { number, sha256 } of exhibitsNamed(db, textOf(row, 'input_sha256'))) {
      const recorded = exhibits.get(number);
      if (recorded !== undefined && recorded !== NO_HASH && recorded !== sha256) {
        throw new Found('an exhibit of a document differs', `${where}, exhibit ${number}`, seq);
      }
    }
  }
}

/** SHA-256 of the sources that bear exhibit numbers, by number (`A-1`). */
function exhibitHashes(db: SqlReader): ReadonlyMap<string, string> {
  return new Map(
    db
      .all('SELECT x.number, e.sha256 FROM exhibit x JOIN evidence e ON e.id = x.evidence_id')
      .map((row) => [`A-${numberOf(row, 'number')}`, textOf(row, 'sha256')]),
  );
}

interface Exhibit {
  readonly number: string;
  readonly sha256: string;
}

function exhibitsNamed(db: SqlReader, sha256: string): readonly Exhibit[] {
  const input: unknown = JSON.parse(contentText(db, sha256));
  if (typeof input !== 'object' || input === null || !('exhibits' in input) || !Array.isArray(input.exhibits))
    return [];
  return input.exhibits.filter(isExhibit);
}

function isExhibit(value: unknown): value is Exhibit {
  if (typeof value !== 'object' || value === null || !('number' in value) || !('sha256' in value)) return false;
  return typeof value.number === 'string' && typeof value.sha256 === 'string';
}

function contentText(db: SqlReader, sha256: string): string {
  const pieces = db
    .all('SELECT encoding, data FROM content_chunk WHERE sha256 = ? ORDER BY ordinal', sha256)
    .map((row) => {
      const data = row['data'];
      if (!(data instanceof Uint8Array)) throw new Found('a document is missing', `content ${sha256.slice(0, 12)}`);
      return textOf(row, 'encoding') === 'deflate' ? inflateRawSync(data) : data;
    });
  return Buffer.concat(pieces).toString('utf8');
}
