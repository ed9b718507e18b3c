import { deflateSync } from 'node:zlib';
import { encoded, type MadeMessage, type MadeProperty } from './outlook-files.ts';

/** A folder of an Outlook data file that is made. */
export interface MadeFolder {
  readonly name: string;
  readonly messages: readonly MadeMessage[];
  /** Messages that lie in the file but not in the folder's list. */
  readonly unlisted?: readonly MadeMessage[];
}

export interface MadeStore {
  readonly kind?: 'ansi' | 'unicode' | 'large';
  /** 0 plain, 1 permuted, 2 cyclic. */
  readonly veil?: 0 | 1 | 2;
  readonly folders: readonly MadeFolder[];
}

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

/** Writes an Outlook data file part by part as MS-PST describes it. */
class StoreWriter {
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

/** A heap of pieces in one block, the first of which is the root. */
function heap(client: number, pieces: readonly Buffer[]): Buffer {
  const places: number[] = [12];
  for (const piece of pieces) places.push((places.at(-1) ?? 0) + piece.length);
  const end = (places.at(-1) ?? 0) + ((places.at(-1) ?? 0) % 2);
  const head = Buffer.alloc(12);
  head.writeUInt16LE(end, 0);
  head[2] = 0xec;
  head[3] = client;
  head.writeUInt32LE(0x20, 4);
  const map = Buffer.alloc(4 + places.length * 2);
  map.writeUInt16LE(pieces.length, 0);
  for (const [index, place] of places.entries()) map.writeUInt16LE(place, 4 + index * 2);
  const filled = Buffer.alloc(end - (places.at(-1) ?? 0));
  return Buffer.concat([head, ...pieces, filled, map]);
}

const pieceId = (index: number): number => (index + 1) << 5;

function tree(keyBytes: number, valueBytes: number, root: number): Buffer {
  const head = Buffer.alloc(8);
  head[0] = 0xb5;
  head[1] = keyBytes;
  head[2] = valueBytes;
  head.writeUInt32LE(root, 4);
  return head;
}

type Part = { id: number; data: number; sub: number };

interface Content {
  readonly data: number;
  readonly parts: readonly Part[];
}

function properties(
  writer: StoreWriter,
  list: readonly MadeProperty[],
  object?: { id: number; size: number },
): Content {
  const pieces: Buffer[] = [tree(2, 6, pieceId(1)), Buffer.alloc(0)];
  const parts: Part[] = [];
  const records = list.map((property) => {
    const { type, bytes } = encoded(property);
    const record = Buffer.alloc(8);
    record.writeUInt16LE(property[0], 0);
    record.writeUInt16LE(type, 2);
    if (type === 0x03 || type === 0x0b) bytes.copy(record, 4);
    else if (bytes.length > 600) {
      const part = { id: writer.partNumber(), data: writer.data(bytes), sub: 0 };
      parts.push(part);
      record.writeUInt32LE(part.id, 4);
    } else if (bytes.length > 0) {
      pieces.push(bytes);
      record.writeUInt32LE(pieceId(pieces.length - 1), 4);
    }
    return { id: property[0], record };
  });
  if (object !== undefined) {
    const record = Buffer.alloc(8);
    record.writeUInt16LE(0x3701, 0);
    record.writeUInt16LE(0x0d, 2);
    const told = Buffer.alloc(8);
    told.writeUInt32LE(object.id, 0);
    told.writeUInt32LE(object.size, 4);
    pieces.push(told);
    record.writeUInt32LE(pieceId(pieces.length - 1), 4);
    records.push({ id: 0x3701, record });
  }
  pieces[1] = Buffer.concat(records.toSorted((a, b) => a.id - b.id).map(({ record }) => record));
  return { data: writer.data(heap(0xbc, pieces)), parts };
}

/** A table whose cells are figures, or pieces of words. */
function rows(
  writer: StoreWriter,
  columns: readonly [id: number, type: number][],
  list: readonly { id: number; cells: readonly MadeProperty[] }[],
): number {
  const all: [number, number][] = [[0x67f2, 0x03], [0x67f3, 0x03], ...columns];
  const cellsEnd = all.length * 4;
  const rowBytes = cellsEnd + Math.ceil(all.length / 8);
  const info = Buffer.alloc(22 + all.length * 8);
  info[0] = 0x7c;
  info[1] = all.length;
  for (const at of [2, 4, 6]) info.writeUInt16LE(cellsEnd, at);
  info.writeUInt16LE(rowBytes, 8);
  info.writeUInt32LE(pieceId(1), 10);
  if (list.length > 0) info.writeUInt32LE(pieceId(3), 14);
  const sorted = all.map(([id, type], index) => ({ id, type, index })).toSorted((a, b) => a.id - b.id);
  for (const [place, { id, type, index }] of sorted.entries()) {
    const at = 22 + place * 8;
    info.writeUInt16LE(type, at);
    info.writeUInt16LE(id, at + 2);
    info.writeUInt16LE(index * 4, at + 4);
    info[at + 6] = 4;
    info[at + 7] = index;
  }
  const pieces: Buffer[] = [info, tree(4, 4, list.length > 0 ? pieceId(2) : 0), Buffer.alloc(0), Buffer.alloc(0)];
  const index: Buffer[] = [];
  const matrix: Buffer[] = [];
  for (const [number, { id, cells }] of list.entries()) {
    const entry = Buffer.alloc(8);
    entry.writeUInt32LE(id, 0);
    entry.writeUInt32LE(number, 4);
    index.push(entry);
    const row = Buffer.alloc(rowBytes);
    row.writeUInt32LE(id, 0);
    row.writeUInt32LE(1, 4);
    row[cellsEnd] = 0xc0;
    for (const cell of cells) {
      const place = all.findIndex(([column]) => column === cell[0]);
      const { type, bytes } = encoded(cell);
      if (type === 0x03) bytes.copy(row, place * 4);
      else {
        pieces.push(bytes);
        row.writeUInt32LE(pieceId(pieces.length - 1), place * 4);
      }
      const at = cellsEnd + (place >> 3);
      row[at] = (row[at] ?? 0) | (0x80 >> (place & 7));
    }
    matrix.push(row);
  }
  pieces[2] = Buffer.concat(index);
  pieces[3] = Buffer.concat(matrix);
  return writer.data(heap(0x7c, pieces));
}

const recipientColumns: [number, number][] = [
  [0x0c15, 0x03],
  [0x3001, 0x1f],
  [0x3003, 0x1f],
  [0x39fe, 0x1f],
];

function message(writer: StoreWriter, made: MadeMessage): { data: number; sub: number } {
  const own = properties(writer, made.properties);
  const parts: Part[] = [...own.parts];
  const recipients = (made.recipients ?? []).map((cells, id) => ({ id, cells }));
  parts.push({ id: 0x692, data: rows(writer, recipientColumns, recipients), sub: 0 });
  const listed: { id: number; cells: readonly MadeProperty[] }[] = [];
  for (const each of made.attachments ?? []) {
    const id = writer.partNumber(0x05);
    listed.push({ id, cells: [] });
    if (each.message === undefined) {
      const content = properties(writer, each.properties);
      parts.push({ id, data: content.data, sub: writer.parts(content.parts) });
      continue;
    }
    const inner = { id: writer.partNumber(0x04), ...message(writer, each.message) };
    const content = properties(writer, [...each.properties, [0x3705, 5]], { id: inner.id, size: 100 });
    parts.push({ id, data: content.data, sub: writer.parts([...content.parts, inner]) });
  }
  if (listed.length > 0) parts.push({ id: 0x671, data: rows(writer, [], listed), sub: 0 });
  return { data: own.data, sub: writer.parts(parts) };
}

function folderEntry(id: number): Buffer {
  const entry = Buffer.alloc(24);
  entry.fill(0x11, 4, 20);
  entry.writeUInt32LE(id, 20);
  return entry;
}

function folder(
  writer: StoreWriter,
  id: number,
  parent: number,
  name: string,
  inside: { folders: number[]; messages: number[] },
): void {
  const { folders, messages } = inside;
  const own = properties(writer, [
    [0x3001, name],
    [0x3602, messages.length],
    [0x3603, 0],
    [0x360a, folders.length > 0],
  ]);
  const column: [number, number][] = [[0x3001, 0x1f]];
  const hierarchy = rows(
    writer,
    column,
    folders.map((each) => ({ id: each, cells: [] })),
  );
  const contents = rows(
    writer,
    column,
    messages.map((each) => ({ id: each, cells: [] })),
  );
  const base = id & ~0x1f;
  writer.nodes.push(
    { id, data: own.data, sub: writer.parts(own.parts), parent },
    { id: base | 0x0d, data: hierarchy, sub: 0, parent: 0 },
    { id: base | 0x0e, data: contents, sub: 0, parent: 0 },
    { id: base | 0x0f, data: rows(writer, column, []), sub: 0, parent: 0 },
  );
}

/** An Outlook data file with the given folders under `Top of Personal Folders`. */
export function pstFile(store: MadeStore, veil: Veil = (bytes) => bytes): Buffer {
  const writer = new StoreWriter(store.kind ?? 'unicode', store.veil ?? 0, veil);
  const key = Buffer.alloc(16, 0x11);
  const own = properties(writer, [
    [0x0ff9, key],
    [0x3001, 'Made store'],
    [0x35df, 0x89],
    [0x35e0, folderEntry(0x8022)],
    [0x35e3, folderEntry(0x8022)],
    [0x35e7, folderEntry(0x8022)],
  ]);
  writer.nodes.push({ id: 0x21, data: own.data, sub: writer.parts(own.parts), parent: 0 });
  const names = properties(writer, [
    [0x0001, 251],
    [0x0002, Buffer.alloc(0)],
    [0x0003, Buffer.alloc(0)],
    [0x0004, Buffer.alloc(0)],
  ]);
  writer.nodes.push({ id: 0x61, data: names.data, sub: 0, parent: 0 });
  let nextMessage = 0x200024;
  const folderIds: number[] = [];
  for (const [index, made] of store.folders.entries()) {
    const id = 0x8042 + index * 0x20;
    folderIds.push(id);
    const put = (each: MadeMessage): number => {
      const messageId = nextMessage;
      nextMessage += 0x20;
      writer.nodes.push({ id: messageId, ...message(writer, each), parent: id });
      return messageId;
    };
    const listed = made.messages.map(put);
    for (const each of made.unlisted ?? []) put(each);
    folder(writer, id, 0x8022, made.name, { folders: [], messages: listed });
  }
  folder(writer, 0x122, 0x122, '', { folders: [0x8022], messages: [] });
  folder(writer, 0x8022, 0x122, 'Top of Personal Folders', { folders: folderIds, messages: [] });
  return writer.finish();
}
