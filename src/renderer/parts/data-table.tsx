import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import { useWords } from '../words/use-words.ts';
import { HeaderCell } from './data-table-header.tsx';
import { TableLine } from './data-table-line.tsx';
import './data-table.css';

export interface TableColumn<Row> {
  readonly id: string;
  /** Heading, also read out for every cell. */
  readonly header: string;
  /** Width in pixels at 100 %. */
  readonly size: number;
  /** Takes the room that is left; one column of a table should. */
  readonly grows?: boolean;
  readonly sortable?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/** Rows by index, however many: only those in view are asked for. */
export interface RowSource<Row> {
  readonly count: number;
  /** Undefined while the row is still being read. */
  readonly at: (index: number) => Row | undefined;
  /** Told which rows are in view (both ends included), so that they can be read. */
  readonly want?: (first: number, last: number) => void;
}

/** A list that is here already, as the table's source. */
export function rowsOf<Row>(rows: readonly Row[]): RowSource<Row> {
  return { count: rows.length, at: (index) => rows[index] };
}

export interface TableSort {
  readonly column: string;
  readonly descending: boolean;
}

interface DataTableProps<Row> {
  /** What the table lists, for a screen reader. */
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: RowSource<Row>;
  readonly idOf: (row: Row) => string;
  /** The chosen row's index, or null. */
  readonly chosen: number | null;
  readonly onChoose: (index: number) => void;
  /** Enter or a double click. */
  readonly onOpen?: (index: number) => void;
  readonly sort?: TableSort;
  readonly onSort?: (sort: TableSort) => void;
  /** Columns not shown, by id. */
  readonly hidden?: readonly string[];
  readonly rowHeight?: number;
  /** Shown instead of rows where there are none. */
  readonly empty?: ReactNode;
}

interface Line<Row> {
  readonly index: number;
  readonly row: Row | undefined;
}

const features = tableFeatures({ columnSizingFeature, columnResizingFeature, columnVisibilityFeature });

/** Pixels, as in data-table.css. */
const headHeight = 31;

/** A table whose rows are chosen with the arrow keys is a grid to a screen reader. */
const asGrid = { role: 'grid', tabIndex: 0 };

/** A dense table of any length: only the rows in view exist. Arrow keys, Page, Home and End move; Enter opens. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, chosen, sort, onSort, rowHeight = 32, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const tableId = useId();
  const virtualizer = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The heading stands above the rows and stays over the topmost of them.
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  const inView = virtualizer.getVirtualItems();
  const first = inView[0]?.index ?? 0;
  const last = inView.at(-1)?.index ?? 0;
  const lines = useMemo(() => linesOf(rows, first, last), [rows, first, last]);
  const columns = useColumns(props.columns);
  const { hidden } = props;
  const columnVisibility = useMemo(() => visibilityOf(hidden ?? []), [hidden]);
  const table = useTable({
    features,
    columns,
    data: lines,
    columnResizeMode: 'onChange',
    state: { columnVisibility },
    getRowId: (line) => String(line.index),
  });
  useEffect(() => rows.want?.(first, last), [rows, first, last]);
  useEffect(() => {
    if (chosen !== null) virtualizer.scrollToIndex(chosen, { align: 'auto' });
  }, [chosen, virtualizer]);

  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const shape = headers.map((header) => header.column.id).join(' ');
  const template = headers
    .map((header) => trackOf(header.getSize(), growing(props.columns, header.column.id)))
    .join(' ');
  const onKeyDown = (event: KeyboardEvent) => {
    const next = indexAfter(event.key, chosen, rows.count, Math.max(1, last - first - 2));
    if (next !== null) props.onChoose(next);
    else if (event.key === 'Enter' && chosen !== null) props.onOpen?.(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <div className="data-frame">
      <div ref={scroller} className="data-scroller">
        <table
          className="data-table"
          {...asGrid}
          {...activeRow(chosen, tableId)}
          aria-label={label}
          aria-rowcount={rows.count + 1}
          aria-colcount={headers.length}
          onKeyDown={onKeyDown}
          style={trackStyle(template, rowHeight)}
        >
          <thead className="data-head">
            <tr className="data-line" aria-rowindex={1}>
              {headers.map((header) => (
                <HeaderCell
                  key={header.id}
                  title={props.columns.find((column) => column.id === header.column.id)?.header ?? ''}
                  sorted={sortedAs(header.column.id, sort)}
                  onSort={sortAction(props.columns, header.column.id, sort, onSort)}
                  onResizeStart={header.getResizeHandler()}
                />
              ))}
            </tr>
          </thead>
          {rows.count === 0 ? null : (
            <tbody
              className="data-body"
              style={{ height: virtualizer.getTotalSize() }}
              onMouseDown={(event) => withIndex(event.target, props.onChoose)}
              onDoubleClick={(event) => withIndex(event.target, props.onOpen)}
            >
              {table.getRowModel().rows.map((row) => (
                <TableLine
                  key={row.original.row === undefined ? row.id : props.idOf(row.original.row)}
                  id={`${tableId}-${row.original.index}`}
                  index={row.original.index}
                  chosen={row.original.index === chosen}
                  top={row.original.index * rowHeight}
                  row={row.original.row}
                  columns={columns}
                  shape={shape}
                  cells={() =>
                    row.original.row === undefined ? (
                      <LoadingCell />
                    ) : (
                      row.getVisibleCells().map((cell) => (
                        <td key={cell.id} className="data-cell">
                          <table.FlexRender cell={cell} />
                        </td>
                      ))
                    )
                  }
                />
              ))}
            </tbody>
          )}
        </table>
        {rows.count === 0 ? <div className="data-empty">{empty}</div> : null}
      </div>
    </div>
  );
}

/** Calls back with the index of the row in which something happened. */
function withIndex(target: EventTarget, call: ((index: number) => void) | undefined): void {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  if (line !== null) call?.(Number(line.dataset['index']));
}

/** The focus stays on the grid; this tells a screen reader which row it stands on. */
function activeRow(chosen: number | null, tableId: string): { readonly 'aria-activedescendant'?: string } {
  return chosen === null ? {} : { 'aria-activedescendant': `${tableId}-${chosen}` };
}

function LoadingCell() {
  const words = useWords().parts.table;
  return <td className="data-cell quiet">{words.loadingRow}</td>;
}

function trackStyle(columns: string, rowHeight: number): CSSProperties & Record<`--${string}`, string> {
  return { '--columns': columns, '--line': `${rowHeight}px` };
}

function sortedAs(column: string, sort: TableSort | undefined): 'none' | 'ascending' | 'descending' {
  if (sort?.column !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}

function useColumns<Row>(columns: readonly TableColumn<Row>[]) {
  return useMemo(() => {
    const helper = createColumnHelper<typeof features, Line<Row>>();
    return columns.map((column) =>
      helper.display({
        id: column.id,
        header: column.header,
        size: column.size,
        minSize: 48,
        maxSize: 900,
        cell: ({ row }) => (row.original.row === undefined ? null : column.cell(row.original.row)),
      }),
    );
  }, [columns]);
}

function linesOf<Row>(rows: RowSource<Row>, first: number, last: number): Line<Row>[] {
  if (rows.count === 0) return [];
  const end = Math.min(last, rows.count - 1);
  return Array.from({ length: Math.max(0, end - first + 1) }, (_, at) => ({
    index: first + at,
    row: rows.at(first + at),
  }));
}

function visibilityOf(hidden: readonly string[]): Record<string, boolean> {
  return Object.fromEntries(hidden.map((id) => [id, false]));
}

function growing<Row>(columns: readonly TableColumn<Row>[], id: string): boolean {
  return columns.find((column) => column.id === id)?.grows === true;
}

function trackOf(size: number, grows: boolean): string {
  return grows ? `minmax(${size}px, 1fr)` : `${size}px`;
}

function sortAction<Row>(
  columns: readonly TableColumn<Row>[],
  id: string,
  sort: TableSort | undefined,
  onSort: ((sort: TableSort) => void) | undefined,
): (() => void) | null {
  if (onSort === undefined || columns.find((column) => column.id === id)?.sortable !== true) return null;
  return () => onSort({ column: id, descending: sort?.column === id && !sort.descending });
}

/** Where a key leads in a list; null where it leads nowhere. */
function indexAfter(key: string, chosen: number | null, count: number, page: number): number | null {
  if (count === 0) return null;
  const from = chosen ?? -1;
  const to: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count - 1,
  };
  const next = to[key];
  return next === undefined ? null : Math.min(count - 1, Math.max(0, next));
}
