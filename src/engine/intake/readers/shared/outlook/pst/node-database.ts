import { crc32, inflateSync } from 'node:zlib';
import { limits } from '../../../../limits.ts';
import { unveil } from './cipher.ts';

/** A node of an Outlook data file (MS-PST, section 2.2.2.7.7.4): a message, folder or table, and the blocks that hold it. */
export interface PstNode {
  readonly id: number;
  readonly data: number;
  readonly sub: number;
  readonly parent: number;
}

/** A part of a node, such as the table of its attachments. */
export type SubNode = Pick<PstNode, 'id' | 'data' | 'sub'>;

interface Place {
  readonly at: number;
  readonly stored: number;
  /** Bytes after unpacking; 0 where the block is not packed. */
  readonly unpacked: number;
}

/** How figures are laid out: with 4-byte numbers (Outlook 97–2002), with 8-byte ones (2003 on), on large pages (OST of 2013 on). */
interface Layout {
  readonly kind: 'ansi' | 'unicode' | 'large';
  readonly wide: boolean;
  readonly pageBytes: number;
  /** Bytes of entries in a page of a tree; the counts follow. */
  readonly entryArea: number;
  readonly nodeTreeAt: number;
  readonly blockTreeAt: number;
  readonly veilAt: number;
}

const layouts: Readonly<Record<Layout['kind'], Layout>> = {
  ansi: { kind: 'ansi', wide: false, pageBytes: 512, entryArea: 496, nodeTreeAt: 188, blockTreeAt: 196, veilAt: 461 },
  unicode: {
    kind: 'unicode',
    wide: true,
    pageBytes: 512,
    entryArea: 488,
    nodeTreeAt: 224,
    blockTreeAt: 240,
    veilAt: 513,
  },
  large: {
    kind: 'large',
    wide: true,
    pageBytes: 4096,
    entryArea: 4056,
    nodeTreeAt: 224,
    blockTreeAt: 240,
    veilAt: 513,
  },
};

/** Bytes between the entries of a page and its trailer: the counts, and what fills them up. */
const beforeTrailer: Readonly<Record<Layout['kind'], number>> = { ansi: 4, unicode: 8, large: 16 };

export function isPst(bytes: Uint8Array): boolean {
  return bytes.length >= 564 && bytes[0] === 0x21 && bytes[1] === 0x42 && bytes[2] === 0x44 && bytes[3] === 0x4e;
}

function layoutOf(all: Buffer): Layout | null {
  const version = all.readUInt16LE(10);
  if (version === 14 || version === 15) return layouts.ansi;
  if (version === 36) return layouts.large;
  return version >= 21 && version <= 37 ? layouts.unicode : null;
}

/** Two lowest bits of a block's number: the first is spare, the second marks blocks that only list other blocks. */
const blockKey = (id: number): number => id - (id % 2);
const listsBlocks = (id: number): boolean => Math.floor(id / 2) % 2 === 1;

const nodePage = 0x81;
const blockPage = 0x80;

/** The lower layer of an Outlook data file: its trees of nodes and blocks. Reading never throws; what is lost reads as empty. */
export class NodeDatabase {
  private readonly all: Buffer;
  private readonly layout: Layout;
  private readonly veilKind: number;
  private readonly blocks = new Map<number, Place>();
  readonly nodes = new Map<number, PstNode>();
  /** True where a tree, list or block leads out of the file. */
  damaged = false;

  private constructor(all: Buffer, layout: Layout) {
    this.all = all;
    this.layout = layout;
    this.veilKind = all[layout.veilAt] ?? 0;
  }

  /** Null where the file is of a kind that is not known. */
  static open(bytes: Uint8Array): NodeDatabase | null {
    if (!isPst(bytes)) return null;
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const layout = layoutOf(all);
    if (layout === null) return null;
    const database = new NodeDatabase(all, layout);
    database.walk(database.wideAt(layout.blockTreeAt), blockPage, (at) => database.takeBlock(at));
    database.walk(database.wideAt(layout.nodeTreeAt), nodePage, (at) => database.takeNode(at));
    if (database.nodes.size === 0 || database.blocks.size === 0) database.searchPages();
    return database;
  }

  get large(): boolean {
    return this.layout.kind === 'large';
  }

  /** 0 none, 1 and 2 the ways that are known; others need a key that is not in the file. */
  get veiledUnknown(): boolean {
    return this.veilKind > 2;
  }

  /** A number of the width of the file. */
  private wideAt(at: number): number {
    return this.number(this.all, at);
  }

  private number(bytes: Buffer, at: number): number {
    const width = this.layout.wide ? 8 : 4;
    if (at + width > bytes.length) return 0;
    return bytes.readUInt32LE(at) + (this.layout.wide ? bytes.readUInt32LE(at + 4) * 0x1_0000_0000 : 0);
  }

  /** MS-PST, section 5.3: the sum begins with 0 and is not turned round, unlike that of zip. */
  private isWhole(page: number): boolean {
    const { entryArea, kind, wide } = this.layout;
    const trailer = page + entryArea + beforeTrailer[kind];
    const sum = (crc32(this.all.subarray(page, trailer), 0xffffffff) ^ 0xffffffff) >>> 0;
    return this.all.readUInt32LE(trailer + (wide ? 4 : 8)) === sum;
  }

