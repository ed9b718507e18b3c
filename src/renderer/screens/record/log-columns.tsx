import { IconArrowBackUp } from '@tabler/icons-react';
import type { LedgerRow } from '../../../contract/case.ts';
import type { TableColumn } from '../../parts/data-table.tsx';
import { TimestampText } from '../../parts/moment-text.tsx';
import { count } from '../../words/en/parts.ts';
import type { Words } from '../../words/index.ts';

/** The log's columns: what happened takes the room that is left. */
export function logColumns(words: Words['record']['log']): readonly TableColumn<LedgerRow>[] {
  return [
    { id: 'seq', header: words.number, size: 58, cell: (row) => <span className="quiet">{count(row.seq)}</span> },
    { id: 'at', header: words.at, size: 156, cell: (row) => <TimestampText at={row.at} /> },
    { id: 'words', header: words.what, size: 220, grows: true, cell: (row) => <What row={row} words={words} /> },
    { id: 'by', header: words.by, size: 110, cell: (row) => row.by },
    {
      id: 'hash',
      header: words.hash,
      size: 90,
      cell: (row) => <span className="mono quiet">{row.hash.slice(0, 8)}</span>,
    },
  ];
}

function What({ row, words }: { readonly row: LedgerRow; readonly words: Words['record']['log'] }) {
  if (row.reversedBy === null) return <span title={row.words}>{row.words}</span>;
  return (
    <span className="row log-reversed" title={row.words}>
      <s className="clipped">{row.words}</s>
      <span className="chip">
        <IconArrowBackUp size={12} aria-hidden /> {words.reversed(row.reversedBy)}
      </span>
    </span>
  );
}
