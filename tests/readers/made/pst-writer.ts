import { deflateSync } from 'node:zlib';

/** The tables of MS-PST, section 5.1, are read backwards by the reader; a store is made by veiling with them forwards. */
export type Veil = (bytes: Buffer, blockId: number) => Buffer;

interface Block {
  readonly id: number;
  readonly at: number;
  readonly stored: number;
  readonly whole: number;
}

interface Node {
  readonly id: number;
  readonly data: number;
  readonly sub: number;
  readonly parent: number;
}

function crcTable(): number[] {
  return Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value >>> 0;
  });
}

const table = crcTable();

/** MS-PST, section 5.3: begins with 0 and is not turned round at its end. */
function crc(bytes: Uint8Array): number {
  let value = 0;
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return value >>> 0;
}

/** MS-PST, section 5.5. */
function mark(at: number, id: number): number {
  const mixed = (at ^ id) >>> 0;
  return ((mixed >>> 16) ^ (mixed & 0xffff)) & 0xffff;
}

/** Writes an Outlook data file part by part as MS-PST describes it: blocks, then the trees that name them. */
export class StoreWriter {
  private readonly wide: boolean;
  private readonly large: boolean;
  private readonly veilKind: number;
  private readonly veil: Veil;
  private readonly chunks: Buffer[] = [];
  private length: number;
  private nextId = 4;
  private nextPart = 0x101f;
  readonly blocks: Block[] = [];
  readonly nodes: Node[] = [];

  constructor(kind: 'ansi' | 'unicode' | 'large', veilKind: number, veil: Veil) {
    this.wide = kind !== 'ansi';
    this.large = kind === 'large';
    this.veilKind = veilKind;
    this.veil = veil;
    this.length = this.large ? 0x4000 : 0x4400;
    this.chunks.push(Buffer.alloc(this.length));
  }

  private figure(value: number): Buffer {
    const bytes = Buffer.alloc(this.wide ? 8 : 4);
    bytes.writeUInt32LE(value, 0);
    return bytes;
  }

  private append(bytes: Buffer, boundary: number): number {
    const filled = (boundary - (this.length % boundary)) % boundary;
    this.chunks.push(Buffer.alloc(filled), bytes);
    const at = this.length + filled;
    this.length = at + bytes.length;
    return at;
  }

  private trailer(at: number, id: number, stored: Buffer, whole: number): Buffer {
    const trailer = Buffer.alloc(this.large ? 24 : this.wide ? 16 : 12);
    trailer.writeUInt16LE(stored.length, 0);
    trailer.writeUInt16LE(mark(at, id), 2);
    trailer.writeUInt32LE(this.wide ? crc(stored) : id, 4);
    trailer.writeUInt32LE(this.wide ? id : crc(stored), 8);
    if (this.large) trailer.writeUInt16LE(whole, 16);
    return trailer;
  }

  private block(bytes: Buffer, listing: boolean): number {
    const id = this.nextId + (listing ? 2 : 0);
    this.nextId += 4;
    const veiled = listing ? bytes : this.veil(bytes, id);
    const packed = this.large && !listing ? deflateSync(veiled) : veiled;
    const stored = packed.length < veiled.length ? packed : veiled;
    const trailerBytes = this.large ? 24 : this.wide ? 16 : 12;
    const boundary = this.large ? 512 : 64;
    const fill = Buffer.alloc((boundary - ((stored.length + trailerBytes) % boundary)) % boundary);
    const start = this.length + ((boundary - (this.length % boundary)) % boundary);
    const whole = Buffer.concat([stored, fill, this.trailer(start, id, stored, veiled.length)]);
    const at = this.append(whole, boundary);
    this.blocks.push({ id, at, stored: stored.length, whole: veiled.length });
    return id;
  }

  /** Data of any length: one block, or a list of blocks. */
  data(bytes: Buffer): number {
    const most = 8000;
    if (bytes.length <= most) return this.block(bytes, false);
    const ids: number[] = [];
    for (let at = 0; at < bytes.length; at += most) ids.push(this.block(bytes.subarray(at, at + most), false));
    const head = Buffer.alloc(8);
    head[0] = 1;
    head[1] = 1;
    head.writeUInt16LE(ids.length, 2);
    head.writeUInt32LE(bytes.length, 4);
    return this.block(Buffer.concat([head, ...ids.map((id) => this.figure(id))]), true);
  }

  /** The list of a node's parts. */
  parts(parts: readonly { id: number; data: number; sub: number }[]): number {
    if (parts.length === 0) return 0;
    const head = Buffer.alloc(this.wide ? 8 : 4);
    head[0] = 2;
    head.writeUInt16LE(parts.length, 2);
    const entries = parts
      .toSorted((a, b) => a.id - b.id)
      .flatMap((part) => [this.figure(part.id), this.figure(part.data), this.figure(part.sub)]);
    return this.block(Buffer.concat([head, ...entries]), true);
  }

