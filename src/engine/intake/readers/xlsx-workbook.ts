import type { ItemDraft } from '../../../contract/item.ts';
import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  type Reader,
  ReadRefusal,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { openPackage, type ZipPackage } from './shared/container/zip-package.ts';
import { noteActive } from './shared/office/active-content.ts';
import { embeddedFiles, memberNames } from './shared/office/members.ts';
import { type Notes, partText } from './shared/office/parts.ts';
import { officeProperties } from './shared/office/properties.ts';
import { sheetComments } from './shared/office/sheet/comments.ts';
import { type SheetRows, sheetRows } from './shared/office/sheet/rows.ts';
import { readWorkbook, type SheetPart, type Workbook } from './shared/office/sheet/workbook.ts';
import { blankItem } from './shared/parties.ts';
import { type NamedTable, tableItems } from './shared/table/table-items.ts';

function detect(peek: Peek): Detection {
  const book = peek.inside.some((name) => /^\/?xl\/workbook\.(?:xml|bin)$/i.test(name));
  return book ? { certainty: 'sure', because: 'It is a zip archive with the parts of an Excel workbook.' } : notThis;
}

interface ReadSheet extends SheetRows {
  readonly sheet: SheetPart;
}

async function* sheetsOf(zip: ZipPackage, book: Workbook, notes: Notes): AsyncIterable<ReadSheet | SheetPart> {
  for (const sheet of book.sheets) {
    const xml = await partText(zip, sheet.part, notes);
    if (xml === null) yield sheet;
    else yield { sheet, ...sheetRows(xml, book, notes) };
  }
}

const sum = (sheets: readonly ReadSheet[], of: (sheet: ReadSheet) => number): number =>
  sheets.reduce((total, sheet) => total + of(sheet), 0);

function* warningsOf(sheets: readonly ReadSheet[]): Iterable<string> {
  const hidden = sheets.filter(({ sheet }) => sheet.hidden).map(({ sheet }) => `"${sheet.name}"`);
  if (hidden.length > 0) yield `Hidden sheets were read too: ${hidden.join(', ')}.`;
  const rows = sum(sheets, (sheet) => sheet.hiddenRows);
  const columns = sum(sheets, (sheet) => sheet.hiddenColumns);
  if (rows + columns > 0) yield `Hidden rows (${rows}) and columns (${columns}) were read too.`;
  const reaching = sum(sheets, (sheet) => sheet.reaching);
  if (reaching > 0) yield `${reaching} formulas reach outside the file or start a program; none was worked out.`;
  if (sheets.some((sheet) => sheet.cut))
    yield 'The workbook holds more rows or columns than are read; its end was not.';
  if (sheets.every((sheet) => sheet.rows.length === 0)) yield 'The workbook holds no words.';
}

function factsOf(sheets: readonly ReadSheet[], book: Workbook): ItemDraft['facts'] {
  const formulas = sum(sheets, (sheet) => sheet.formulas);
  return [
    { label: 'Sheets', value: sheets.map(({ sheet, rows }) => `${sheet.name} (${rows.length} rows)`).join(', ') },
    { label: 'Formulas', value: formulas === 0 ? '' : `${formulas}; the values they last had were read` },
    { label: 'Dates', value: book.from1904 ? 'counted from 1904, as old Macintosh files do' : '' },
  ].filter((fact) => fact.value !== '');
}

async function opened(bytes: Uint8Array): Promise<ZipPackage> {
  const zip = await openPackage(bytes);
  if (zip === null) {
    throw new ReadRefusal(
      'The workbook is damaged: its table of contents is missing, as when a download was cut off. It is kept; ask for a new copy.',
    );
  }
  if (zip.names.some((name) => /^xl\/workbook\.bin$/i.test(name))) {
    throw new ReadRefusal(
      'The workbook is of the packed kind (.xlsb), which is not read here. It is kept; open it with Excel, save it as .xlsx and add that file too.',
    );
  }
  return zip;
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const zip = await opened(file.bytes);
  const notes: Notes = { warnings: new Set() };
  noteActive(zip, notes);
  const book = await readWorkbook(zip, notes);
  const sheets: ReadSheet[] = [];
  for await (const each of sheetsOf(zip, book, notes)) {
    if ('sheet' in each) sheets.push(each);
    else yield { kind: 'unreadable', where: `sheet "${each.name}"`, because: 'it is missing or damaged' };
  }
  if (book.sheets.length === 0) {
    for (const text of notes.warnings) yield { kind: 'warning', text };
    throw new ReadRefusal('The workbook lists no sheets; it is damaged. It is kept; ask for a new copy.');
  }
  const comments = await sheetComments(zip, notes);
  const { title, createdAt, facts } = await officeProperties(zip, notes, context.zone);
  const { members } = await embeddedFiles(zip, /^xl\/(?:media|embeddings)\//i);
  for (const text of [...notes.warnings, ...warningsOf(sheets)]) yield { kind: 'warning', text };
  const whole: ItemDraft = {
    ...blankItem('whole workbook', 'document'),
    title,
    sentAt: createdAt,
    attachments: memberNames(members),
    facts: [...facts, ...factsOf(sheets, book)],
  };
  const tables: NamedTable[] = sheets.map(({ sheet, rows }) => ({ name: sheet.name, rows }));
  yield* tableItems(tables, whole, context.zone, comments);
  yield* members;
}

/** An Excel workbook: rows of messages where its columns are those of messages, else one document. */
export const xlsxWorkbook: Reader = {
  id: 'xlsx',
  version: 1,
  label: 'Excel workbook (.xlsx)',
  source: 'https://ecma-international.org/publications-and-standards/standards/ecma-376/',
  endings: ['.xlsx', '.xlsm', '.xltx', '.xlsb'],
  detect,
  read,
};
