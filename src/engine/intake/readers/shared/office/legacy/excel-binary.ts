import { limits } from '../../../../limits.ts';
import type { NamedTable } from '../../table/table-items.ts';
import { serialDate, showsDate } from '../sheet/cell-dates.ts';
import { type ExcelRecord, excelRecords, PieceReader } from './excel-records.ts';

export type LegacyTables =
  | {
      readonly kind: 'tables';
      readonly tables: readonly NamedTable[];
      readonly hidden: readonly string[];
      readonly formulas: number;
      readonly cut: boolean;
    }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'older' };

/** Kinds of records (MS-XLS, 2.3.2). */
const kinds = {
  begin: 0x0809,
  filePass: 0x2f,
  sheet: 0x85,
  dateMode: 0x22,
  format: 0x41e,
  style: 0xe0,
  strings: 0xfc,
  stringCell: 0xfd,
  label: 0x204,
  number: 0x203,
  packed: 0x27e,
  packedRow: 0xbd,
  formula: 6,
  formulaString: 0x207,
  truth: 0x205,
} as const;

interface Book {
  readonly strings: string[];
  readonly formats: Map<number, string>;
  readonly styles: number[];
  readonly sheets: {
    readonly name: string;
    readonly at: number;
    readonly hidden: boolean;
    readonly rows: Map<number, Map<number, string>>;
  }[];
  from1904: boolean;
  formulas: number;
  cells: number;
  cut: boolean;
}

function shownNumber(book: Book, style: number, value: number): string {
  const format = book.styles[style] ?? 0;
  const date = showsDate(format, book.formats.get(format) ?? null) ? serialDate(value, book.from1904) : null;
  return date ?? String(value);
}

/** A number packed into 30 bits: an integer or the upper half of a float, perhaps a hundred times too large. */
function unpacked(packed: number): number {
  const bytes = Buffer.alloc(8);
  bytes.writeInt32LE(packed & ~3, 4);
  const value = (packed & 2) === 0 ? bytes.readDoubleLE(0) : packed >> 2;
  return (packed & 1) === 0 ? value : value / 100;
}

interface Place {
  readonly sheet: Book['sheets'][number];
  /** The formula that waits for the words of its result. */
  waiting: { row: number; column: number } | null;
}

function put(book: Book, place: Place, row: number, column: number, words: string): void {
  if (row >= limits.tableRows || column > 255 || book.cells > 5_000_000) {
    book.cut = true;
    return;
  }
  book.cells += 1;
  const cells = place.sheet.rows.get(row) ?? new Map<number, string>();
  cells.set(column, words);
  place.sheet.rows.set(row, cells);
}

function formulaResult(book: Book, place: Place, bytes: Buffer): void {
  book.formulas += 1;
  const [row, column, style] = [bytes.readUInt16LE(0), bytes.readUInt16LE(2), bytes.readUInt16LE(4)];
  if (bytes.readUInt16LE(12) !== 0xffff) put(book, place, row, column, shownNumber(book, style, bytes.readDoubleLE(6)));
  else if (bytes[6] === 0) place.waiting = { row, column };
  else if (bytes[6] === 1) put(book, place, row, column, bytes[8] === 1 ? 'TRUE' : 'FALSE');
}

/** Bytes of the fixed part of each kind of cell; shorter records are damaged and passed over. */
const least: ReadonlyMap<number, number> = new Map([
  [kinds.stringCell, 10],
  [kinds.label, 8],
  [kinds.number, 14],
  [kinds.packed, 10],
  [kinds.packedRow, 12],
  [kinds.formula, 20],
  [kinds.truth, 8],
]);

function packedRow(book: Book, place: Place, bytes: Buffer): void {
  const row = bytes.readUInt16LE(0);
  const first = bytes.readUInt16LE(2);
  for (let at = 4, column = first; at + 8 <= bytes.length; at += 6, column += 1) {
    put(book, place, row, column, shownNumber(book, bytes.readUInt16LE(at), unpacked(bytes.readInt32LE(at + 2))));
  }
}

