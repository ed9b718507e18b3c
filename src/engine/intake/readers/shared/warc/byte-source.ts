import { type GzipTrouble, gzipMembers } from './gzip-members.ts';

/** Reads bytes that arrive piece by piece: a line, so many bytes, or past so many. */
export interface ByteSource {
  /** Bytes up to a line feed, without it and a carriage return before it; null at the end. Longer lines are cut off. */
  line(most: number): Promise<string | null>;
  /** So many bytes, or fewer where the end comes first. */
  take(count: number): Promise<Buffer>;
  /** Passes over bytes; answers how many there were. */
  skip(count: number): Promise<number>;
  /** What went wrong while the file was unpacked, so far. */
  readonly trouble: GzipTrouble;
  /** Bytes given so far. */
  position(): number;
}

async function* plain(bytes: Uint8Array): AsyncIterable<Buffer> {
  yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * A source over the bytes of a file, unpacked while it is read where the file is packed with gzip, as a whole or record
 * by record.
 */
export function byteSource(bytes: Uint8Array): ByteSource {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const trouble: GzipTrouble = { cut: false, damaged: 0 };
  let given = 0;
  const stream = packed ? gzipMembers(bytes, trouble) : plain(bytes);
  const chunks = stream[Symbol.asyncIterator]();
  let chunk: Buffer = Buffer.alloc(0);
  let at = 0;

  async function filled(): Promise<boolean> {
    while (at >= chunk.length) {
      const next = await chunks.next();
      if (next.done === true) return false;
      chunk = next.value;
      at = 0;
    }
    return true;
  }

  async function each(count: number, use: (piece: Buffer) => void): Promise<number> {
    let left = count;
    while (left > 0 && (await filled())) {
      const piece = chunk.subarray(at, at + left);
      at += piece.length;
      left -= piece.length;
      use(piece);
    }
    given += count - left;
    return count - left;
  }

  async function line(most: number): Promise<string | null> {
    const pieces: Buffer[] = [];
    let length = 0;
    while (await filled()) {
      const end = chunk.indexOf(0x0a, at);
      const piece = chunk.subarray(at, end < 0 ? chunk.length : end);
      given += piece.length + (end < 0 ? 0 : 1);
      at += piece.length + (end < 0 ? 0 : 1);
      if (length < most) pieces.push(piece.subarray(0, most - length));
      length += piece.length;
      if (end >= 0) return Buffer.concat(pieces).toString('utf8').replace(/\r$/, '');
    }
    return pieces.length === 0 ? null : Buffer.concat(pieces).toString('utf8');
  }

  return {
    line,
    take: async (count) => {
      const pieces: Buffer[] = [];
      await each(count, (piece) => pieces.push(piece));
      return Buffer.concat(pieces);
    },
    skip: async (count) => each(count, () => undefined),
    trouble,
    position: () => given,
  };
}
