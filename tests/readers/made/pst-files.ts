import { encoded, type MadeMessage, type MadeProperty } from './outlook-files.ts';
import { StoreWriter, type Veil } from './pst-writer.ts';

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
