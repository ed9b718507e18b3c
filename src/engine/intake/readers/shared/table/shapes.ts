import type { Moment } from '../../../../../contract/moment.ts';
import { limits } from '../../../limits.ts';
import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  ReadRefusal,
  type SourceFile,
  type Yielded,
} from '../../reader.ts';
import { type Told, withNotices } from '../chat/told.ts';
import { decodeText } from '../decode-text.ts';
import { unreadableMoment } from '../moments.ts';
import { type DayOrder, findDayOrder, momentOf, type WrittenDay } from '../written-date.ts';
import { cellAt, type HeadedTable, hasHeadings, headedTable } from './sure-table.ts';
import { cellDate } from './table-date.ts';
import { findDelimiter, type Row, readTable } from './table-text.ts';

/** One row of a table whose headings are known. */
export interface KnownRow {
  /** 1-based row of the table, headings included. */
  readonly number: number;
  /** The value under the first of the headings that has one, as it stands; empty where none has. */
  cell(...headings: readonly string[]): string;
  /** The same, or null where it is blank. */
  words(...headings: readonly string[]): string | null;
  /** The date under a heading; words that are no date are kept as one that nobody can read. */
  moment(...headings: readonly string[]): Moment | null;
  /** Values under headings that are none of the given ones, as label and value. */
  others(...headings: readonly string[]): [string, string][];
}

/** A table that one certain export writes. */
export interface TableShape {
  /** Headings that all must be there, folded to lower case without signs; the rarest first. */
  readonly headings: readonly string[];
  /** Headings under which dates stand. */
  readonly dates: readonly string[];
  readonly because: string;
  told(row: KnownRow): Told;
}

export function detectTable(peek: Peek, shapes: readonly TableShape[]): Detection {
  const shape = shapes.find((each) => hasHeadings(peek, each.headings));
  return shape === undefined ? notThis : { certainty: 'sure', because: shape.because };
}

function orderOf(table: HeadedTable, rows: readonly Row[], dates: readonly string[]): ReturnType<typeof findDayOrder> {
  const slashed: WrittenDay[] = [];
  for (const row of rows) {
    for (const heading of dates) {
      const date = cellDate(cellAt(table, row, heading), '', null);
      if (date?.kind === 'written' && date.slashed) slashed.push(date.written.day);
    }
  }
  return findDayOrder({ slashed, chronological: false, proofs: [] });
}

function knownRow(table: HeadedTable, row: Row, number: number, order: DayOrder | null, zone: string | null): KnownRow {
  const cell = (...headings: readonly string[]): string => cellAt(table, row, ...headings);
  return {
    number,
    cell,
    words: (...headings) => (cell(...headings).trim() === '' ? null : cell(...headings)),
    moment: (...headings) => {
      const written = cell(...headings).trim();
      if (written === '') return null;
      const date = cellDate(written, '', zone);
      if (date === null) return unreadableMoment(written.slice(0, 200));
      return date.kind === 'fixed' ? date.moment : momentOf(date.written, order, zone);
    },
    others: (...headings) =>
      [...table.of].flatMap(([heading, at]): [string, string][] => {
        const value = row[at]?.trim() ?? '';
        const label = table.rows[table.headerRow]?.[at]?.trim() ?? heading;
        return headings.includes(heading) || value === '' || heading === '' ? [] : [[label, value]];
      }),
  };
}

function* rowsTold(table: HeadedTable, shape: TableShape, zone: string | null): Generator<Told> {
  const rows = table.rows.slice(table.headerRow + 1);
  const order = orderOf(table, rows, shape.dates);
  if (order.warning !== null) yield { kind: 'warning', text: order.warning };
  for (const [index, row] of rows.entries()) {
    if (row.every((each) => each.trim() === '')) continue;
    yield shape.told(knownRow(table, row, table.headerRow + index + 2, order.order, zone));
  }
}

/**
 * Reads a table of one of the shapes.
 * @throws ReadRefusal where it is none of them; `what` names the export in the sentence.
 */
export function* readTableShape(
  file: SourceFile,
  context: ReadContext,
  shapes: readonly TableShape[],
  what: string,
): Generator<Yielded> {
  const decoded = decodeText(file.bytes);
  if (decoded.warning !== null) yield { kind: 'warning', text: decoded.warning };
  const found = findDelimiter(decoded.text);
  const all = found === null ? null : readTable(decoded.text, found.delimiter, limits.tableRows);
  const known =
    all === null
      ? null
      : shapes
          .map((shape) => ({ shape, table: headedTable(all.rows, shape.headings) }))
          .find((each) => each.table !== null);
  if (all === null || known?.table === null || known === null || known === undefined) {
    throw new ReadRefusal(
      `The table begins like ${what} but is damaged, so nothing could be read. It is kept; ask for a new export.`,
    );
  }
  if (all.brokenQuotes) {
    yield {
      kind: 'warning',
      text: 'A quotation mark in the table never closes; quotation marks were read as ordinary signs.',
    };
  }
  if (all.cut)
    yield { kind: 'warning', text: `Only the first ${limits.tableRows.toLocaleString('en-US')} rows were read.` };
  let any = false;
  for (const value of withNotices(rowsTold(known.table, known.shape, context.zone))) {
    any ||= value.kind === 'item' || value.kind === 'unreadable';
    yield value;
  }
  if (!any) yield { kind: 'warning', text: 'The table has headings and no rows.' };
}
