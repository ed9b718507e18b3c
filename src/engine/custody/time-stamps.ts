import { randomBytes } from 'node:crypto';
import { TimeStampRow } from '../../contract/custody.ts';
import { raise } from '../../contract/errors.ts';
import { integer, type ReadableDb, type Row, text, textOrNull, type WritableDb } from '../case-file/index.ts';

const COLUMNS = `t.id, t.number, t.fingerprint, t.stamped_at, t.authority, t.at, t.by,
  (SELECT p.seq FROM checkpoint p WHERE p.fingerprint = t.fingerprint) AS entry`;

export function timeStamps(db: ReadableDb): readonly TimeStampRow[] {
  return db.all(`SELECT ${COLUMNS} FROM time_stamp t WHERE t.withdrawn = 0 ORDER BY t.number`).map(toTimeStamp);
}

function toTimeStamp(row: Row): TimeStampRow {
  return TimeStampRow.parse({
    id: text(row, 'id'),
    number: integer(row, 'number'),
    fingerprint: text(row, 'fingerprint'),
    entry: integer(row, 'entry'),
    stampedAt: textOrNull(row, 'stamped_at'),
    authority: textOrNull(row, 'authority'),
    at: text(row, 'at'),
    by: text(row, 'by'),
  });
}

/** A request over a checkpoint's fingerprint: RFC 3161, 2.4.1, with a nonce and the wish for the certificate. */
export function timeStampRequest(fingerprint: string): Uint8Array {
  const digest = Buffer.from(fingerprint, 'hex');
  const sha256 = Buffer.from('300d06096086480165030402010500', 'hex');
  const imprint = der(0x30, sha256, der(0x04, digest));
  // The first bit stays clear: a nonce below zero would be written otherwise.
  const nonce = randomBytes(8);
  nonce.writeUInt8((nonce.readUInt8(0) & 0x3f) | 0x40, 0);
  return der(0x30, der(0x02, Buffer.from([1])), imprint, der(0x02, nonce), der(0x01, Buffer.from([0xff])));
}

/** Every part here is shorter than 128 bytes. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, content.length]), content]);
}

export function keepRequest(
  db: WritableDb,
  stamp: { readonly id: string; readonly fingerprint: string; readonly request: Uint8Array },
  who: { readonly at: string; readonly by: string },
): void {
  db.run(
    `INSERT INTO time_stamp (id, number, fingerprint, request, at, by)
     VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM time_stamp), ?, ?, ?, ?)`,
    stamp.id,
    stamp.fingerprint,
    Buffer.from(stamp.request).toString('base64'),
    who.at,
    who.by,
  );
}

export function keepResponse(
  db: WritableDb,
  id: string,
  response: Uint8Array,
  told: { readonly stampedAt: string; readonly authority: string },
): void {
  db.run(
    'UPDATE time_stamp SET response = ?, stamped_at = ?, authority = ? WHERE id = ?',
    Buffer.from(response).toString('base64'),
    told.stampedAt,
    told.authority,
    id,
  );
}

/** The request that waits for its answer. @throws not-found, stamp-answered */
export function requestOf(db: ReadableDb, id: string): { readonly fingerprint: string; readonly request: Uint8Array } {
  const row = db.get('SELECT fingerprint, request, response FROM time_stamp WHERE id = ? AND withdrawn = 0', id);
  if (row === null) raise('not-found', { what: 'time-stamp request' });
  if (textOrNull(row, 'response') !== null) raise('stamp-answered');
  return { fingerprint: text(row, 'fingerprint'), request: Buffer.from(text(row, 'request'), 'base64') };
}
