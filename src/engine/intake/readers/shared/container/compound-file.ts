import { limits } from '../../../limits.ts';
import { numbersOf, Sectors, sectorsOf } from './compound-sectors.ts';

/** An entry of a compound file (Microsoft's Compound File Binary Format, MS-CFB): a folder with children or a stream of bytes. */
export interface CompoundEntry {
  readonly name: string;
  readonly kind: 'storage' | 'stream';
  /** Bytes of a stream; where the file is cut off, what is left of them. */
  bytes(): Uint8Array;
  readonly children: readonly CompoundEntry[];
}

export interface CompoundFile {
  readonly root: CompoundEntry;
  /** True where what was read until now leads nowhere, in a circle or beyond the limits: a cut or damaged copy. */
  readonly damaged: boolean;
}

/** One stream of a compound file; `path` has the names of its folders before it, `/`-separated. */
export interface CompoundStream {
  readonly path: string;
  bytes(): Uint8Array;
}

interface RawEntry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly first: number;
  readonly length: number;
}

const signature = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const headerBytes = 512;
const entryBytes = 128;
/** MS-CFB, section 2.2: small streams lie in pieces of this length, whatever the header says. */
const smallSize = 64;
/** Folders whose path is longer are not gone into: no program writes them, and paths would grow without end. */
const longestFolder = 2000;

/** Whether bytes begin as a compound file does; the rest may still be cut off. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes.length >= signature.length && signature.equals(bytes.subarray(0, signature.length));
}

function rawEntry(bytes: Buffer, at: number, large: boolean): RawEntry {
  const nameBytes = Math.min(64, bytes.readUInt16LE(at + 64));
  return {
    name: bytes.toString('utf16le', at, at + Math.max(0, nameBytes - 2)),
    type: bytes.readUInt8(at + 66),
    left: bytes.readUInt32LE(at + 68),
    right: bytes.readUInt32LE(at + 72),
    child: bytes.readUInt32LE(at + 76),
    first: bytes.readUInt32LE(at + 116),
    // Files of 512-byte sectors may hold anything in the upper half (MS-CFB, section 2.6.3).
    length: bytes.readUInt32LE(at + 120) + (large ? bytes.readUInt32LE(at + 124) * 0x1_0000_0000 : 0),
  };
}

/** Entries that a tree of siblings links to, each taken once, wherever links lead. */
function siblings(entries: readonly RawEntry[], top: number, taken: Uint8Array): number[] {
  const found: number[] = [];
  const stack = [top];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const entry = entries[at];
    if (entry === undefined || taken[at] === 1) continue;
    taken[at] = 1;
    // An entry whose kind is lost may still lead to others.
    if (entry.type !== 0) found.push(at);
    stack.push(entry.left, entry.right);
  }
  return found;
}

const storageTypes = new Set([1, 5]);

function treeOf(entries: readonly RawEntry[], root: RawEntry, bytesOf: (entry: RawEntry) => Uint8Array): CompoundEntry {
  const isStorage = (entry: RawEntry): boolean => entry === root || storageTypes.has(entry.type);
  const made = entries.map((entry) => ({
    name: entry.name,
    kind: isStorage(entry) ? ('storage' as const) : ('stream' as const),
    bytes: () => (isStorage(entry) ? new Uint8Array() : bytesOf(entry)),
    children: [] as CompoundEntry[],
  }));
  const taken = new Uint8Array(entries.length);
  taken[0] = 1;
  const top: CompoundEntry[] = [];
  const waiting = [{ from: root.child, into: top }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const at of siblings(entries, next.from, taken)) {
      const [entry, built] = [entries[at], made[at]];
      if (entry === undefined || built === undefined) continue;
      next.into.push(built);
      if (built.kind === 'storage') waiting.push({ from: entry.child, into: built.children });
    }
  }
  return { name: root.name, kind: 'storage', bytes: () => new Uint8Array(), children: top };
}

/**
 * Reads the directory of a compound file, as Outlook messages and old Office files are; null where it is none or its
 * directory is lost. Damage shortens what is found and never throws. Streams are read only when they are asked for.
 */
export function readCompoundFile(bytes: Uint8Array): CompoundFile | null {
  if (!isCompoundFile(bytes) || bytes.length < headerBytes) return null;
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = all.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return null;
  const sectors = sectorsOf(all, 1 << shift);
  const most = limits.compoundFileEntries * entryBytes;
  const directory = sectors.upTo(all.readUInt32LE(48), most + 1);
  const entries: RawEntry[] = [];
  for (let at = 0; at + entryBytes <= Math.min(directory.length, most); at += entryBytes) {
    entries.push(rawEntry(directory, at, shift === 12));
  }
  const [root] = entries;
  if (root === undefined) return null;
  const cutoff = all.readUInt32LE(56);
  let small: Sectors | null = null;
  const smallSectors = (): Sectors => {
    small ??= new Sectors(
      sectors.upTo(root.first, all.length),
      smallSize,
      0,
      numbersOf(sectors.upTo(all.readUInt32LE(60), all.length)),
    );
    return small;
  };
  const bytesOf = ({ first, length }: RawEntry): Uint8Array => {
    // What a file says of its own size is not believed beyond what it can hold.
    const possible = Math.min(length, all.length);
    return (length < cutoff ? smallSectors() : sectors).exactly(first, possible);
  };
  return {
    root: treeOf(entries, root, bytesOf),
    get damaged() {
      return directory.length > most || sectors.damaged || (small?.damaged ?? false);
    },
  };
}

/** The child of that name, whatever its case; null where there is none. */
export function childNamed(entry: CompoundEntry, name: string): CompoundEntry | null {
  const wanted = name.toLowerCase();
  return entry.children.find((child) => child.name.toLowerCase() === wanted) ?? null;
}

/** All streams inside a folder with their paths, those further out first. */
export function* compoundStreams(folder: CompoundEntry): Generator<CompoundStream, void> {
  const waiting = [{ entry: folder, path: '' }];
  // Folders found on the way are put at the end of the list that is being walked.
  for (const { entry, path } of waiting) {
    for (const child of entry.children) {
      const at = `${path}${child.name}`;
      if (child.kind === 'stream') yield { path: at, bytes: child.bytes };
      else if (path.length < longestFolder) waiting.push({ entry: child, path: `${at}/` });
    }
  }
}
