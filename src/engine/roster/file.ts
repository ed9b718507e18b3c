import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { raise } from '../../contract/errors.ts';
import { sha256Of } from '../case-file/index.ts';
import type { EngineHost } from '../host.ts';
import { limits } from '../intake/index.ts';
import { createReadPool, type ReadEvent } from '../workers/pool.ts';

/** No list of people is nearly so large. */
const LARGEST_FILE = 20_000_000;
const MOST_ROWS = 20_000;

/** A table of a file, rows as they stand, the numbers of the rows those of the file. */
export interface FileTable {
  readonly sheet: string | null;
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

/**
 * The tables of a file that a person chose: one of a CSV or TSV, one for each sheet of a workbook. A workbook is opened in a
 * worker process, as evidence is.
 * @throws bad-input in plain words where it is no table, or far too large
 */
export async function tablesOf(host: EngineHost, path: string, bytes: Uint8Array): Promise<readonly FileTable[]> {
  const name = basename(path);
  if (bytes.length > LARGEST_FILE)
    raise('bad-input', { why: `${name} is larger than 20 MB, which no list of people is.` });
  const tables = isText(bytes) ? [tableOfText(name, bytes)] : await tablesOfWorkbook(host, name, bytes);
  const filled = tables.filter(({ rows }) => rows.length > 1);
  if (filled.length === 0) raise('bad-input', { why: `${name} holds no table with headings and rows.` });
  if (filled.some(({ rows }) => rows.length > MOST_ROWS)) {
    raise('bad-input', {
      why: `${name} has more than ${MOST_ROWS.toLocaleString('en-US')} rows; no list of people has.`,
    });
  }
  return filled;
}

/** Zip archives and compound files, which workbooks are, hold zero bytes; tables of text do not. */
function isText(bytes: Uint8Array): boolean {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return utf16 || !bytes.subarray(0, 4096).includes(0);
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What Excel saves as CSV on Windows.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function tableOfText(name: string, bytes: Uint8Array): FileTable {
  const text = textOf(bytes).replace(/^\uFEFF/, '');
  const [head = ''] = text.split(/\r?\n/, 1);
  const delimiter = [',', ';', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0];
  try {
    let line = 0;
    const numbered: { number: number; cells: string[] }[] = [];
    parse(text, {
      delimiter: delimiter ?? ',',
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      onRecord: (cells: string[], { lines }) => {
        // A cell may hold line breaks: a row is known by the line on which it begins.
        numbered.push({ number: line + 1, cells });
        line = lines;
        return null;
      },
    });
    return { sheet: null, rows: numbered.filter(({ cells }) => cells.some((cell) => cell !== '')) };
  } catch {
    raise('bad-input', { why: `${name} is no table with commas, semicolons or tabs.` });
  }
}

async function tablesOfWorkbook(host: EngineHost, name: string, bytes: Uint8Array): Promise<readonly FileTable[]> {
  const pool = createReadPool({ startWorker: () => host.startWorker('read'), limits, size: 1 });
  const events: ReadEvent[] = [];
  try {
    const file = { name, sha256: sha256Of(bytes), bytes };
    const context = { zone: null, ocrLanguages: ['eng'] };
    for await (const event of pool.read(file, context, new AbortController().signal)) events.push(event);
  } finally {
    pool.close();
  }
  const end = events.at(-1);
  if (end?.kind === 'refused' || end?.kind === 'stopped') raise('bad-input', { why: `${name}: ${end.because}` });
  const words = events.flatMap((event) => (event.kind === 'item' ? [event.item.text] : [])).join('\n\n');
  if (!words.startsWith('[Sheet ')) {
    raise('bad-input', {
      why: `${name} is no workbook with a table. Save the list as CSV or XLSX, then choose it again.`,
    });
  }
  return sheetsIn(words);
}

/** The words of a workbook as its reader gives them: a line with the sheet's name, then a line for each row, tabs between cells. */
function sheetsIn(words: string): readonly FileTable[] {
  const tables: { sheet: string; rows: { number: number; cells: string[] }[] }[] = [];
  for (const line of words.split('\n')) {
    const sheet = /^\[Sheet (.*)\]$/.exec(line)?.[1];
    if (sheet !== undefined) tables.push({ sheet, rows: [] });
    else if (line !== '') {
      const rows = tables.at(-1)?.rows;
      rows?.push({ number: rows.length + 1, cells: line.split('\t').map((cell) => cell.trim()) });
    }
  }
  return tables;
}
