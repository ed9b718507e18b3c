import { type MapiValue, mapiType } from '../mapi.ts';
import type { NodeDatabase, SubNode } from './node-database.ts';

const heapMark = 0xec;
const treeMark = 0xb5;
const tableMark = 0x7c;
/** Values of at most four bytes stand in the list itself. */
const inList = new Set<number>([mapiType.short, mapiType.long, 0x0004, 0x000a, mapiType.boolean]);
const fixedElsewhere: ReadonlyMap<number, number> = new Map([
  [mapiType.int64, 8],
  [mapiType.time, 8],
  [0x0005, 8],
  [0x0006, 8],
  [0x0007, 8],
]);

/** The heap in the blocks of a node (MS-PST, section 2.3.1): small pieces of bytes by number, and lists made of them. */
export class Heap {
  private readonly blocks: readonly Buffer[];
  private readonly database: NodeDatabase;
  private parts: Map<number, SubNode> | null = null;
  private readonly node: SubNode;

  constructor(database: NodeDatabase, node: SubNode) {
    this.database = database;
    this.node = node;
    this.blocks = database.dataBlocks(node.data);
  }

  /** Whether the node holds a heap at all. */
  get sound(): boolean {
    return this.blocks[0]?.[2] === heapMark;
  }

  get subNodes(): Map<number, SubNode> {
    this.parts ??= this.database.subNodes(this.node.sub);
    return this.parts;
  }

  get root(): number {
    const first = this.blocks[0];
    return first === undefined || first.length < 8 ? 0 : first.readUInt32LE(4);
  }

  /** A piece by its number; empty where the number leads nowhere. */
  piece(id: number): Buffer {
    // Large pages give more bits to the place in a block and fewer to the block.
    const shift = this.database.large ? 19 : 16;
    const index = (id >>> 5) & ((1 << (shift - 5)) - 1);
    const block = this.blocks[id >>> shift];
    if (block === undefined || block.length < 4 || index === 0) return Buffer.alloc(0);
    const map = block.readUInt16LE(0);
    const at = map + 4 + (index - 1) * 2;
    if (at + 4 > block.length) return Buffer.alloc(0);
    const start = block.readUInt16LE(at);
    const end = block.readUInt16LE(at + 2);
    return end < start ? Buffer.alloc(0) : block.subarray(start, Math.min(end, block.length));
  }

  /** The bytes that a number of either kind stands for: a piece of the heap, or the blocks of a part. */
  elsewhere(id: number): Buffer[] {
    if (id === 0) return [];
    if ((id & 0x1f) === 0) return [this.piece(id)];
    const part = this.subNodes.get(id);
    return part === undefined ? [] : this.database.dataBlocks(part.data);
  }

  /** The leaves of a tree in the heap, keys and values together. */
  *leaves(treeId: number): Iterable<{ key: Buffer; value: Buffer }> {
    const head = this.piece(treeId);
    if (head.length < 8 || head[0] !== treeMark) return;
    const keyBytes = head[1] ?? 0;
    const valueBytes = head[2] ?? 0;
    const seen = new Set<number>();
    const waiting = [{ id: head.readUInt32LE(4), level: Math.min(head[3] ?? 0, 8) }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next.id === 0 || seen.has(next.id)) continue;
      seen.add(next.id);
      const bytes = this.piece(next.id);
      const size = keyBytes + (next.level === 0 ? valueBytes : 4);
      if (size === 0) continue;
      const count = Math.floor(bytes.length / size);
      for (let index = 0; index < count && next.level === 0; index += 1) {
        const at = index * size;
        yield { key: bytes.subarray(at, at + keyBytes), value: bytes.subarray(at + keyBytes, at + size) };
      }
      for (let index = count - 1; index >= 0 && next.level > 0; index -= 1) {
        waiting.push({ id: bytes.readUInt32LE(index * size + keyBytes), level: next.level - 1 });
      }
    }
  }

  private value(type: number, figure: Buffer): Buffer {
    if (inList.has(type)) return figure;
    return Buffer.concat(this.elsewhere(figure.readUInt32LE(0)));
  }

  /** The properties of a node (MS-PST, section 2.3.3). */
  properties(): Map<number, MapiValue> {
    const values = new Map<number, MapiValue>();
    if (!this.sound) return values;
    for (const { key, value } of this.leaves(this.root)) {
      if (key.length < 2 || value.length < 6) continue;
      const type = value.readUInt16LE(0);
      values.set(key.readUInt16LE(0), { type, bytes: this.value(type, value.subarray(2, 6)) });
    }
    return values;
  }

  /** The rows of a table (MS-PST, section 2.3.4), each with its number and the properties that it holds. */
  *rows(): Iterable<{ id: number; values: Map<number, MapiValue> }> {
    const info = this.sound ? this.piece(this.root) : Buffer.alloc(0);
    if (info.length < 22 || info[0] !== tableMark) return;
    const columns = columnsOf(info);
    const presenceAt = info.readUInt16LE(6);
    const rowBytes = info.readUInt16LE(8);
    if (rowBytes < 4) return;
    const blocks = this.elsewhere(info.readUInt32LE(14));
    for (const block of blocks) {
      // A row never lies in two blocks.
      for (let at = 0; at + rowBytes <= block.length; at += rowBytes) {
        const row = block.subarray(at, at + rowBytes);
        yield { id: row.readUInt32LE(0), values: this.cells(row, columns, presenceAt) };
      }
    }
  }

  private cells(row: Buffer, columns: readonly Column[], presenceAt: number): Map<number, MapiValue> {
    const values = new Map<number, MapiValue>();
    for (const { id, type, at, length, bit } of columns) {
      const present = ((row[presenceAt + (bit >> 3)] ?? 0) >> (7 - (bit & 7))) & 1;
      if (present === 0 || at + length > row.length) continue;
      const cell = row.subarray(at, at + length);
      const direct = inList.has(type) || (fixedElsewhere.has(type) && length === 8);
      if (direct) values.set(id, { type, bytes: cell });
      else if (length === 4) values.set(id, { type, bytes: Buffer.concat(this.elsewhere(cell.readUInt32LE(0))) });
    }
    return values;
  }

  /** The numbers of the rows that a table counts as its own; rows that were taken out may still lie in its blocks. */
  rowNumbers(): Set<number> {
    const info = this.sound ? this.piece(this.root) : Buffer.alloc(0);
    const numbers = new Set<number>();
    if (info.length < 14 || info[0] !== tableMark) return numbers;
    for (const { key } of this.leaves(info.readUInt32LE(10))) {
      if (key.length >= 4) numbers.add(key.readUInt32LE(0));
    }
    return numbers;
  }
}

interface Column {
  readonly id: number;
  readonly type: number;
  readonly at: number;
  readonly length: number;
  readonly bit: number;
}

function columnsOf(info: Buffer): Column[] {
  const count = Math.min(info[1] ?? 0, Math.floor((info.length - 22) / 8));
  return Array.from({ length: count }, (_, index) => {
    const at = 22 + index * 8;
    return {
      type: info.readUInt16LE(at),
      id: info.readUInt16LE(at + 2),
      at: info.readUInt16LE(at + 4),
      length: info[at + 6] ?? 0,
      bit: info[at + 7] ?? 0,
    };
  });
}
