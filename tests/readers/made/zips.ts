import { crc32, deflateRawSync } from 'node:zlib';

export interface MadeEntry {
  readonly name: string | Buffer;
  readonly content?: Buffer | string;
  /** Unix file type and mode; a symbolic link is 0o120777. */
  readonly mode?: number;
  readonly encrypted?: boolean;
  readonly method?: number;
  /** What the table of contents says, where it differs from the truth. */
  readonly declaredSize?: number;
  readonly declaredCrc?: number;
  /** Packed bytes instead of those of the content. */
  readonly packed?: Buffer;
  /** Points the table of contents at the packed bytes of an earlier entry. */
  readonly sharesWith?: number;
}

interface Placed {
  readonly entry: MadeEntry;
  readonly name: Buffer;
  readonly packed: Buffer;
  readonly size: number;
  readonly crc: number;
  offset: number;
}

function fields(placed: Placed): Buffer {
  const { entry } = placed;
  const head = Buffer.alloc(22);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE((entry.encrypted === true ? 1 : 0) | 0x800, 2);
  head.writeUInt16LE(entry.method ?? 8, 4);
  head.writeUInt32LE(0, 6);
  head.writeUInt32LE(entry.declaredCrc ?? placed.crc, 10);
  head.writeUInt32LE(placed.packed.length, 14);
  head.writeUInt32LE(entry.declaredSize ?? placed.size, 18);
  return head;
}

function local(placed: Placed): Buffer {
  const lengths = Buffer.alloc(4);
  lengths.writeUInt16LE(placed.name.length, 0);
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields(placed), lengths, placed.name, placed.packed]);
}

function central(placed: Placed): Buffer {
  const tail = Buffer.alloc(18);
  tail.writeUInt16LE(placed.name.length, 0);
  tail.writeUInt32LE(((placed.entry.mode ?? 0o100644) << 16) >>> 0, 10);
  tail.writeUInt32LE(placed.offset, 14);
  const madeBy = Buffer.from([0x14, 3]);
  return Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeBy, fields(placed), tail, placed.name]);
}

/** Puts a zip archive together by hand, so that it can lie in every way an archive can. */
export function makeZip(entries: readonly MadeEntry[]): Buffer {
  const placed: Placed[] = entries.map((entry) => {
    const content = Buffer.isBuffer(entry.content) ? entry.content : Buffer.from(entry.content ?? '');
    const packed = entry.packed ?? (entry.method === 0 ? content : deflateRawSync(content, { level: 9 }));
    const name = Buffer.isBuffer(entry.name) ? entry.name : Buffer.from(entry.name);
    return { entry, name, packed, size: content.length, crc: crc32(content), offset: 0 };
  });
  const pieces: Buffer[] = [];
  let offset = 0;
  for (const each of placed) {
    const shared = each.entry.sharesWith === undefined ? undefined : placed[each.entry.sharesWith];
    if (shared !== undefined) {
      each.offset = shared.offset;
      continue;
    }
    each.offset = offset;
    const bytes = local(each);
    pieces.push(bytes);
    offset += bytes.length;
  }
  const directory = Buffer.concat(placed.map(central));
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(placed.length, 8);
  end.writeUInt16LE(placed.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, directory, end]);
}