  /** Where the tops of the trees are lost (a file that was cut off), their leaves are looked for page by page. */
  private searchPages(): void {
    this.damaged = true;
    const { pageBytes } = this.layout;
    for (let page = pageBytes; page + pageBytes <= this.all.length; page += 512) {
      for (const kind of [blockPage, nodePage]) {
        const found = this.pageAt(page, kind);
        if (found === null || found.level !== 0 || !this.isWhole(page)) continue;
        for (let index = 0; index < found.count; index += 1) {
          const at = page + index * found.size;
          if (kind === blockPage) this.takeBlock(at);
          else this.takeNode(at);
        }
      }
    }
  }

  /** What a page of a tree says of its entries; null where no such page lies there. */
  private pageAt(page: number, kind: number): { count: number; size: number; level: number } | null {
    const { pageBytes, entryArea, kind: width } = this.layout;
    const trailer = page + entryArea + beforeTrailer[width];
    if (page <= 0 || page + pageBytes > this.all.length || this.all[trailer] !== kind) return null;
    const at = page + entryArea;
    const [count = 0, , size = 0, level = 0] = this.large
      ? [this.all.readUInt16LE(at), 0, this.all[at + 4], this.all[at + 5]]
      : this.all.subarray(at, at + 4);
    return { count: size === 0 ? 0 : Math.min(count, Math.floor(entryArea / size)), size, level };
  }

  /** Visits the leaves of a tree of pages; each page once, so that circles end. */
  private walk(root: number, kind: number, leaf: (at: number) => void): void {
    const seen = new Set<number>();
    const waiting = [root];
    const placeOfPage = this.layout.wide ? 16 : 8;
    for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
      const found = this.pageAt(page, kind);
      this.damaged ||= found === null;
      if (found === null || seen.has(page)) continue;
      seen.add(page);
      for (let index = found.count - 1; index >= 0; index -= 1) {
        const at = page + index * found.size;
        if (found.level === 0) leaf(at);
        else waiting.push(this.wideAt(at + placeOfPage));
      }
    }
  }

  private takeBlock(at: number): void {
    const { wide } = this.layout;
    const sizes = at + (wide ? 16 : 8);
    const stored = this.all.readUInt16LE(sizes);
    const unpacked = this.large ? this.all.readUInt16LE(sizes + 2) : 0;
    const place = { at: this.wideAt(at + (wide ? 8 : 4)), stored, unpacked: unpacked === stored ? 0 : unpacked };
    this.blocks.set(blockKey(this.wideAt(at)), place);
  }

  private takeNode(at: number): void {
    const step = this.layout.wide ? 8 : 4;
    const id = this.all.readUInt32LE(at);
    const parent = this.all.readUInt32LE(at + step * 3);
    this.nodes.set(id, { id, data: this.wideAt(at + step), sub: this.wideAt(at + step * 2), parent });
  }

  private block(id: number): Buffer {
    const place = this.blocks.get(blockKey(id));
    if (place === undefined || place.at + place.stored > this.all.length) {
      this.damaged = true;
      return Buffer.alloc(0);
    }
    const stored = this.all.subarray(place.at, place.at + place.stored);
    const bytes = place.unpacked === 0 ? stored : this.inflated(stored, place.unpacked);
    return listsBlocks(id) ? bytes : unveil(bytes, this.veilKind, id % 0x1_0000_0000);
  }

  private inflated(bytes: Buffer, size: number): Buffer {
    try {
      return inflateSync(bytes, { maxOutputLength: Math.max(size, 1) });
    } catch {
      this.damaged = true;
      return Buffer.alloc(0);
    }
  }

  /** The data blocks of a node in order. A list of blocks names blocks or lists of the layer below it; two layers at most. */
  dataBlocks(id: number): Buffer[] {
    const found: Buffer[] = [];
    let total = 0;
    const waiting: { id: number; layer: number }[] = id === 0 ? [] : [{ id, layer: 3 }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const bytes = this.block(next.id);
      if (!listsBlocks(next.id)) {
        found.push(bytes);
        total += bytes.length;
        if (total > limits.memberBytes) break;
        continue;
      }
      const layer = bytes[1] ?? 0;
      if (bytes[0] !== 1 || layer >= next.layer) {
        this.damaged = true;
        continue;
      }
      for (const inner of this.listed(bytes).toReversed()) waiting.push({ id: inner, layer });
    }
    return found;
  }

  private listed(bytes: Buffer): number[] {
    const width = this.layout.wide ? 8 : 4;
    const count = bytes.length < 8 ? 0 : Math.min(bytes.readUInt16LE(2), Math.floor((bytes.length - 8) / width));
    return Array.from({ length: count }, (_, index) => this.number(bytes, 8 + index * width));
  }

  /** The parts of a node by their numbers (MS-PST, section 2.2.2.8.3.3). */
  subNodes(id: number): Map<number, SubNode> {
    const found = new Map<number, SubNode>();
    if (id === 0) return found;
    const step = this.layout.wide ? 8 : 4;
    const start = this.layout.wide ? 8 : 4;
    const waiting = [{ id, layer: 2 }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const bytes = this.block(next.id);
      if (bytes.length < 4 || bytes[0] !== 2 || (bytes[1] ?? 0) >= next.layer) {
        this.damaged = true;
        continue;
      }
      const leaf = bytes[1] === 0;
      const size = leaf ? step * 3 : step * 2;
      const count = Math.min(bytes.readUInt16LE(2), Math.floor((bytes.length - start) / size));
      for (let index = 0; index < count; index += 1) {
        const at = start + index * size;
        const nodeId = bytes.readUInt32LE(at);
        const data = this.number(bytes, at + step);
        if (leaf) found.set(nodeId, { id: nodeId, data, sub: this.number(bytes, at + step * 2) });
        else waiting.push({ id: data, layer: 1 });
      }
    }
    return found;
  }
}
