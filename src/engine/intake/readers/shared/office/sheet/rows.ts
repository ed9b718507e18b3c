import { limits } from '../../../../limits.ts';
import { eventsOf, type Notes, type PartEvent } from '../parts.ts';
import { serialDate } from './cell-dates.ts';
import type { Workbook } from './workbook.ts';

export interface SheetRows {
  readonly rows: readonly (readonly string[])[];
  readonly formulas: number;
  /** Formulas that reach outside the file or start something. */
  readonly reaching: number;
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  readonly cut: boolean;
}

/** Columns beyond these are read by nobody and are what attacks fill a memory with. */
const mostColumns = 1000;
/** Cells, empty ones between others included, of one sheet. */
const mostCells = 5_000_000;

const reaching = /WEBSERVICE|IMPORTDATA|\bDDE|\bCALL\(|\bREGISTER|\bEXEC\(|\|'|\|\s*\//i;

interface Cell {
  column: number;
  type: string;
  style: number;
  value: string;
  inline: string;
}

interface State {
  readonly rows: string[][];
  row: string[];
  cell: Cell | null;
  letters: 'value' | 'inline' | 'formula' | null;
  formula: string;
  cells: number;
  formulas: number;
  reaching: number;
  hiddenRows: number;
  hiddenColumns: number;
  cut: boolean;
  spoken: boolean;
}

/** `AB12` gives 27; -1 where it names no column. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/i.exec(reference)?.[0].toUpperCase() ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A number as a person would see it whole: no exponent where all figures are known. */
function plainNumber(written: string): string {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return written;
  return Number.isSafeInteger(value) ? String(value) : written.length > 15 ? String(value) : written;
}

function shown(cell: Cell, book: Workbook): string {
  switch (cell.type) {
    case 's':
      return book.strings[Number(cell.value)] ?? '';
    case 'inlineStr':
      return cell.inline;
    case 'b':
      return cell.value === '1' ? 'TRUE' : 'FALSE';
    case 'str':
    case 'e':
      return cell.value;
    case 'd':
      return cell.value.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?$/, '$1 $2');
    default: {
      const date =
        book.dateStyles[cell.style] === true && cell.value !== ''
          ? serialDate(Number(cell.value), book.from1904)
          : null;
      return date ?? plainNumber(cell.value);
    }
  }
}

function keepCell(state: State, book: Workbook): void {
  const { cell } = state;
  state.cell = null;
  if (cell === null) return;
  if (cell.column >= mostColumns || state.cells > mostCells) {
    state.cut = true;
    return;
  }
  const before = state.row.length;
  while (state.row.length < cell.column) state.row.push('');
  state.row[cell.column] = shown(cell, book);
  state.cells += Math.max(1, state.row.length - before);
}

function openCell(state: State, attributes: ReadonlyMap<string, string>): void {
  const named = columnOf(attributes.get('r') ?? '');
  state.cell = {
    column: named < 0 ? state.row.length : named,
    type: attributes.get('t') ?? 'n',
    style: Number(attributes.get('s') ?? 0),
    value: '',
    inline: '',
  };
}

const yes = (value: string | undefined): boolean => value === '1' || value === 'true';

function openElement(state: State, local: string, attributes: ReadonlyMap<string, string>): void {
  if (local === 'row') {
    state.row = [];
    if (yes(attributes.get('hidden'))) state.hiddenRows += 1;
  } else if (local === 'c') openCell(state, attributes);
  else if (local === 'v') state.letters = 'value';
  else if (local === 't') state.letters = 'inline';
  else if (local === 'rPh') state.spoken = true;
  else if (local === 'f') {
    state.letters = 'formula';
    state.formula = '';
  } else if (local === 'col' && yes(attributes.get('hidden'))) {
    const span = Number(attributes.get('max') ?? 0) - Number(attributes.get('min') ?? 0) + 1;
    state.hiddenColumns += span > 0 && span < mostColumns ? span : 0;
  }
}

function closeElement(state: State, local: string, book: Workbook): void {
  if (local === 'c') keepCell(state, book);
  else if (local === 'row') {
    if (state.rows.length < limits.tableRows) state.rows.push(state.row);
    else state.cut = true;
    state.row = [];
  } else if (local === 'f') {
    state.formulas += 1;
    if (reaching.test(state.formula)) state.reaching += 1;
  } else if (local === 'rPh') state.spoken = false;
  if (local === 'v' || local === 't' || local === 'f') state.letters = null;
}

function take(state: State, event: PartEvent, book: Workbook): void {
  if (event.kind === 'open') openElement(state, event.local, event.attributes);
  else if (event.kind === 'close') closeElement(state, event.local, book);
  else if (state.letters === 'formula') state.formula += event.text.slice(0, 2000);
  else if (state.cell !== null && state.letters === 'value') state.cell.value += event.text;
  else if (state.cell !== null && state.letters === 'inline' && !state.spoken) state.cell.inline += event.text;
}

/** The rows of a sheet as words; formulas are not worked out, the values they last had are taken. */
export function sheetRows(xml: string, book: Workbook, notes: Notes): SheetRows {
  const state: State = {
    rows: [],
    row: [],
    cell: null,
    letters: null,
    formula: '',
    cells: 0,
    formulas: 0,
    reaching: 0,
    hiddenRows: 0,
    hiddenColumns: 0,
    cut: false,
    spoken: false,
  };
  for (const event of eventsOf(xml, notes)) take(state, event, book);
  if (state.row.length > 0) state.rows.push(state.row);
  return state;
}
