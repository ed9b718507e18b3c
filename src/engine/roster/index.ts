import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { raise } from '../../contract/errors.ts';
import type { RosterCheck, RosterFile, RosterOrder } from '../../contract/roster.ts';
import type { EngineHost } from '../host.ts';
import { proposeColumns } from './columns.ts';
import { type FileTable, tablesOf } from './file.ts';
import { checkRows, type Known } from './rows.ts';

const SAMPLE_ROWS = 5;

/** Reads a list of people from a file and proposes what its columns hold. @throws bad-input */
export async function readRoster(host: EngineHost, path: string): Promise<RosterFile> {
  const tables = await tablesIn(host, path);
  return {
    name: basename(path),
    tables: tables.map(({ sheet, rows }) => {
      const [headings = { number: 1, cells: [] }, ...body] = rows;
      const widest = Math.max(headings.cells.length, ...body.map(({ cells }) => cells.length));
      const names = Array.from({ length: widest }, (_, index) => headings.cells[index] ?? '');
      return {
        sheet,
        headings: names,
        rows: body.length,
        sample: body.slice(0, SAMPLE_ROWS).map(({ cells }) => names.map((_, index) => cells[index] ?? '')),
        proposed: proposeColumns(names),
      };
    }),
  };
}

/** What would become of each row; nothing is taken. @throws bad-input */
export async function checkRoster(host: EngineHost, order: RosterOrder, known: Known): Promise<RosterCheck> {
  const tables = await tablesIn(host, order.path);
  const table = tables.find(({ sheet }) => sheet === order.sheet);
  if (table === undefined)
    raise('bad-input', { why: `there is no sheet named ${order.sheet ?? '(none)'} in this file.` });
  const names = order.columns.some((field) => field === 'name' || field === 'last-name' || field === 'first-name');
  if (!names) raise('bad-input', { why: 'no column was said to hold the names.' });
  return { name: basename(order.path), rows: [...checkRows(table, order.columns, order.caseRole, known)] };
}

async function tablesIn(host: EngineHost, path: string): Promise<readonly FileTable[]> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    raise('bad-input', { why: `${basename(path)} cannot be read.` });
  }
  return tablesOf(host, path, bytes);
}
