/** One stream of a compound file; `path` has the names of its storages before it, `/`-separated. */
export interface CompoundStream {
  readonly path: string;
  readonly size: number;
  /** The bytes as far as they can be found; fewer than `size` where the file is damaged. */
  content(): Uint8Array;
}

const mark = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const endOfChain = 0xfffffffe;
const freeSector = 0xffffffff;
const noEntry = 0xffffffff;
const maxEntries = 50_000;

interface Layout {
  readonly file: Buffer;
  readonly sectorSize: number;
  readonly miniSize: number;
  readonly cutoff: number;
  readonly fat: Uint32Array;
}

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

export function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes.length >= 8 && mark.equals(bytes.subarray(0, 8));
}

function sectorAt(layout: Pick<Layout, 'file' | 'sectorSize'>, sector: number): Buffer {
  const at = (sector + 1) * layout.sectorSize;
  return layout.file.subarray(at, at + layout.sectorSize);
}

/** Numbers of the sectors that hold the allocation table; a list that runs in circles ends where it began. */
function tableSectors(file: Buffer, sectorSize: number): number[] {
  const found: number[] = [];
  const most = Math.ceil(file.length / sectorSize);
  const take = (piece: Buffer, count: number): void => {
    for (let index = 0; index < count && index * 4 + 4 <= piece.length; index += 1) {
      const sector = piece.readUInt32LE(index * 4);
      if (sector < endOfChain - 4 && found.length < most) found.push(sector);
    }
  };
  take(file.subarray(76, 512), 109);
  const seen = new Set<number>();
  let next = file.readUInt32LE(68);
  while (next < most && !seen.has(next)) {
    seen.add(next);
    const piece = sectorAt({ file, sectorSize }, next);
    if (piece.length < sectorSize) break;
    take(piece, sectorSize / 4 - 1);
    next = piece.readUInt32LE(sectorSize - 4);
  }
  return found;
}

function layoutOf(bytes: Uint8Array): Layout | null {
  if (!isCompoundFile(bytes) || bytes.length < 512) return null;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = file.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return null;
  const sectorSize = 2 ** shift;
  const sectors = tableSectors(file, sectorSize);
  const fat = new Uint32Array((sectors.length * sectorSize) / 4).fill(freeSector);
  sectors.forEach((sector, place) => {
    const piece = sectorAt({ file, sectorSize }, sector);
    for (let at = 0; at + 4 <= piece.length; at += 4) fat[(place * sectorSize + at) / 4] = piece.readUInt32LE(at);
  });
  return { file, sectorSize, miniSize: 64, cutoff: file.readUInt32LE(56), fat };
}

/** The sectors of a chain in order; one that meets itself again is cut there. */
function chainOf(table: Uint32Array, start: number, most: number): number[] {
  const chain: number[] = [];
  const seen = new Set<number>();
  for (let sector = start; sector < table.length && !seen.has(sector) && chain.length < most; ) {
    seen.add(sector);
    chain.push(sector);
    sector = table[sector] ?? endOfChain;
  }
  return chain;
}

function chainBytes(layout: Layout, start: number, size: number): Buffer {
  const most = Math.ceil(Math.min(size, layout.file.length) / layout.sectorSize);
  const pieces = chainOf(layout.fat, start, most).map((sector) => sectorAt(layout, sector));
  return Buffer.concat(pieces).subarray(0, size);
}

function entriesOf(layout: Layout): Entry[] {
  const directory = chainBytes(layout, layout.file.readUInt32LE(48), Math.min(layout.file.length, maxEntries * 128));
  const entries: Entry[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const nameBytes = Math.max(0, Math.min(64, directory.readUInt16LE(at + 64)) - 2);
    entries.push({
      name: directory.subarray(at, at + nameBytes).toString('utf16le'),
      kind: directory.readUInt8(at + 66),
      left: directory.readUInt32LE(at + 68),
      right: directory.readUInt32LE(at + 72),
      child: directory.readUInt32LE(at + 76),
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    });
  }
  return entries;
}

interface Placed {
  readonly path: string;
  readonly entry: Entry;
}

/** Streams with their paths; a directory that runs in circles is walked once. */
function placedStreams(entries: readonly Entry[]): Placed[] {
  const found: Placed[] = [];
  const seen = new Set<number>();
  const stack: { readonly index: number; readonly folder: string }[] = [
    { index: entries[0]?.child ?? noEntry, folder: '' },
  ];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const entry = entries[step.index];
    if (entry === undefined || seen.has(step.index)) continue;
    seen.add(step.index);
    const path = `${step.folder}${entry.name}`;
    if (entry.kind === 2) found.push({ path, entry });
    stack.push({ index: entry.right, folder: step.folder }, { index: entry.left, folder: step.folder });
    if (entry.kind === 1 && step.folder.length < 2000) stack.push({ index: entry.child, folder: `${path}/` });
  }
  return found;
}

function miniTable(layout: Layout): Uint32Array {
  const bytes = chainBytes(layout, layout.file.readUInt32LE(60), layout.file.length);
  const table = new Uint32Array(bytes.length / 4);
  for (let index = 0; index < table.length; index += 1) table[index] = bytes.readUInt32LE(index * 4);
  return table;
}

/**
 * The streams of a compound file, as old Office files and Outlook messages are (MS-CFB); null where the bytes are none.
 * Damage shortens what is found and never throws.
 */
export function compoundStreams(bytes: Uint8Array): readonly CompoundStream[] | null {
  const layout = layoutOf(bytes);
  if (layout === null) return null;
  const entries = entriesOf(layout);
  const [root] = entries;
  if (root === undefined) return [];
  let mini: { readonly table: Uint32Array; readonly bytes: Buffer } | null = null;
  const small = (entry: Entry): Uint8Array => {
    mini ??= { table: miniTable(layout), bytes: chainBytes(layout, root.start, root.size) };
    const from = mini.bytes;
    const chain = chainOf(mini.table, entry.start, Math.ceil(entry.size / layout.miniSize));
    const pieces = chain.map((sector) => from.subarray(sector * layout.miniSize, (sector + 1) * layout.miniSize));
    return Buffer.concat(pieces).subarray(0, entry.size);
  };
  return placedStreams(entries).map(({ path, entry }) => ({
    path,
    size: entry.size,
    content: () => (entry.size < layout.cutoff ? small(entry) : chainBytes(layout, entry.start, entry.size)),
  }));
}
