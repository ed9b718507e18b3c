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
  /** True where chains of the file lead nowhere: a cut or damaged copy. */
  readonly damaged: boolean;
}

const signature = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const highestSector = 0xfffffffa;
const nothing = 0xffffffff;
const entryBytes = 128;

export function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes.length >= 512 && signature.equals(bytes.subarray(0, 8));
}

/** Sectors of one size, with the table that chains them. */
class Sectors {
  private readonly bytes: Buffer;
  readonly size: number;
  private readonly offset: number;
  private readonly next: Uint32Array;
  damaged = false;

  constructor(bytes: Buffer, size: number, offset: number, next: Uint32Array) {
    this.bytes = bytes;
    this.size = size;
    this.offset = offset;
    this.next = next;
  }

  sector(index: number): Buffer {
    const at = this.offset + index * this.size;
    // The last sector of a sound file may be shorter than the others.
    if (at >= this.bytes.length) this.damaged = true;
    return this.bytes.subarray(Math.min(at, this.bytes.length), Math.min(at + this.size, this.bytes.length));
  }

  /** The sectors of a chain; a chain that runs in a circle or out of the table ends there. */
  chain(first: number, most = this.next.length): number[] {
    const found: number[] = [];
    let at = first;
    while (at < highestSector && found.length < most) {
      if (at >= this.next.length) {
        this.damaged = true;
        break;
      }
      found.push(at);
      at = this.next[at] ?? nothing;
    }
    return found;
  }

  /** `length` bytes of the chain that begins at `first`; fewer where the file does not hold them. */
  read(first: number, length: number | null): Buffer {
    const most = length === null ? this.next.length : Math.min(Math.ceil(length / this.size), this.next.length);
    const whole = Buffer.concat(this.chain(first, most).map((index) => this.sector(index)));
    if (length === null) return whole;
    if (whole.length < length) this.damaged = true;
    return whole.subarray(0, length);
  }
}

/** The places of the sectors that hold the allocation table: 109 in the header, the rest in a chain of their own. */
function tableSectors(all: Buffer, size: number): number[] {
  const found: number[] = [];
  for (let index = 0; index < 109; index += 1) found.push(all.readUInt32LE(76 + index * 4));
  const seen = new Set<number>();
  let at = all.readUInt32LE(68);
  while (at < highestSector && !seen.has(at) && (at + 2) * size <= all.length) {
    seen.add(at);
    const start = (at + 1) * size;
    for (let index = 0; index < size / 4 - 1; index += 1) found.push(all.readUInt32LE(start + index * 4));
    at = all.readUInt32LE(start + size - 4);
  }
  return found.filter((sector) => sector < highestSector);
}

function numbersOf(bytes: Buffer): Uint32Array {
  const numbers = new Uint32Array(Math.floor(bytes.length / 4));
  for (let index = 0; index < numbers.length; index += 1) numbers[index] = bytes.readUInt32LE(index * 4);
  return numbers;
}

function sectorsOf(all: Buffer, size: number): Sectors {
  const parts: Buffer[] = [];
  const seen = new Set<number>();
  for (const sector of tableSectors(all, size)) {
    const start = (sector + 1) * size;
    if (seen.has(sector) || start >= all.length) continue;
    seen.add(sector);
    parts.push(all.subarray(start, Math.min(start + size, all.length)));
  }
  return new Sectors(all, size, size, numbersOf(Buffer.concat(parts)));
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

function rawEntry(bytes: Buffer, at: number, large: boolean): RawEntry {
  const nameBytes = Math.min(64, bytes.readUInt16LE(at + 64));
  return {
    name: bytes.toString('utf16le', at, at + Math.max(0, nameBytes - 2)),
    type: bytes[at + 66] ?? 0,
    left: bytes.readUInt32LE(at + 68),
    right: bytes.readUInt32LE(at + 72),
    child: bytes.readUInt32LE(at + 76),
    first: bytes.readUInt32LE(at + 116),
    // Files of 512-byte sectors may hold anything in the upper half (MS-CFB, section 2.6.3).
    length: bytes.readUInt32LE(at + 120) + (large ? bytes.readUInt32LE(at + 124) * 0x1_0000_0000 : 0),
  };
}

/** The siblings of a tree of entries in order of their names; each entry is taken once, wherever links lead. */
function siblings(entries: readonly RawEntry[], top: number, taken: Set<number>): number[] {
  const found: number[] = [];
  const stack = [top];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const entry = entries[at];
    if (entry === undefined || entry.type === 0 || taken.has(at)) continue;
    taken.add(at);
    found.push(at);
    stack.push(entry.left, entry.right);
  }
  return found;
}

const storageTypes = new Set([1, 5]);

function treeOf(entries: readonly RawEntry[], bytesOf: (entry: RawEntry) => Uint8Array): CompoundEntry | null {
  const taken = new Set<number>([0]);
  const made = entries.map((entry) => ({
    name: entry.name,
    kind: storageTypes.has(entry.type) ? ('storage' as const) : ('stream' as const),
    bytes: () => (storageTypes.has(entry.type) ? new Uint8Array() : bytesOf(entry)),
    children: [] as CompoundEntry[],
  }));
  const waiting = [0];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entry = entries[at];
    if (entry === undefined || !storageTypes.has(entry.type)) continue;
    for (const child of siblings(entries, entry.child, taken)) {
      const built = made[child];
      if (built !== undefined) made[at]?.children.push(built);
      waiting.push(child);
    }
  }
  return made[0] ?? null;
}

/** Reads the directory of a compound file; null where it is none or its directory is lost. Never throws. */
export function readCompoundFile(bytes: Uint8Array): CompoundFile | null {
  if (!isCompoundFile(bytes)) return null;
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = all.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return null;
  const sectors = sectorsOf(all, 1 << shift);
  const directory = sectors.read(all.readUInt32LE(48), null);
  const entries: RawEntry[] = [];
  for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
    entries.push(rawEntry(directory, at, shift === 12));
  }
  const [root] = entries;
  if (root === undefined) return null;
  const smallShift = all.readUInt16LE(32);
  const cutoff = all.readUInt32LE(56);
  const smallTable = numbersOf(sectors.read(all.readUInt32LE(60), null));
  const small = new Sectors(sectors.read(root.first, null), 1 << Math.min(smallShift, 12), 0, smallTable);
  const bytesOf = ({ first, length }: RawEntry): Uint8Array => {
    // What a file says of its own size is not believed beyond what it can hold.
    const possible = Math.min(length, all.length);
    return length < cutoff ? small.read(first, possible) : sectors.read(first, possible);
  };
  const tree = treeOf(entries, bytesOf);
  if (tree === null) return null;
  return {
    root: tree,
    get damaged() {
      return sectors.damaged || small.damaged;
    },
  };
}

/** The child of that name, whatever its case; null where there is none. */
export function childNamed(entry: CompoundEntry, name: string): CompoundEntry | null {
  const wanted = name.toLowerCase();
  return entry.children.find((child) => child.name.toLowerCase() === wanted) ?? null;
}
