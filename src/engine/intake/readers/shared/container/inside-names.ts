import { compoundStreams, isCompoundFile, readCompoundFile } from './compound-file.ts';

/** Names beyond these tell nothing more about what kind of container it is. */
const mostNames = 2000;

interface Directory {
  /** Index of the table of contents. */
  readonly start: number;
  /** Bytes that somebody put before the archive, whose own figures know nothing of them. */
  readonly before: number;
  /** Index of the record that ends it. */
  readonly end: number;
}

/** Length of that record without a comment. */
const endRecord = 22;

/** Where the table of contents of a zip archive lies, or null. It is looked for from the end, past a comment. */
function zipDirectory(file: Buffer): Directory | null {
  const from = Math.max(0, file.length - 66_000);
  const at = file.subarray(from).lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (at < 0 || from + at + endRecord > file.length) return null;
  const size = file.readUInt32LE(from + at + 12);
  // Counted back from its end, so that bytes put before the archive do no harm.
  const start = from + at - size;
  if (start < 0 || file.subarray(start, start + 4).toString('latin1') !== 'PK\x01\x02') return null;
  return { start, before: Math.max(0, start - file.readUInt32LE(from + at + 16)), end: from + at };
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The bytes of a zip archive without what was put before it (a program that unpacks it, another file) or after it. */
export function zipPart(bytes: Uint8Array): Uint8Array {
  const file = bufferOf(bytes);
  const found = zipDirectory(file);
  if (found === null) return bytes;
  const end = found.end + endRecord;
  if (end + file.readUInt16LE(found.end + 20) === file.length) return bytes.subarray(found.before);
  const part = Buffer.from(bytes.subarray(found.before, end));
  part.writeUInt16LE(0, part.length - 2);
  return part;
}

/** Whether a file that begins as something else ends as a zip archive. */
export function endsAsZip(bytes: Uint8Array): boolean {
  return (bytes[0] !== 0x50 || bytes[1] !== 0x4b) && zipDirectory(bufferOf(bytes)) !== null;
}

function zipNames(file: Buffer): string[] {
  const names: string[] = [];
  let at = zipDirectory(file)?.start ?? -1;
  while (at >= 0 && at + 46 <= file.length && names.length < mostNames) {
    if (file.readUInt32LE(at) !== 0x02014b50) break;
    const length = file.readUInt16LE(at + 28);
    names.push(file.subarray(at + 46, at + 46 + length).toString('utf8'));
    at += 46 + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return names;
}

/** Those further out come first, so that a document full of objects of other programs is still known. */
function compoundNames(bytes: Uint8Array): string[] {
  const file = readCompoundFile(bytes);
  if (file === null) return [];
  const names: string[] = [];
  for (const { path } of compoundStreams(file.root)) {
    if (names.length === mostNames) break;
    names.push(path);
  }
  return names;
}

/**
 * Names of what lies inside a zip archive or a compound file, for recognition only; empty for anything else. The list
 * may lie at the end of the file, where its first bytes do not show it.
 */
export function insideNames(bytes: Uint8Array): readonly string[] {
  if (isCompoundFile(bytes)) return compoundNames(bytes);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return [];
  return zipNames(bufferOf(bytes));
}
