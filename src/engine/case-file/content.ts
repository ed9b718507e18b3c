import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { must } from '../../contract/errors.ts';
import type { ReadableDb, WritableDb } from './connection.ts';
import { bytes, integer, text } from './rows.ts';

/** Chunks are cut before compression. 1 MiB keeps memory flat and is far below SQLite's largest blob. */
const CHUNK_BYTES = 1_048_576;
/** Compression is kept only where it saves at least an eighth; pictures and archives gain nothing. */
const WORTH_KEEPING = 7 / 8;

export function sha256Of(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * Stores bytes under their SHA-256 unless they are there already.
 * @param sha256 of exactly these bytes, where it was computed before; large files are not hashed twice
 * @returns the hash and whether they are new.
 */
export function storeContent(
  db: WritableDb,
  data: Uint8Array,
  sha256: string = sha256Of(data),
): { sha256: string; isNew: boolean } {
  if (hasContent(db, sha256)) return { sha256, isNew: false };
  const chunks = Math.ceil(data.length / CHUNK_BYTES);
  db.run('INSERT INTO content (sha256, bytes, chunks) VALUES (?, ?, ?)', sha256, data.length, chunks);
  for (let ordinal = 0; ordinal < chunks; ordinal++) {
    const chunk = data.subarray(ordinal * CHUNK_BYTES, (ordinal + 1) * CHUNK_BYTES);
    const packed = deflateRawSync(chunk, { level: 3 });
    const pays = packed.length < chunk.length * WORTH_KEEPING;
    db.run(
      'INSERT INTO content_chunk (sha256, ordinal, encoding, data) VALUES (?, ?, ?, ?)',
      sha256,
      ordinal,
      pays ? 'deflate' : 'raw',
      pays ? packed : chunk,
    );
  }
  return { sha256, isNew: true };
}

export function hasContent(db: ReadableDb, sha256: string): boolean {
  return db.get('SELECT 1 AS there FROM content WHERE sha256 = ?', sha256) !== null;
}

/** The bytes as received. */
export function loadContent(db: ReadableDb, sha256: string): Uint8Array {
  const content = must(db.get('SELECT bytes FROM content WHERE sha256 = ?', sha256), 'content is there');
  const whole = new Uint8Array(integer(content, 'bytes'));
  let at = 0;
  for (const row of db.all('SELECT encoding, data FROM content_chunk WHERE sha256 = ? ORDER BY ordinal', sha256)) {
    const chunk = text(row, 'encoding') === 'deflate' ? inflateRawSync(bytes(row, 'data')) : bytes(row, 'data');
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The bytes as received, chunk by chunk, so that a large recording never stands in memory whole. */
export function* contentPieces(db: ReadableDb, sha256: string): Generator<Uint8Array> {
  const content = must(db.get('SELECT chunks FROM content WHERE sha256 = ?', sha256), 'content is there');
  for (let ordinal = 0; ordinal < integer(content, 'chunks'); ordinal++) {
    const row = must(
      db.get('SELECT encoding, data FROM content_chunk WHERE sha256 = ? AND ordinal = ?', sha256, ordinal),
      'every chunk is there',
    );
    yield text(row, 'encoding') === 'deflate' ? inflateRawSync(bytes(row, 'data')) : bytes(row, 'data');
  }
}

/** A piece of the bytes as received; only the chunks that it touches are unpacked. @param from in bytes, below the size */
export function contentSlice(db: ReadableDb, sha256: string, from: number, length: number): Uint8Array {
  const first = Math.floor(from / CHUNK_BYTES);
  const last = Math.floor((from + length - 1) / CHUNK_BYTES);
  const rows = db.all(
    'SELECT encoding, data FROM content_chunk WHERE sha256 = ? AND ordinal BETWEEN ? AND ? ORDER BY ordinal',
    sha256,
    first,
    last,
  );
  const pieces = rows.map((row) =>
    text(row, 'encoding') === 'deflate' ? inflateRawSync(bytes(row, 'data')) : bytes(row, 'data'),
  );
  const start = from - first * CHUNK_BYTES;
  return new Uint8Array(Buffer.concat(pieces).subarray(start, start + length));
}
