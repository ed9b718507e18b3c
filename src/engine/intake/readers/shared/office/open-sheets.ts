import { limits } from '../../../limits.ts';
import type { NamedTable } from '../table/table-items.ts';
import { eventsOf, type Notes, type PartEvent } from './parts.ts';

/** Columns and cells beyond these are what attacks fill a memory with. */
const mostColumns = 1000;
const mostCells = 5_000_000;

interface State {
  readonly tables: { name: string; rows: string[][] }[];
  row: string[];
  rowRepeats: number;
  cell: string;
  cellRepeats: number;
  /** What the file keeps beside the shown words: an exact date or time. */
  exact: string | null;
  inCell: boolean;
  comment: number;
  cells: number;
  cut: boolean;
}

const repeats = (attributes: ReadonlyMap<string, string>, name: string): number =>
  Math.max(1, Math.floor(Number(attributes.get(name) ?? 1)) || 1);

/** A date as the cell keeps it; what is shown may leave the year or the order open. */
function exactOf(attributes: ReadonlyMap<string, string>): string | null {
  const date = attributes.get('office:date-value');
  if (date !== undefined) return date.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2}).*$/, '$1 $2');
  const time = /^PT(\d{1,2})H(\d{1,2})M(\d{1,2})/.exec(attributes.get('office:time-value') ?? '');
  return time === null
    ? null
    : `${time[1]?.padStart(2, '0')}:${time[2]?.padStart(2, '0')}:${time[3]?.padStart(2, '0')}`;
}

function openElement(state: State, name: string, attributes: ReadonlyMap<string, string>): void {
  if (name === 'table:table') state.tables.push({ name: attributes.get('table:name') ?? '', rows: [] });
  else if (name === 'table:table-row') {
    state.row = [];
    state.rowRepeats = repeats(attributes, 'table:number-rows-repeated');
  } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
    state.cell = '';
    state.exact = exactOf(attributes);
    state.cellRepeats = repeats(attributes, 'table:number-columns-repeated');
    state.inCell = true;
  } else if (name === 'office:annotation') state.comment += 1;
}

function keepCell(state: State): void {
  state.inCell = false;
  const words = state.exact ?? state.cell.replace(/\n$/, '');
  // Empty cells are repeated up to the edge of the sheet; only those before another word count.
  const times = words === '' ? Math.min(state.cellRepeats, mostColumns) : state.cellRepeats;
  if (state.row.length + times > mostColumns || state.cells > mostCells) {
    if (words !== '') state.cut = true;
    return;
  }
  for (let count = 0; count < times; count += 1) state.row.push(words);
}

function keepRow(state: State): void {
  while (state.row.at(-1) === '') state.row.pop();
  const rows = state.tables.at(-1)?.rows;
  if (rows === undefined) return;
  const times = state.row.length === 0 ? 1 : state.rowRepeats;
  for (let count = 0; count < times; count += 1) {
    if (rows.length >= limits.tableRows || state.cells > mostCells) {
      state.cut = true;
      return;
    }
    rows.push(state.row);
    state.cells += state.row.length;
  }
}

function take(state: State, event: PartEvent): void {
  if (event.kind === 'open') openElement(state, event.name, event.attributes);
  else if (event.kind === 'text') {
    if (state.inCell && state.comment === 0) state.cell += event.text;
  } else if (event.name === 'text:p' && state.comment === 0) state.cell += '\n';
  else if (event.name === 'office:annotation') state.comment -= 1;
  else if (event.name === 'table:table-cell' || event.name === 'table:covered-table-cell') keepCell(state);
  else if (event.name === 'table:table-row') keepRow(state);
}

/** The tables of an OpenDocument spreadsheet as words; dates as the file keeps them, formulas by their last value. */
export function openSheets(xml: string, notes: Notes): readonly NamedTable[] {
  const state: State = {
    tables: [],
    row: [],
    rowRepeats: 1,
    cell: '',
    cellRepeats: 1,
    exact: null,
    inCell: false,
    comment: 0,
    cells: 0,
    cut: false,
  };
  for (const event of eventsOf(xml, notes)) take(state, event);
  if (state.cut) notes.warnings.add('The spreadsheet holds more rows or columns than are read; its end was not.');
  return state.tables.map(({ name, rows }) => {
    while (rows.at(-1)?.length === 0) rows.pop();
    return { name, rows };
  });
}
