import { crc32 } from 'node:zlib';
import type { Entry } from 'yauzl';
import { wrongForThis } from '../container/archive-words.ts';
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

/** The field that tells how an entry is encrypted with AES (WinZip, "AES Encryption Information"); empty for others. */
function aesField(entry: Entry): Buffer {
  const found = entry.extraFields.find(({ id }) => id === 0x9901);
  if (found === undefined) return Buffer.alloc(0);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(0x9901, 0);
  head.writeUInt16LE(found.data.length, 2);
  return Buffer.concat([head, found.data]);
}

/** An archive that holds this one entry under a name of no meaning, so that no name of its own reaches a program. */
function archiveOf(entry: Entry, packed: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(Math.max(20, entry.versionNeededToExtract), 0);
  // The check of the old encryption is made of the time where sizes stand behind the bytes (bit 3), else of the checksum.
  fields.writeUInt16LE(entry.generalPurposeBitFlag & ~0x800, 2);
  fields.writeUInt16LE(entry.compressionMethod, 4);
  fields.writeUInt16LE(entry.lastModFileTime, 6);
  fields.writeUInt16LE(entry.lastModFileDate, 8);
  fields.writeUInt32LE(entry.crc32, 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(entry.uncompressedSize, 18);
  fields.writeUInt16LE(1, 22);
  const extra = aesField(entry);
  fields.writeUInt16LE(extra.length, 24);
  const name = Buffer.concat([Buffer.from('e'), extra]);
  const central = Buffer.alloc(46);
  central.write('PK\x01\x02\x14\0', 'latin1');
  fields.copy(central, 6);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  const behind = Buffer.alloc((entry.generalPurposeBitFlag & 8) === 0 ? 0 : 16);
  if (behind.length > 0) {
    behind.write('PK\x07\x08', 'latin1');
    fields.copy(behind, 4, 10, 22);
  }
  end.writeUInt32LE(localHeader + name.length + packed.length + behind.length, 16);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed, behind]);
  return Buffer.concat([local, central, name, end]);
}

/**
 * Unpacks an entry that is packed in a rare way or encrypted. No more comes out than it declares, which the caller has held against
 * the limits before.
 */
export async function unpackRare(archive: Uint8Array, entry: Entry, password: string | null): Promise<Unpacked> {
  const file = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const packed = packedBytes(file, entry);
  if (packed === null) return { kind: 'refused', because: damagedBytes };
  const ran = await runSevenZip(archiveOf(entry, packed), ['x', '-y', `-o${unpackedAt}`], password);
  const locked = entry.isEncrypted() && ran.complaints.some((line) => line.startsWith('ERROR'));
  if (locked) return { kind: 'refused', because: wrongForThis };
  try {
    const bytes = Uint8Array.from(ran.files.readFile(`${unpackedAt}/e`));
    if (bytes.length < entry.uncompressedSize) return { kind: 'refused', because: 'its packed bytes end too early' };
    // AES keeps no checksum of the words beside its own, which was checked.
    return { kind: 'bytes', bytes, intact: entry.crc32 === 0 || crc32(bytes) === entry.crc32 };
  } catch {
    return { kind: 'refused', because: damagedBytes };
  }
}
