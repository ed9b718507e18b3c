import { Readable } from 'node:stream';
import { constants, crc32, createInflateRaw } from 'node:zlib';

/** What went wrong while members were unpacked. */
export interface GzipTrouble {
  /** True where the last member ends before its end. */
  cut: boolean;
  /** Members whose bytes do not fit their checksum or could not be unpacked to their end. */
  damaged: number;
}

/** Small, since what came out of a piece before damage in it is lost with the piece. */
const pieceBytes = 16 * 1024;

/** Index of the packed bytes behind a gzip header at `at` (RFC 1952, 2.3); -1 where none stands there. */
function afterHeader(file: Buffer, at: number): number {
  if (at + 18 > file.length || file[at] !== 0x1f || file[at + 1] !== 0x8b || file[at + 2] !== 8) return -1;
  const flags = file[at + 3] ?? 0;
  let next = at + 10;
  if ((flags & 4) !== 0) next += 2 + file.readUInt16LE(next);
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const end = file.indexOf(0, next);
    if (end < 0) return -1;
    next = end + 1;
  }
  if ((flags & 2) !== 0) next += 2;
  return next < file.length ? next : -1;
}

function* piecesFrom(file: Buffer, start: number): Iterable<Buffer> {
  for (let at = start; at < file.length; at += pieceBytes) yield file.subarray(at, at + pieceBytes);
}

/** Where the next member after a damaged one may begin; -1 where none does. */
function nextMember(file: Buffer, from: number): number {
  return file.indexOf(Buffer.from([0x1f, 0x8b, 0x08]), from);
}

interface MemberEnd {
  /** False where the packed bytes make no sense. */
  readonly whole: boolean;
  /** Index after the packed bytes. */
  readonly end: number;
  readonly sum: number;
}

async function* unpackedMember(file: Buffer, start: number): AsyncGenerator<Buffer, MemberEnd> {
  const inflate = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH });
  const source = Readable.from(piecesFrom(file, start));
  source.pipe(inflate);
  let sum = 0;
  let whole = true;
  try {
    for await (const chunk of inflate) {
      if (!Buffer.isBuffer(chunk)) continue;
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch {
    whole = false;
  } finally {
    source.destroy();
    inflate.destroy();
  }
  return { whole, end: start + inflate.bytesWritten, sum };
}

/**
 * Unpacks the members of a gzip file one after the other, as fast as what comes out is taken. A damaged member costs
 * itself and not those after it.
 */
export async function* gzipMembers(bytes: Uint8Array, trouble: GzipTrouble): AsyncGenerator<Buffer, void> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at >= 0 && at < file.length) {
    const start = afterHeader(file, at);
    if (start < 0) {
      at = nextMember(file, at + 1);
      if (at >= 0) trouble.damaged += 1;
      continue;
    }
    const { whole, end, sum } = yield* unpackedMember(file, start);
    trouble.cut = whole && end + 8 > file.length;
    const fits = whole && !trouble.cut && file.readUInt32LE(end) === sum;
    if (!fits && !trouble.cut) trouble.damaged += 1;
    at = whole ? end + 8 : nextMember(file, start);
  }
}
