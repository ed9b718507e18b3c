/** Everything in a tar archive is a multiple of this many bytes. */
const block = 512;

/** Longer path or pax records than this are not a name but an attack. */
const longestRecord = 1024 * 1024;

export type TarEntryKind = 'file' | 'folder' | 'link' | 'special' | 'sparse';

export interface TarEntry {
  readonly kind: TarEntryKind;
  /** Path in the archive as written, `/`-separated. */
  readonly name: string;
  /** Bytes, as the header tells. */
  readonly size: number;
  /** The entry's bytes, a view into the archive; shorter than `size` where the archive is cut off. */
  readonly bytes: Uint8Array;
}

export type TarPart = TarEntry | { readonly kind: 'damage'; readonly at: number };

/** A number as tar writes it: octal digits, or, where the first bit is set, a big-endian binary number. NaN where it is neither. */
function numberIn(field: Buffer): number {
  const first = field[0] ?? 0;
  if ((first & 0x80) !== 0) {
    let value = first & 0x7f;
    for (const byte of field.subarray(1)) value = value * 256 + byte;
    return Number.isSafeInteger(value) ? value : Number.NaN;
  }
  const digits = field.toString('latin1').replace(/\0.*$/s, '').trim();
  if (digits === '') return 0;
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

/** Whether a block is the header of an entry: its checksum counts every byte, its own eight as spaces. */
export function isTarHeader(header: Buffer): boolean {
  if (header.length < block || header[0] === 0) return false;
  const told = numberIn(header.subarray(148, 156));
  let unsigned = 0;
  let signed = 0;
  for (let at = 0; at < block; at += 1) {
    const byte = at >= 148 && at < 156 ? 0x20 : (header[at] ?? 0);
    unsigned += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  // Some old programs added the bytes up as signed numbers.
  return told === unsigned || told === signed;
}

function textIn(field: Buffer): string {
  const end = field.indexOf(0);
  const bytes = end < 0 ? field : field.subarray(0, end);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

/** The records of a pax header: "length key=value\n", the length counting itself. */
function paxRecords(data: Buffer): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  let at = 0;
  while (at < data.length) {
    const space = data.indexOf(0x20, at);
    if (space < 0 || space - at > 10) break;
    const length = Number(data.subarray(at, space).toString('latin1'));
    if (!Number.isInteger(length) || length <= space - at || at + length > data.length) break;
    const record = data.subarray(space + 1, at + length - 1).toString('utf8');
    const equals = record.indexOf('=');
    if (equals > 0) records.set(record.slice(0, equals), record.slice(equals + 1));
    at += length;
  }
  return records;
}

const kinds: Readonly<Record<string, TarEntryKind>> = {
  '\0': 'file',
  '0': 'file',
  '7': 'file',
  '1': 'link',
  '2': 'link',
  '5': 'folder',
  D: 'folder',
  S: 'sparse',
};

/** What the records before an entry say of it, which goes before its own header. */
interface Foretold {
  path: string | null;
  size: number | null;
}

function headerName(header: Buffer): string {
  const name = textIn(header.subarray(0, 100));
  const isUstar = header.subarray(257, 263).toString('latin1') === 'ustar\0';
  const prefix = isUstar ? textIn(header.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

function entryOf(header: Buffer, foretold: Foretold, size: number, bytes: Uint8Array): TarEntry {
  const name = (foretold.path ?? headerName(header)).replaceAll('\\', '/');
  const kind = kinds[String.fromCharCode(header[156] ?? 0)] ?? 'special';
  return { kind: kind === 'file' && name.endsWith('/') ? 'folder' : kind, name, size, bytes };
}

/** What a record that only foretells the next entry says, or null where the header is an entry of its own. */
function foretell(type: string, data: Buffer, foretold: Foretold): boolean {
  if (type === 'L') foretold.path = textIn(data);
  else if (type === 'x') {
    const records = paxRecords(data);
    foretold.path = records.get('path') ?? foretold.path;
    const size = Number(records.get('size') ?? Number.NaN);
    foretold.size = Number.isSafeInteger(size) && size >= 0 ? size : foretold.size;
  } else return type === 'g' || type === 'K' || type === 'V';
  return true;
}

interface Found {
  readonly at: number;
  readonly header: Buffer;
}

const isEmpty = (header: Buffer): boolean => header.every((byte) => byte === 0);

/** The next sound header from `at` on, or null where the archive ends; two empty blocks end it, the rest is filling. */
function nextHeader(all: Buffer, from: number): Found | null {
  let empty = 0;
  for (let at = from; at + block <= all.length; at += block) {
    const header = all.subarray(at, at + block);
    if (isTarHeader(header)) return { at, header };
    empty = isEmpty(header) ? empty + 1 : 0;
    if (empty === 2) return null;
  }
  return null;
}

/** Whether what lies from `from` to `to` (bytes) is more than empty blocks: a header that is damaged, or bytes without one. */
const isDamage = (all: Buffer, from: number, to: number): boolean => !isEmpty(all.subarray(from, to));

/**
 * The entries of a tar archive, in order: old, ustar, GNU and pax. Where a header is damaged, the next sound one is
 * looked for and the gap is told as `damage` with its offset in bytes.
 */
export function* tarEntries(archive: Uint8Array): Generator<TarPart> {
  const all = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  let foretold: Foretold = { path: null, size: null };
  let expected = 0;
  for (let found = nextHeader(all, 0); found !== null; found = nextHeader(all, expected)) {
    const { at, header } = found;
    if (isDamage(all, expected, at)) yield { kind: 'damage', at: expected };
    const type = String.fromCharCode(header[156] ?? 0);
    const told = foretold.size ?? numberIn(header.subarray(124, 136));
    const size = /[1-6]/.test(type) || !Number.isSafeInteger(told) ? 0 : told;
    const bytes = all.subarray(at + block, at + block + size);
    expected = Math.min(all.length, at + block + Math.ceil(size / block) * block);
    if (size <= longestRecord && foretell(type, bytes, foretold)) continue;
    yield entryOf(header, foretold, size, bytes);
    foretold = { path: null, size: null };
  }
  const rest = all.subarray(expected, expected + 2 * block);
  if (expected < all.length && !isEmpty(rest)) yield { kind: 'damage', at: expected };
}
