import { writeCompoundFile } from '../../../src/engine/intake/readers/shared/container/write-compound-file.ts';

/** A Word file of 1997: one piece of two-byte letters, one of single bytes. */
export function makeDoc({
  wide,
  narrow = '',
  notes = '',
  flags = 0,
}: {
  wide: string;
  narrow?: string;
  notes?: string;
  flags?: number;
}): Uint8Array {
  const main = wide + narrow;
  const head = Buffer.alloc(0x400);
  head.writeUInt16LE(0xa5ec, 0);
  head.writeUInt16LE(0xc1, 2);
  head.writeUInt16LE(0x0200 | flags, 10);
  head.writeUInt32LE(main.length, 0x4c);
  head.writeUInt32LE(notes.length, 0x50);
  const wideBytes = Buffer.from(wide, 'utf16le');
  const narrowBytes = Buffer.from(narrow + notes, 'latin1');
  const table = Buffer.alloc(5 + 3 * 4 + 2 * 8);
  table.writeUInt8(2, 0);
  table.writeUInt32LE(table.length - 5, 1);
  [0, wide.length, main.length + notes.length].forEach((place, index) => {
    table.writeUInt32LE(place, 5 + index * 4);
  });
  table.writeUInt32LE(head.length, 17 + 2);
  table.writeUInt32LE((((head.length + wideBytes.length) * 2) | 0x40000000) >>> 0, 25 + 2);
  head.writeUInt32LE(0, 0x1a2);
  head.writeUInt32LE(table.length, 0x1a6);
  return writeCompoundFile([
    { name: 'WordDocument', bytes: Buffer.concat([head, wideBytes, narrowBytes]) },
    { name: '1Table', bytes: table },
    { name: '\u0005SummaryInformation', bytes: summary() },
  ]);
}

function summary(): Buffer {
  const title = Buffer.from('Statement\0');
  const bytes = Buffer.alloc(48 + 8 + 16 + 8 + title.length + 2 + 12);
  bytes.writeUInt32LE(48, 44);
  bytes.writeUInt32LE(2, 52);
  bytes.writeUInt32LE(2, 56);
  bytes.writeUInt32LE(24, 60);
  bytes.writeUInt32LE(12, 64);
  bytes.writeUInt32LE(24 + 8 + title.length + 2, 68);
  bytes.writeUInt32LE(30, 72);
  bytes.writeUInt32LE(title.length, 76);
  title.copy(bytes, 80);
  const time = 80 + title.length + 2;
  bytes.writeUInt32LE(64, time);
  bytes.writeBigUInt64LE((BigInt(1_773_153_720) + 11_644_473_600n) * 10_000_000n, time + 4);
  return bytes;
}

export const excelRecord = (kind: number, ...pieces: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(pieces);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(kind, 0);
  head.writeUInt16LE(content.length, 2);
  return Buffer.concat([head, content]);
};

export const two = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => {
    bytes.writeUInt16LE(value, index * 2);
  });
  return bytes;
};

const four = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
};

const real = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value, 0);
  return bytes;
};

const wideString = (text: string): Buffer =>
  Buffer.concat([two(text.length), Buffer.from([1]), Buffer.from(text, 'utf16le')]);

/** An Excel file of 1997: words are shared, and the last of them goes on in the next record, in letters of one byte. */
export function makeXls(rows: readonly (readonly (string | number)[])[], extra: readonly Buffer[] = []): Uint8Array {
  const strings: string[] = [];
  const cells = rows.flatMap((row, r) =>
    row.map((cell, c) => {
      if (typeof cell === 'number') return excelRecord(0x203, two(r, c, 1), real(cell));
      strings.push(cell);
      return excelRecord(0xfd, two(r, c, 0), four(strings.length - 1));
    }),
  );
  const last = strings.at(-1) ?? '';
  const half = Math.floor(last.length / 2);
  const shared = Buffer.concat([
    four(strings.length),
    four(strings.length),
    ...strings.slice(0, -1).map(wideString),
    two(last.length),
    Buffer.from([1]),
    Buffer.from(last.slice(0, half), 'utf16le'),
  ]);
  const begin = excelRecord(0x809, two(0x600, 5, 0, 0, 0, 0, 0, 0));
  const global = (at: number): Buffer =>
    Buffer.concat([
      begin,
      ...extra,
      excelRecord(0xe0, two(0, 0, 0, 0)),
      excelRecord(0xe0, two(0, 22, 0, 0)),
      excelRecord(0x85, four(at), Buffer.from([0, 0, 5, 0]), Buffer.from('Chats')),
      excelRecord(0xfc, shared),
      excelRecord(0x3c, Buffer.from([0]), Buffer.from(last.slice(half), 'latin1')),
      excelRecord(0x0a),
    ]);
  const sheet = Buffer.concat([excelRecord(0x809, two(0x600, 16, 0, 0, 0, 0, 0, 0)), ...cells, excelRecord(0x0a)]);
  return writeCompoundFile([
    { name: 'Workbook', bytes: Buffer.concat([global(global(0).length), sheet, Buffer.alloc(4096)]) },
  ]);
}

const slideRecord = (head: number, kind: number, content: Buffer): Buffer =>
  Buffer.concat([two(head, kind), four(content.length), content]);

/** A PowerPoint file of 1997 with the texts of its slides. */
export function makePpt(texts: readonly string[]): Uint8Array {
  const atoms = texts.map((text) => slideRecord(0xf, 0x03ee, slideRecord(0, 0x0fa0, Buffer.from(text, 'utf16le'))));
  const master = slideRecord(0xf, 0x03f8, slideRecord(0, 0x0fa8, Buffer.from('Click to edit')));
  return writeCompoundFile([{ name: 'PowerPoint Document', bytes: Buffer.concat([master, ...atoms]) }]);
}

/** A newer Office document behind a password. */
export function makeEncrypted(): Uint8Array {
  return writeCompoundFile([
    { name: 'EncryptionInfo', bytes: Buffer.from('<encryption/>') },
    { name: 'EncryptedPackage', bytes: Buffer.alloc(5000, 7) },
  ]);
}
