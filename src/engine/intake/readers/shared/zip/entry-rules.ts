import { type Entry, getFileNameLowLevel } from 'yauzl';
import type { Limits } from '../../../limits.ts';
import { nameRefusal } from '../container/member-names.ts';

const unixFileTypes = 0xf000;
const symbolicLink = 0xa000;
const ordinaryFile = 0x8000;
const utf8Flag = 0x800;

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The name of an entry; many programs write UTF-8 without saying so, older ones the letters of MS-DOS. */
export function entryName(entry: Entry): string {
  const flagged = (entry.generalPurposeBitFlag & utf8Flag) !== 0;
  const unicodePath = entry.extraFields.some((field) => field.id === 0x7075);
  const plain = flagged || unicodePath ? null : strictUtf8(entry.fileNameRaw);
  const name = plain ?? getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  return name.replaceAll('\\', '/');
}

function unixType(entry: Entry): number {
  return (entry.externalFileAttributes >>> 16) & unixFileTypes;
}

/** Deflate64 (Windows writes it for large files), bzip2, LZMA, Zstandard, xz, PPMd. Source: APPNOTE.TXT, 4.4.5. */
const rareMethods = new Set([9, 12, 14, 93, 95, 98]);

/** What stands in place of the method where the bytes are encrypted with AES; the method is told beside it. */
const aes = 99;

/** Not encrypted, and stored as it is or packed in the usual way; everything else is left to a program that knows the rest. */
export function isPlain(entry: Entry): boolean {
  return !entry.isEncrypted() && (entry.compressionMethod === 0 || entry.compressionMethod === 8);
}

/** Why an entry is not taken out of its archive, or null where nothing speaks against it. */
export function refusalOf(entry: Entry, name: string, limits: Limits, hasPassword = false): string | null {
  const byName = nameRefusal(name, limits);
  if (byName !== null) return byName;
  const type = unixType(entry);
  if (type === symbolicLink) return 'it is a link to another file, not a file';
  if (type !== 0 && type !== ordinaryFile) return 'it is a device or another special file';
  if (entry.isEncrypted() && !hasPassword) return 'it is encrypted; a password is needed';
  const { compressionMethod } = entry;
  const usual = compressionMethod === 0 || compressionMethod === 8;
  if (!usual && compressionMethod !== aes && !rareMethods.has(compressionMethod)) {
    return `it is packed by a method (number ${compressionMethod}) that cannot be unpacked here`;
  }
  if (entry.uncompressedSize > limits.memberBytes) {
    return `it says that it unpacks to ${Math.ceil(entry.uncompressedSize / 1_000_000)} MB, more than the limit of ${Math.floor(limits.memberBytes / 1_000_000)} MB for one file`;
  }
  return null;
}

/** Length of a local header without its extra fields, the least that stands before the packed bytes. */
const localHeader = 30;

/**
 * Entries whose packed bytes are those of an entry before them: a small archive that unpacks to petabytes is made so
 * (Fifield, "A better zip bomb").
 */
export function overlapping(entries: readonly Entry[]): ReadonlySet<Entry> {
  const found = new Set<Entry>();
  const sorted = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const entry of sorted) {
    const start = entry.relativeOffsetOfLocalHeader;
    if (start < end) found.add(entry);
    end = Math.max(end, start + localHeader + entry.fileNameLength + entry.compressedSize);
  }
  return found;
}
