import type { ItemDraft } from '../../../contract/item.ts';
import { limits } from '../limits.ts';
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
import { decodeText } from './shared/decode-text.ts';
import { unreadableMoment } from './shared/moments.ts';
import { blankItem, party, phoneOf } from './shared/parties.ts';
import { type Columns, findColumns, type Role } from './shared/table/columns.ts';
import { type CellDate, cellDate } from './shared/table/table-date.ts';
import { findDelimiter, type Row, readTable, type Table } from './shared/table/table-text.ts';
import { type DayOrder, findDayOrder, momentOf, type WrittenDay } from './shared/written-date.ts';

/** In sentences a blank follows the comma; in tables it hardly ever does. */
function looksLikeSentences(rows: readonly Row[]): boolean {
  const later = rows.flatMap((row) => row.slice(1)).filter((each) => each !== '');
  return later.filter((each) => each.startsWith(' ')).length > later.length / 2;
}

function detect(peek: Peek): Detection {
  if (peek.text === null) return notThis;
  const found = findDelimiter(peek.text);
  if (found === null || found.rows.length < 2) return notThis;
  const columns = findColumns(found.rows);
  if (columns !== null && found.fit >= 0.6) {
    const heads = [...columns.of.values()]
      .map((index) => `"${columns.header[index] ?? ''}"`)
      .slice(0, 4)
      .join(', ');
    return { certainty: 'sure', because: `It is a table whose columns are those of messages (${heads}).` };
  }
  if (found.delimiter === ',' && looksLikeSentences(found.rows)) return notThis;
  // Sentences hold commas too: only rows that all have the same number of columns make a table without such headings.
  const because = `Its first ${found.rows.length} lines all have the same number of columns.`;
  return found.fit === 1 && found.rows.length >= 3 ? { certainty: 'likely', because } : notThis;
}

interface ReadRow {
  /** 1-based row of the table, headings included. */
  readonly number: number;
  readonly cells: Row;
  readonly date: CellDate | null;
}

function cell(columns: Columns, row: Row, role: Role): string {
  const index = columns.of.get(role);
  return index === undefined ? '' : (row[index] ?? '').trim();
}

function rowsOf(table: Table, columns: Columns, zone: string | null): ReadRow[] {
  const rows: ReadRow[] = [];
  table.rows.forEach((cells, index) => {
    if (index <= columns.headerRow || cells.every((each) => each.trim() === '')) return;
    const date = cellDate(cell(columns, cells, 'date'), cell(columns, cells, 'time'), zone);
    rows.push({ number: index + 1, cells, date });
  });
  return rows;
}

function orderOf(rows: readonly ReadRow[]): ReturnType<typeof findDayOrder> {
  const slashed: WrittenDay[] = [];
  for (const { date } of rows) if (date?.kind === 'written' && date.slashed) slashed.push(date.written.day);
  // A table may be sorted by anything, so its order proves nothing about its dates.
  return findDayOrder({ slashed, chronological: false, proofs: [] });
}

function sentAtOf(row: ReadRow, columns: Columns, order: DayOrder | null, zone: string | null): ItemDraft['sentAt'] {
  if (row.date === null) {
    const written = cell(columns, row.cells, 'date');
    return written === '' ? null : unreadableMoment(written);
  }
  return row.date.kind === 'fixed' ? row.date.moment : momentOf(row.date.written, order, zone);
}

const platforms: readonly (readonly [RegExp, ItemDraft['kind']])[] = [
  [/e-?mail|correo|outlook|gmail/i, 'email'],
  [/\b(?:sms|mms|imessage|text message)\b/i, 'sms'],
];

function kindOf(columns: Columns, row: Row, recipients: number): ItemDraft['kind'] {
  const heading = (columns.header[columns.of.get('text') ?? -1] ?? '').toLowerCase();
  if (/comment|comentario/.test(heading)) return 'comment';
  if (/post|publicaci/.test(heading)) return 'post';
  const platform = `${cell(columns, row, 'platform')} ${cell(columns, row, 'direction')}`;
  const known = platforms.find(([pattern]) => pattern.test(platform));
  if (known !== undefined) return known[1];
  if (recipients === 1) return 'direct-message';
  return recipients > 1 ? 'group-message' : 'chat-line';
}