function takeCell(book: Book, place: Place, { kind, pieces }: ExcelRecord): void {
  const bytes = pieces[0] ?? Buffer.alloc(0);
  if (kind === kinds.formulaString && place.waiting !== null) {
    const { row, column } = place.waiting;
    place.waiting = null;
    put(book, place, row, column, new PieceReader(pieces).string(2));
  }
  const needed = least.get(kind);
  if (needed === undefined || bytes.length < needed) return;
  const [row, column, style] = [bytes.readUInt16LE(0), bytes.readUInt16LE(2), bytes.readUInt16LE(4)];
  if (kind === kinds.stringCell) put(book, place, row, column, book.strings[bytes.readUInt32LE(6)] ?? '');
  else if (kind === kinds.number) put(book, place, row, column, shownNumber(book, style, bytes.readDoubleLE(6)));
  else if (kind === kinds.packed)
    put(book, place, row, column, shownNumber(book, style, unpacked(bytes.readInt32LE(6))));
  else if (kind === kinds.packedRow) packedRow(book, place, bytes);
  else if (kind === kinds.formula) formulaResult(book, place, bytes);
  else if (kind === kinds.truth)
    put(book, place, row, column, bytes[7] === 1 ? '#ERROR' : bytes[6] === 1 ? 'TRUE' : 'FALSE');
  else {
    const reader = new PieceReader(pieces);
    reader.skip(6);
    put(book, place, row, column, reader.string(2));
  }
}

function takeStrings(book: Book, pieces: readonly Buffer[]): void {
  const reader = new PieceReader(pieces);
  reader.four();
  const count = reader.four();
  while (book.strings.length < count && !reader.ended()) book.strings.push(reader.string(2));
}

function takeGlobal(book: Book, { kind, pieces }: ExcelRecord): void {
  const reader = new PieceReader(pieces);
  if (kind === kinds.strings) takeStrings(book, pieces);
  else if (kind === kinds.dateMode) book.from1904 = reader.two() === 1;
  else if (kind === kinds.format) {
    const number = reader.two();
    book.formats.set(number, reader.string(2));
  } else if (kind === kinds.style) {
    reader.skip(2);
    book.styles.push(reader.two());
  } else if (kind === kinds.sheet) {
    const at = reader.four();
    const hidden = (reader.byte() & 3) !== 0;
    reader.skip(1);
    book.sheets.push({ name: reader.string(1), at, hidden, rows: new Map() });
  }
}

function tableOf({ name, rows }: Book['sheets'][number]): NamedTable {
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  return {
    name,
    rows: numbers.map((number) => {
      const cells = rows.get(number) ?? new Map<number, string>();
      const width = Math.max(...cells.keys()) + 1;
      return Array.from({ length: width }, (_, column) => cells.get(column) ?? '');
    }),
  };
}

/** The sheets of an Excel file of 1997 to 2003 (BIFF8) as words; formulas by the value they last had. */
export function excelBinary(stream: Buffer): LegacyTables {
  const book: Book = {
    strings: [],
    formats: new Map(),
    styles: [],
    sheets: [],
    from1904: false,
    formulas: 0,
    cells: 0,
    cut: false,
  };
  let place: Place | null = null;
  for (const record of excelRecords(stream)) {
    const [first] = record.pieces;
    if (record.kind === kinds.filePass) return { kind: 'encrypted' };
    if (record.kind === kinds.begin) {
      if (first !== undefined && first.length >= 2 && first.readUInt16LE(0) < 0x600) return { kind: 'older' };
      const sheet = book.sheets.find(({ at }) => at === record.at);
      if (sheet !== undefined) place = { sheet, waiting: null };
    } else if (place === null) takeGlobal(book, record);
    else takeCell(book, place, record);
  }
  const hidden = book.sheets.filter((sheet) => sheet.hidden).map((sheet) => sheet.name);
  return { kind: 'tables', tables: book.sheets.map(tableOf), hidden, formulas: book.formulas, cut: book.cut };
}
