/** Numbers from here on are marks (end of a chain, free, table) and no sectors (MS-CFB, section 2.1). */
const highestSector = 0xfffffffa;
const nothing = 0xffffffff;
/** Places of tables that the header itself holds. */
const placesInHeader = 109;

interface Run {
  readonly from: number;
  to: number;
}

/** Sectors of one size, with the table that chains them. Chains are followed as far as they make sense. */
export class Sectors {
  private readonly bytes: Buffer;
  private readonly size: number;
  private readonly offset: number;
  private readonly next: Uint32Array;
  /** In which reading each sector was last met, so that no chain is followed in a circle. */
  private readonly met: Uint32Array;
  private reading = 0;
  /** True once a chain led out of the file, in a circle or to too few bytes. */
  damaged: boolean;

  constructor(bytes: Buffer, size: number, offset: number, next: Uint32Array, damaged = false) {
    this.bytes = bytes;
    this.size = size;
    this.offset = offset;
    // The last sector of a sound file may be shorter than the others; none lies behind it.
    this.next = next.subarray(0, Math.max(0, Math.ceil((bytes.length - offset) / size)));
    this.met = new Uint32Array(this.next.length);
    this.damaged = damaged;
  }

  /** The sectors of a chain, those that lie side by side as one. */
  private runs(first: number, most: number): Run[] {
    const runs: Run[] = [];
    this.reading += 1;
    let at = first;
    for (let count = 0; count < most && at < highestSector; count += 1) {
      if (at >= this.next.length || this.met[at] === this.reading) {
        this.damaged = true;
        break;
      }
      this.met[at] = this.reading;
      const last = runs.at(-1);
      if (last?.to === at) last.to += 1;
      else runs.push({ from: at, to: at + 1 });
      at = this.next[at] ?? nothing;
    }
    return runs;
  }

  /** The bytes of the chain that begins at `first`, but no more than `most`. */
  upTo(first: number, most: number): Buffer {
    const place = (sector: number): number => this.offset + sector * this.size;
    const runs = this.runs(first, Math.ceil(most / this.size));
    return Buffer.concat(runs.map(({ from, to }) => this.bytes.subarray(place(from), place(to)))).subarray(0, most);
  }

  /** `length` bytes of the chain that begins at `first`; fewer where the file does not hold them. */
  exactly(first: number, length: number): Buffer {
    const found = this.upTo(first, length);
    if (found.length < length) this.damaged = true;
    return found;
  }
}

export function numbersOf(bytes: Buffer): Uint32Array {
  const numbers = new Uint32Array(Math.floor(bytes.length / 4));
  for (let index = 0; index < numbers.length; index += 1) numbers[index] = bytes.readUInt32LE(index * 4);
  return numbers;
}

/**
 * Sectors that hold the allocation table: the first places of them stand in the header, the others in a chain of their
 * own. No more are taken than the sectors of the file can need, whatever it claims.
 */
function tablePlaces(all: Buffer, size: number): number[] {
  const sectors = Math.ceil(all.length / size);
  const needed = Math.ceil((sectors * 4) / size);
  const found: number[] = [];
  const take = (places: Uint32Array): void => {
    for (const place of places) if (place < highestSector && found.length < needed) found.push(place);
  };
  take(numbersOf(all.subarray(76, 76 + placesInHeader * 4)));
  const seen = new Set<number>();
  let at = all.readUInt32LE(68);
  while (found.length < needed && !seen.has(at)) {
    seen.add(at);
    const piece = all.subarray((at + 1) * size, (at + 2) * size);
    if (piece.length < size) break;
    take(numbersOf(piece.subarray(0, size - 4)));
    at = piece.readUInt32LE(size - 4);
  }
  return found;
}

/** The sectors of a compound file, chained by its allocation table as far as that is there. */
export function sectorsOf(all: Buffer, size: number): Sectors {
  const places = tablePlaces(all, size);
  const each = size / 4;
  // A table that is cut off leaves its place empty, so that those after it still chain the right sectors.
  const next = new Uint32Array(places.length * each).fill(nothing);
  let cut = false;
  for (const [index, place] of places.entries()) {
    const table = numbersOf(all.subarray((place + 1) * size, (place + 2) * size));
    next.set(table, index * each);
    cut ||= table.length < each;
  }
  return new Sectors(all, size, size, next, cut);
}
