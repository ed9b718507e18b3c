import { parse } from 'csv-parse/sync';

export type Row = readonly string[];

export interface Table {
  readonly delimiter: string;
  readonly rows: readonly Row[];
  /** True where quotes were so broken that they had to be taken as ordinary signs. */
  readonly brokenQuotes: boolean;
  /** True where the file holds more rows than were read. */
  readonly cut: boolean;
}

const delimiters = [',', ';', '\t', '|'] as const;

function parseRows(text: string, delimiter: string, quote: boolean, maxRows: number): string[][] {
  return parse(text, {
    delimiter,
    quote: quote ? '"' : false,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    bom: true,
    to: maxRows,
  });
}

function tryRows(text: string, delimiter: string, maxRows: number): { rows: string[][]; broken: boolean } {
  try {
    return { rows: parseRows(text, delimiter, true, maxRows), broken: false };
  } catch {
    // A quote that never closes would swallow the rest of the file.
    return { rows: parseRows(text, delimiter, false, maxRows), broken: true };
  }
}

/** Excel's own first line, `sep=;`, names the delimiter. */
const named = /^\ufeff?sep=(.)\r?\n/i;

/**
 * How well a delimiter fits: the share of rows with the most frequent number of columns, of two at least.
 * @returns 0 where it fits not at all, 1 where all rows have the same number of columns.
 */
export function fitOf(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let best = 0;
  for (const [columns, count] of counts) if (columns >= 2) best = Math.max(best, count);
  return rows.length === 0 ? 0 : best / rows.length;
}

/** The whole lines of the start of a text, so that a cut last line does not spoil the count of columns. */
function wholeLines(head: string, cut: boolean): string {
  if (!cut) return head;
  const end = head.lastIndexOf('\n');
  return end > 0 ? head.slice(0, end) : head;
}

const sampleCharacters = 32 * 1024;

/** Finds the delimiter of a table from its first lines; null where no delimiter makes a table of them. */
export function findDelimiter(
  text: string,
): { delimiter: string; fit: number; rows: readonly Row[]; said: boolean } | null {
  const explicit = named.exec(text)?.[1];
  const body = explicit === undefined ? text : text.replace(named, '');
  const head = wholeLines(body.slice(0, sampleCharacters), body.length > sampleCharacters);
  let best: { delimiter: string; fit: number; rows: readonly Row[]; columns: number } | null = null;
  for (const delimiter of explicit === undefined ? delimiters : [explicit]) {
    const { rows } = tryRows(head, delimiter, 200);
    const fit = fitOf(rows);
    const columns = rows[0]?.length ?? 0;
    if (fit > 0 && (best === null || fit * columns > best.fit * best.columns)) best = { delimiter, fit, rows, columns };
  }
  return best === null ? null : { ...best, said: explicit !== undefined };
}

/** Takes a table apart; broken quotes and ragged rows cost nothing of it. */
export function readTable(text: string, delimiter: string, maxRows: number): Table {
  const { rows, broken } = tryRows(text.replace(named, ''), delimiter, maxRows + 1);
  return { delimiter, rows: rows.slice(0, maxRows), brokenQuotes: broken, cut: rows.length > maxRows };
}
