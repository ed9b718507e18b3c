import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';

interface HeaderCellProps {
  readonly title: string;
  readonly sorted: 'none' | 'ascending' | 'descending';
  /** Null where the table cannot be sorted by this column. */
  readonly onSort: (() => void) | null;
  readonly onResizeStart: (event: unknown) => void;
}

export function HeaderCell({ title, sorted, onSort, onResizeStart }: HeaderCellProps) {
  const words = useWords().parts.table;
  return (
    <th className="data-heading" scope="col" aria-sort={onSort === null ? undefined : sorted}>
      {onSort === null ? (
        <span className="clipped">{title}</span>
      ) : (
        <button type="button" className="data-sort" title={words.sortBy(title)} onClick={onSort}>
          <span className="clipped">{title}</span>
          {sorted === 'ascending' ? <IconChevronUp size={13} aria-hidden /> : null}
          {sorted === 'descending' ? <IconChevronDown size={13} aria-hidden /> : null}
        </button>
      )}
      <span className="data-grip" aria-hidden onMouseDown={onResizeStart} onTouchStart={onResizeStart} />
    </th>
  );
}
