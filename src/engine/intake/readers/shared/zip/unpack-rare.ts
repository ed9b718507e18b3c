import { crc32 } from 'node:zlib';
import type { Entry } from 'yauzl';
import { runSevenZip, unpackedAt } from '../seven-zip/run-seven-zip.ts';
import { damagedBytes, type Unpacked } from './unpack.ts';

const localHeader = 30;

/** The packed bytes of an entry, or null where its own header is not where the table of contents says. */
function packedBytes(file: Buffer, entry: Entry): Buffer | null {
  const at = entry.relativeOffsetOfLocalHeader;
  if (at + localHeader > file.length || file.readUInt32LE(at) !== 0x04034b50) return null;
  const from = at + localHeader + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  return from + entry.compressedSize > file.length ? null : file.subarray(from, from + entry.compressedSize);
}

/** An archive that holds this one entry under a name of no meaning, so that no name of its own reaches a program. */
function archiveOf(entry: Entry, packed: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(Math.max(20, entry.versionNeededToExtract), 0);
  fields.writeUInt16LE(entry.generalPurposeBitFlag & ~0x808, 2);
  fields.writeUInt16LE(entry.compressionMethod, 4);
  fields.writeUInt16LE(entry.lastModFileTime, 6);
  fields.writeUInt16LE(entry.lastModFileDate, 8);
  fields.writeUInt32LE(entry.crc32, 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(entry.uncompressedSize, 18);
  fields.writeUInt16LE(1, 22);
  const name = Buffer.from('e');
  const central = Buffer.alloc(46);
  central.write('PK\x01\x02\x14\0', 'latin1');
  fields.copy(central, 6);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(localHeader + name.length + packed.length, 16);
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed, central, name, end]);
}

/**
 * Unpacks an entry that is packed in a rare way. No more comes out than it declares, which the caller has held against
 * the limits before.
 */
export async function unpackRare(archive: Uint8Array, entry: Entry): Promise<Unpacked> {
  const file = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const packed = packedBytes(file, entry);
  if (packed === null) return { kind: 'refused', because: damagedBytes };
  const ran = await runSevenZip(archiveOf(entry, packed), ['x', '-y', `-o${unpackedAt}`]);
  try {
    const bytes = Uint8Array.from(ran.files.readFile(`${unpackedAt}/e`));
    if (bytes.length < entry.uncompressedSize) return { kind: 'refused', because: 'its packed bytes end too early' };
    return { kind: 'bytes', bytes, intact: crc32(bytes) === entry.crc32 };
  } catch {
    return { kind: 'refused', because: damagedBytes };
  }
}