function listOf(written: string): string[] {
  return written
    .split(/\s*[;|\n]\s*|,\s+(?=\S)/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function partyOf(name: string, handle: string): ItemDraft['author'] {
  const address = /^(.*?)\s*<([^<>\s]+)>$/.exec(name);
  if (address !== null) return party(address[1] ?? null, address[2] ?? null);
  const own = handle === '' ? (phoneOf(name) ?? (/^\S+@\S+\.\S+$/.test(name) ? name : null)) : handle;
  return party(name, own);
}

function factsOf(columns: Columns, row: Row): ItemDraft['facts'] {
  const shown = new Set(columns.of.values());
  const direction = columns.of.get('direction');
  if (direction !== undefined) shown.delete(direction);
  const facts: ItemDraft['facts'] = [];
  row.forEach((value, index) => {
    if (shown.has(index) || value.trim() === '') return;
    const heading = columns.header[index]?.trim() ?? '';
    facts.push({ label: heading === '' ? `Column ${index + 1}` : heading, value: value.trim() });
  });
  return facts;
}

function itemOf(row: ReadRow, columns: Columns, order: DayOrder | null, zone: string | null): ItemDraft {
  const told = (role: Role): string => cell(columns, row.cells, role);
  const orNull = (role: Role): string | null => (told(role) === '' ? null : told(role));
  const recipients = listOf(told('recipient')).flatMap((name) => partyOf(name, '') ?? []);
  const thread = orNull('thread');
  const textAt = columns.of.get('text') ?? -1;
  return {
    ...blankItem(`row ${row.number}`, kindOf(columns, row.cells, recipients.length)),
    platform: orNull('platform')?.toLowerCase() ?? null,
    author: partyOf(told('sender'), told('sender-handle')),
    recipients,
    thread: thread === null ? null : { id: thread, title: thread },
    sentAt: sentAtOf(row, columns, order, zone),
    title: orNull('title'),
    text: row.cells[textAt] ?? '',
    url: orNull('url'),
    attachments: listOf(told('attachment')),
    facts: factsOf(columns, row.cells),
  };
}

/** Cells that a spreadsheet would run as a formula. They are read as words and never run. */
const formula = /^[\s"'\u200b]*(?:[=\uff1d]\s*[\p{L}(+\-@"'\d]|[+\-@]\s*\p{L}+\s*[(|!])/u;

function* warningsOf(table: Table, columns: Columns | null): Iterable<string> {
  if (table.brokenQuotes)
    yield 'A quotation mark in the table never closes; quotation marks were read as ordinary signs.';
  if (table.cut) yield `Only the first ${limits.tableRows.toLocaleString('en-US')} rows were read.`;
  const formulas = table.rows.reduce((sum, row) => sum + row.filter((each) => formula.test(each)).length, 0);
  if (formulas > 0) {
    yield `${formulas === 1 ? '1 cell begins like a formula; it was' : `${formulas} cells begin like formulas; they were`} read as words and not run.`;
  }
  if (columns === null) return;
  const wide = table.rows.slice(columns.headerRow + 1).filter((row) => row.length > columns.header.length).length;
  if (wide > 0)
    yield `${wide} rows have more columns than there are headings; what stands beyond is kept with each row.`;
}

function* messageRows(table: Table, columns: Columns, context: ReadContext): Iterable<Yielded> {
  const rows = rowsOf(table, columns, context.zone);
  const order = orderOf(rows);
  if (order.warning !== null) yield { kind: 'warning', text: order.warning };
  const undated = rows.filter((row) => row.date === null && cell(columns, row.cells, 'date') !== '').length;
  if (undated > 0) yield { kind: 'warning', text: `${undated} dates could not be read; their words are kept.` };
  if (rows.length === 0) yield { kind: 'warning', text: 'The table has headings and no rows.' };
  for (const row of rows) yield { kind: 'item', item: itemOf(row, columns, order.order, context.zone) };
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const decoded = decodeText(file.bytes);
  if (decoded.warning !== null) yield { kind: 'warning', text: decoded.warning };
  const found = findDelimiter(decoded.text);
  if (found === null)
    throw new ReadRefusal('No table was found in this file. It is kept; open it with a spreadsheet program.');
  const table = readTable(decoded.text, found.delimiter, limits.tableRows);
  const columns = findColumns(table.rows);
  for (const text of warningsOf(table, columns)) yield { kind: 'warning', text };
  if (columns !== null) {
    yield* messageRows(table, columns, context);
    return;
  }
  const text = table.rows
    .map((row) => row.join('\t'))
    .join('\n')
    .slice(0, limits.itemTextCharacters);
  const facts = [
    { label: 'Rows', value: String(table.rows.length) },
    { label: 'Encoding', value: decoded.encoding },
  ];
  yield { kind: 'item', item: { ...blankItem('whole table', 'document'), text, facts } };
}

/** A table of messages as text (CSV, TSV); a table of anything else is one document. */
export const csvMessages: Reader = {
  id: 'csv',
  version: 1,
  label: 'Table (CSV or TSV)',
  source: 'https://www.rfc-editor.org/rfc/rfc4180',
  endings: ['.csv', '.tsv', '.tab'],
  detect,
  read,
};
