import type { Peek } from '../../reader.ts';
import { foldHeading } from './columns.ts';
import { findDelimiter, type Row } from './table-text.ts';

/** A table whose headings are those of one certain export. */
export interface HeadedTable {
  readonly rows: readonly Row[];
  /** Index of the row with the headings. */
  readonly headerRow: number;
  /** Column of each heading, folded to lower case without signs. */
  readonly of: ReadonlyMap<string, number>;
}

/** Finds the row that has all the headings among the first ten; null where none does. Headings are compared folded. */
export function headedTable(rows: readonly Row[], headings: readonly string[]): HeadedTable | null {
  for (let index = 0; index < Math.min(rows.length, 10); index += 1) {
    const of = new Map<string, number>();
    (rows[index] ?? []).forEach((heading, at) => {
      const folded = foldHeading(heading);
      if (!of.has(folded)) of.set(folded, at);
    });
    if (headings.every((each) => of.has(each))) return { rows, headerRow: index, of };
  }
  return null;
}

/** Whether the head of a file is a table with all the headings. */
export function hasHeadings(peek: Peek, headings: readonly string[]): boolean {
  if (peek.text === null) return false;
  const first = peek.text.slice(0, 4096).toLowerCase();
  // Cheap: a table is taken apart only where its first heading stands at the beginning at all.
  const [rarest = ''] = headings;
  if (!foldHeading(first).includes(rarest)) return false;
  const found = findDelimiter(peek.text);
  return found !== null && headedTable(found.rows, headings) !== null;
}

/** The value of a row under a heading, as it stands; empty where there is none. */
export function cellAt(table: HeadedTable, row: Row, ...headings: readonly string[]): string {
  for (const heading of headings) {
    const at = table.of.get(heading);
    const value = at === undefined ? '' : (row[at] ?? '');
    if (value.trim() !== '') return value;
  }
  return '';
}
