import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { deflateRaw, deflateRawSync, inflateRawSync } from 'node:zlib';
import { must } from '../../contract/errors.ts';
import type { ReadableDb, WritableDb } from './connection.ts';
import { bytes, integer, text } from './rows.ts';

/** Chunks are cut before compression. 1 MiB keeps memory flat and is far below SQLite's largest blob. */
const CHUNK_BYTES = 1_048_576;
/** Compression is kept only where it saves at least an eighth; pictures and archives gain nothing. */
const WORTH_KEEPING = 7 / 8;
const LEVEL = 3;
const SAMPLE_BYTES = 16_384;
/** A sample is short and begins without anything to refer back to, so that it is judged more mildly than a chunk. */
const HARDLY_SHORTER = 0.95;
const PACKED_AT_A_TIME = 4;

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
  insertContent(db, sha256, data.length, chunks);
  for (let ordinal = 0; ordinal < chunks; ordinal++) {
    const chunk = data.subarray(ordinal * CHUNK_BYTES, (ordinal + 1) * CHUNK_BYTES);
    const packed = isPackedAlready(chunk) ? chunk : deflateRawSync(chunk, { level: LEVEL });
    insertChunk(db, sha256, ordinal, theShorter(chunk, packed));
  }
  return { sha256, isNew: true };
}

interface Chunk {
  readonly encoding: 'raw' | 'deflate';
  readonly data: Uint8Array;
}

function theShorter(chunk: Uint8Array, packed: Uint8Array): Chunk {
  const pays = packed.length < chunk.length * WORTH_KEEPING;
  return pays ? { encoding: 'deflate', data: packed } : { encoding: 'raw', data: chunk };
}

function insertContent(db: WritableDb, sha256: string, bytes: number, chunks: number): void {
  db.run('INSERT INTO content (sha256, bytes, chunks) VALUES (?, ?, ?)', sha256, bytes, chunks);
}

function insertChunk(db: WritableDb, sha256: string, ordinal: number, { encoding, data }: Chunk): void {
  db.run(
    'INSERT INTO content_chunk (sha256, ordinal, encoding, data) VALUES (?, ?, ?, ?)',
    sha256,
    ordinal,
    encoding,
    data,
  );
}

/** Two samples that no packing makes shorter: then the chunk, of a recording or an archive, is not tried as a whole. */
function isPackedAlready(chunk: Uint8Array): boolean {
  if (chunk.length < 16 * SAMPLE_BYTES) return false;
  return [1, 3].every((quarter) => {
    const at = Math.floor((chunk.length * quarter) / 4);
    const sample = chunk.subarray(at, at + SAMPLE_BYTES);
    return deflateRawSync(sample, { level: 1 }).length > sample.length * HARDLY_SHORTER;
  });
}

const deflateAside = promisify(deflateRaw);

/** Bytes hashed and packed, ready to be stored. */
export interface PackedContent {
  readonly sha256: string;
  readonly bytes: number;
  readonly chunks: readonly Chunk[];
}

/**
 * Reads a large file once, hashes it and packs it beside other work of the process.
 * @throws what the file system throws
 */
export async function packFile(path: string): Promise<PackedContent> {
  const hash = createHash('sha256');
  const packing: Promise<Chunk>[] = [];
  let bytes = 0;
  const file = await open(path, 'r');
  try {
    for (;;) {
      const chunk = await nextChunk(file);
      if (chunk.length === 0) break;
      bytes += chunk.length;
      hash.update(chunk);
      packing.push(packAside(chunk));
      // The machine packs a few at a time; more would only wait in memory, unpacked.
      await packing.at(-PACKED_AT_A_TIME);
    }
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes, chunks: await Promise.all(packing) };
}

async function nextChunk(file: FileHandle): Promise<Uint8Array> {
  const chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  let filled = 0;
  while (filled < CHUNK_BYTES) {
    const { bytesRead } = await file.read(chunk, filled, CHUNK_BYTES - filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return chunk.subarray(0, filled);
}

async function packAside(chunk: Uint8Array): Promise<Chunk> {
  return theShorter(chunk, isPackedAlready(chunk) ? chunk : await deflateAside(chunk, { level: LEVEL }));
}

/** The steps in which packed bytes go into the case file, for one transaction; none where they are there already. */
export function* storingSteps(db: ReadableDb, content: PackedContent): Generator<(db: WritableDb) => void> {
  const { sha256, bytes, chunks } = content;
  if (hasContent(db, sha256)) return;
  yield (writable) => insertContent(writable, sha256, bytes, chunks.length);
  for (const [ordinal, chunk] of chunks.entries()) yield (writable) => insertChunk(writable, sha256, ordinal, chunk);
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

/** The bytes as received, put together in pieces, with a breath between them in which others are answered. */
export async function loadContentAside(
  db: ReadableDb,
  sha256: string,
  breath: () => Promise<unknown>,
): Promise<Uint8Array> {
  const content = must(db.get('SELECT bytes FROM content WHERE sha256 = ?', sha256), 'content is there');
  const whole = new Uint8Array(integer(content, 'bytes'));
  let at = 0;
  for (const piece of contentPieces(db, sha256)) {
    whole.set(piece, at);
    at += piece.length;
    if (at < whole.length) await breath();
  }
  return whole;
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
