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
import { blankItem } from './shared/parties.ts';
import { type Columns, findColumns } from './shared/table/columns.ts';
import { messageRows } from './shared/table/message-rows.ts';
import { findDelimiter, type Row, readTable, type Table } from './shared/table/table-text.ts';

/** In sentences a blank follows the comma; in tables it hardly ever does. */
function looksLikeSentences(rows: readonly Row[]): boolean {
  const later = rows.flatMap((row) => row.slice(1)).filter((each) => each !== '');
  return later.filter((each) => each.startsWith(' ')).length > later.length / 2;
}

function detect(peek: Peek): Detection {
  if (peek.text === null) return notThis;
  const found = findDelimiter(peek.text);
  if (found === null || found.rows.length < 2) return notThis;
  if (found.said)
    return { certainty: 'sure', because: 'Its first line names the sign between its columns, as Excel writes it.' };
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
    yield* messageRows(table.rows, columns, {
      place: '',
      title: file.name.replace(/\.[a-z]{1,4}$/i, ''),
      zone: context.zone,
    });
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
