import { constants, crc32, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { decodeText } from '../decode-text.ts';

/** A file found in an archive that has lost its table of contents. */
export interface Salvaged {
  readonly name: string;
  /** Null where it could not be unpacked (encrypted, packed in a rare way, damaged). */
  readonly bytes: Uint8Array | null;
  /** False where its bytes end too early or do not fit its checksum. */
  readonly intact: boolean;
}

const header = 30;
const mark = Buffer.from('PK\x03\x04', 'latin1');

const Inflated = z.object({
  buffer: z.custom<Buffer>((value) => Buffer.isBuffer(value)),
  engine: z.object({ bytesWritten: z.number() }),
});

interface Head {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly name: string;
  /** Index of its packed bytes. */
  readonly from: number;
}

function headAt(file: Buffer, at: number): Head | null {
  if (at + header > file.length) return null;
  const nameLength = file.readUInt16LE(at + 26);
  const from = at + header + nameLength + file.readUInt16LE(at + 28);
  if (nameLength === 0 || from > file.length) return null;
  return {
    flags: file.readUInt16LE(at + 6),
    method: file.readUInt16LE(at + 8),
    crc: file.readUInt32LE(at + 14),
    packed: file.readUInt32LE(at + 18),
    name: decodeText(file.subarray(at + header, at + header + nameLength)).text.replaceAll('\\', '/'),
    from,
  };
}

interface Unfolded {
  readonly bytes: Buffer | null;
  /** Packed bytes used. */
  readonly used: number;
}

function unfold(file: Buffer, head: Head, room: number): Unfolded {
  const rest = file.subarray(head.from);
  if ((head.flags & 1) !== 0) return { bytes: null, used: head.packed };
  if (head.method === 0) return { bytes: rest.subarray(0, head.packed), used: head.packed };
  if (head.method !== 8) return { bytes: null, used: head.packed };
  try {
    const options = { info: true, finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, room) };
    const { buffer, engine } = Inflated.parse(inflateRawSync(rest, options));
    return { bytes: buffer, used: engine.bytesWritten };
  } catch {
    return { bytes: null, used: head.packed };
  }
}

/**
 * Finds the files of an archive by what stands before each of them, as far as the archive goes.
 * @param mayUnpack bytes that may come out before the archive counts as a bomb.
 */
export function* salvageEntries(bytes: Uint8Array, mayUnpack: number): Generator<Salvaged> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = mayUnpack;
  for (let at = file.indexOf(mark); at >= 0; ) {
    const head = headAt(file, at);
    if (head === null) {
      at = file.indexOf(mark, at + 4);
      continue;
    }
    const { bytes: found, used } = unfold(file, head, left);
    left -= found?.length ?? 0;
    const told = (head.flags & 8) === 0;
    const intact = found !== null && (told ? crc32(found) === head.crc : head.from + used < file.length);
    if (!head.name.endsWith('/')) yield { name: head.name, bytes: found, intact };
    at = file.indexOf(mark, head.from + (found === null ? 0 : used));
  }
}
