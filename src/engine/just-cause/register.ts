import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { raise } from '../../contract/errors.ts';
import { type ReadRegister, RegisterLine } from '../../contract/just-cause.ts';

const COLUMNS = {
  year: /^(year|closed|date)$/i,
  conduct: /^(conduct|what was done|matter|allegation)$/i,
  outcome: /^(outcome|what followed|discipline|penalty|result)$/i,
  source: /^(number|no|id|file|case|source)\.?$/i,
} as const;

/**
 * The lines of a district's register of closed matters. The year may be a date; whatever other columns there are is not read,
 * so that a register with more in it brings nothing along.
 * @throws bad-input where a column is missing
 */
export function readRegister(text: string, name: string): z.infer<typeof ReadRegister> {
  let rows: string[][];
  try {
    rows = parse(text.replace(/^\uFEFF/, ''), { relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch {
    raise('bad-input', { why: `${name} is no table with commas.` });
  }
  const [head = [], ...body] = rows;
  const at = (column: RegExp) => head.findIndex((cell) => column.test(cell));
  const columns = {
    year: at(COLUMNS.year),
    conduct: at(COLUMNS.conduct),
    outcome: at(COLUMNS.outcome),
    source: at(COLUMNS.source),
  };
  for (const column of ['year', 'conduct', 'outcome'] as const) {
    if (columns[column] < 0) raise('bad-input', { why: `${name} has no column named ${column}.` });
  }
  const lines: RegisterLine[] = [];
  const notes: string[] = [];
  for (const [index, row] of body.entries()) {
    const cell = (column: keyof typeof columns) => row[columns[column]] ?? '';
    const read = RegisterLine.safeParse({
      year: Number(/\b(19|20|21)\d\d\b/.exec(cell('year'))?.[0] ?? Number.NaN),
      conduct: cell('conduct'),
      outcome: cell('outcome'),
      source: [name, cell('source')].filter(Boolean).join(', '),
    });
    if (read.success) lines.push(read.data);
    else notes.push(`Row ${index + 2} was left out: it lacks a year, what was done, or what followed.`);
  }
  return { lines, notes };
}
