/** What is to be written: a stream, or a folder of more. */
export type CompoundContent =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly children: readonly CompoundContent[] };

const sectorSize = 512;
const smallSize = 64;
const cutoff = 4096;
const endOfChain = 0xfffffffe;
const free = 0xffffffff;
const tableMark = 0xfffffffd;
const extraMark = 0xfffffffc;

interface Entry {
  readonly name: string;
  readonly type: 1 | 2 | 5;
  readonly bytes: Uint8Array;
  left: number;
  right: number;
  child: number;
  first: number;
}

/** MS-CFB, section 2.6.4: shorter names first, then by their capital letters. */
function inOrder(a: Entry, b: Entry): number {
  if (a.name.length !== b.name.length) return a.name.length - b.name.length;
  const [x, y] = [a.name.toUpperCase(), b.name.toUpperCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Links sorted siblings to a balanced tree and returns the place of its top. */
function linked(places: readonly number[], entries: readonly Entry[]): number {
  if (places.length === 0) return free;
  const middle = Math.floor(places.length / 2);
  const top = places[middle] ?? free;
  const entry = entries[top];
  if (entry !== undefined) {
    entry.left = linked(places.slice(0, middle), entries);
    entry.right = linked(places.slice(middle + 1), entries);
  }
  return top;
}

const blank = { left: free, right: free, child: free, first: endOfChain };

function entriesOf(contents: readonly CompoundContent[]): Entry[] {
  const entries: Entry[] = [{ name: 'Root Entry', type: 5, bytes: new Uint8Array(), ...blank }];
  const waiting: { parent: number; contents: readonly CompoundContent[] }[] = [{ parent: 0, contents }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const places: number[] = [];
    for (const content of next.contents) {
      const place = entries.length;
      places.push(place);
      const { name } = content;
      if ('bytes' in content) entries.push({ name, type: 2, bytes: content.bytes, ...blank });
      else {
        entries.push({ name, type: 1, bytes: new Uint8Array(), ...blank });
        waiting.push({ parent: place, contents: content.children });
      }
    }
    const sorted = places.toSorted((a, b) => {
      const [x, y] = [entries[a], entries[b]];
      return x === undefined || y === undefined ? 0 : inOrder(x, y);
    });
    const parent = entries[next.parent];
    if (parent !== undefined) parent.child = linked(sorted, entries);
  }
  return entries;
}

/** Sectors being laid out one after the other, and the table that chains them. */
class Layout {
  readonly chunks: Uint8Array[] = [];
  readonly next: number[] = [];
  private readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  /** Adds bytes as one chain and returns its first sector. */
  add(bytes: Uint8Array): number {
    if (bytes.length === 0) return endOfChain;
    const first = this.next.length;
    const count = Math.ceil(bytes.length / this.size);
    for (let index = 1; index <= count; index += 1) this.next.push(index === count ? endOfChain : first + index);
    this.chunks.push(bytes, new Uint8Array(count * this.size - bytes.length));
    return first;
  }

  /** Adds a sector that belongs to no chain. */
  mark(bytes: Uint8Array, value: number): number {
    this.chunks.push(bytes);
    return this.next.push(value) - 1;
  }
}

function figures(values: readonly number[], filledTo: number): Buffer {
  const bytes = Buffer.alloc(filledTo * 4, 0xff);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4);
  return bytes;
}

function directoryBytes(entries: readonly Entry[], rootLength: number): Buffer {
  const count = Math.ceil(entries.length / 4) * 4;
  const bytes = Buffer.alloc(count * 128);
  for (let index = 0; index < count; index += 1) {
    const at = index * 128;
    const entry = entries[index];
    for (const link of [68, 72, 76]) bytes.writeUInt32LE(free, at + link);
    if (entry === undefined) continue;
    const name = entry.name.slice(0, 31);
    bytes.write(name, at, 'utf16le');
    bytes.writeUInt16LE((name.length + 1) * 2, at + 64);
    bytes[at + 66] = entry.type;
    bytes[at + 67] = 1;
    bytes.writeUInt32LE(entry.left, at + 68);
    bytes.writeUInt32LE(entry.right, at + 72);
    bytes.writeUInt32LE(entry.child, at + 76);
    bytes.writeUInt32LE(entry.first, at + 116);
    bytes.writeUInt32LE(entry.type === 5 ? rootLength : entry.bytes.length, at + 120);
  }
  return bytes;
}

/**
 * Writes a compound file (MS-CFB, version 3): the way in which a message that was attached to another one becomes a file of
 * its own. The same contents always give the same bytes.
 */
export function writeCompoundFile(contents: readonly CompoundContent[]): Uint8Array {
  const entries = entriesOf(contents);
  const large = new Layout(sectorSize);
  const small = new Layout(smallSize);
  for (const entry of entries) {
    if (entry.type === 2) entry.first = (entry.bytes.length < cutoff ? small : large).add(entry.bytes);
  }
  const smallBytes = Buffer.concat(small.chunks);
  const [root] = entries;
  if (root !== undefined) root.first = large.add(smallBytes);
  const smallTable = figures(small.next, Math.ceil(small.next.length / 128) * 128);
  const smallTableFirst = large.add(smallTable);
  const directoryFirst = large.add(directoryBytes(entries, smallBytes.length));
  return withTables(large, { smallTableFirst, smallTables: smallTable.length / sectorSize, directoryFirst });
}

interface Places {
  readonly smallTableFirst: number;
  readonly smallTables: number;
  readonly directoryFirst: number;
}

/** Adds the allocation table, which counts its own sectors too, and puts the header before all. */
function withTables(large: Layout, places: Places): Uint8Array {
  const used = large.next.length;
  let tables = 0;
  let extras = 0;
  for (;;) {
    const needed = Math.ceil((used + tables + extras) / 128);
    const extraNeeded = Math.max(0, Math.ceil((needed - 109) / 127));
    if (needed === tables && extraNeeded === extras) break;
    tables = needed;
    extras = extraNeeded;
  }
  const tablePlaces = Array.from({ length: tables }, (_, index) => used + index);
  const marks = [
    ...large.next,
    ...tablePlaces.map(() => tableMark),
    ...Array.from({ length: extras }, () => extraMark),
  ];
  const table = figures(marks, tables * 128);
  for (let index = 0; index < tables; index += 1) {
    large.mark(table.subarray(index * sectorSize, (index + 1) * sectorSize), tableMark);
  }
  const extraFirst = used + tables;
  for (let index = 0; index < extras; index += 1) {
    const part = figures(tablePlaces.slice(109 + index * 127, 109 + (index + 1) * 127), 128);
    part.writeUInt32LE(index === extras - 1 ? endOfChain : extraFirst + index + 1, 127 * 4);
    large.mark(part, extraMark);
  }
  const header = Buffer.alloc(sectorSize, 0);
  header.write('d0cf11e0a1b11ae1', 0, 'hex');
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tables, 44);
  header.writeUInt32LE(places.directoryFirst, 48);
  header.writeUInt32LE(cutoff, 56);
  header.writeUInt32LE(places.smallTableFirst, 60);
  header.writeUInt32LE(places.smallTables, 64);
  header.writeUInt32LE(extras === 0 ? endOfChain : extraFirst, 68);
  header.writeUInt32LE(extras, 72);
  figures(tablePlaces.slice(0, 109), 109).copy(header, 76);
  return Buffer.concat([header, ...large.chunks]);
}