  partNumber(kind = 0x1f): number {
    this.nextPart += 0x20;
    return (this.nextPart & ~0x1f) | kind;
  }

  /** One page of a tree; `level` 0 holds the entries themselves. */
  private page(
    kind: number,
    entries: readonly Buffer[],
    entryBytes: number,
    level: number,
  ): { id: number; at: number } {
    const area = this.large ? 4056 : this.wide ? 488 : 496;
    const page = Buffer.alloc(this.large ? 4096 : 512);
    Buffer.concat([...entries]).copy(page);
    const figures = this.large ? [0, 2, 4, 5] : [0, 1, 2, 3];
    for (const [index, value] of [entries.length, Math.floor(area / entryBytes), entryBytes, level].entries()) {
      page[area + (figures[index] ?? 0)] = value;
    }
    const trailer = area + (this.large ? 16 : this.wide ? 8 : 4);
    const id = this.nextId;
    this.nextId += 4;
    page[trailer] = kind;
    page[trailer + 1] = kind;
    const at = this.append(page, this.large ? 4096 : 512);
    page.writeUInt16LE(mark(at, id), trailer + 2);
    const sum = crc(page.subarray(0, trailer));
    page.writeUInt32LE(this.wide ? sum : id, trailer + 4);
    page.writeUInt32LE(this.wide ? id : sum, trailer + 8);
    return { id, at };
  }

  /** A tree of one page, or of a page that names several. */
  private tree(kind: number, entries: readonly Buffer[], entryBytes: number): { id: number; at: number } {
    const most = Math.floor((this.large ? 4056 : this.wide ? 488 : 496) / entryBytes);
    if (entries.length <= most) return this.page(kind, entries, entryBytes, 0);
    const names: Buffer[] = [];
    for (let at = 0; at < entries.length; at += most) {
      const part = entries.slice(at, at + most);
      const page = this.page(kind, part, entryBytes, 0);
      const key = part[0]?.subarray(0, this.wide ? 8 : 4) ?? Buffer.alloc(0);
      names.push(Buffer.concat([key, this.figure(page.id), this.figure(page.at)]));
    }
    return this.page(kind, names, this.wide ? 24 : 12, 1);
  }

  finish(): Buffer {
    const sizes = ({ stored, whole }: Block): Buffer => {
      const bytes = Buffer.alloc(this.wide ? 8 : 4);
      bytes.writeUInt16LE(stored, 0);
      bytes.writeUInt16LE(this.large ? whole : 2, 2);
      if (this.wide) bytes.writeUInt16LE(2, this.large ? 4 : 2);
      return bytes;
    };
    const blockEntries = this.blocks
      .toSorted((a, b) => a.id - b.id)
      .map((block) => Buffer.concat([this.figure(block.id), this.figure(block.at), sizes(block)]));
    const nodeEntries = this.nodes
      .toSorted((a, b) => a.id - b.id)
      .map((node) => {
        const parent = this.wide ? this.figure(node.parent) : this.figure(node.parent).subarray(0, 4);
        return Buffer.concat([this.figure(node.id), this.figure(node.data), this.figure(node.sub), parent]);
      });
    const blockTree = this.tree(0x80, blockEntries, this.wide ? 24 : 12);
    const nodeTree = this.tree(0x81, nodeEntries, this.wide ? 32 : 16);
    const all = Buffer.concat(this.chunks);
    all.write('!BDN', 0, 'latin1');
    all.write('SM', 8, 'latin1');
    all.writeUInt16LE(this.large ? 36 : this.wide ? 23 : 15, 10);
    all.writeUInt16LE(19, 12);
    all[14] = 1;
    all[15] = 1;
    const root = this.wide ? 180 : 164;
    all.writeUInt32LE(all.length, root + 4);
    const width = this.wide ? 8 : 4;
    const nodeRef = this.wide ? 216 : 184;
    for (const [index, value] of [nodeTree.id, nodeTree.at, blockTree.id, blockTree.at].entries()) {
      all.writeUInt32LE(value, nodeRef + width * index);
    }
    all[nodeRef + width * 4] = 2;
    const veilAt = this.wide ? 513 : 461;
    all[veilAt - 1] = 0x80;
    all[veilAt] = this.veilKind;
    all.writeUInt32LE(crc(all.subarray(8, 8 + 471)), 4);
    if (this.wide) all.writeUInt32LE(crc(all.subarray(8, 8 + 516)), 524);
    return all;
  }
}
