import { memo, type ReactNode } from 'react';

interface TableLineProps {
  readonly id: string;
  readonly index: number;
  readonly chosen: boolean;
  /** Pixels from the first row's top. */
  readonly top: number;
  /** The row's own value and the columns shown: as long as both are the same, so are the cells. */
  readonly row: unknown;
  readonly columns: unknown;
  readonly shape: string;
  readonly cells: () => ReactNode;
}

/** One row of a long table; while scrolling only rows that come into view are drawn, the others are left as they are. */
export const TableLine = memo(function TableLine({ id, index, chosen, top, cells }: TableLineProps) {
  return (
    <tr
      id={id}
      className="data-line data-row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      style={{ transform: `translateY(${top}px)` }}
    >
      {cells()}
    </tr>
  );
}, isSameLine);

function isSameLine(a: TableLineProps, b: TableLineProps): boolean {
  return (
    a.row === b.row &&
    a.index === b.index &&
    a.chosen === b.chosen &&
    a.top === b.top &&
    a.columns === b.columns &&
    a.shape === b.shape &&
    a.id === b.id
  );
}
