import { useMemo, useState } from 'react';
import type { LedgerRow } from '../../../contract/case.ts';
import type { CallError } from '../../../contract/wire.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import type { RowSource } from '../../parts/data-table.tsx';

const pageSize = 200;

export interface LogRows {
  readonly source: RowSource<LedgerRow>;
  readonly total: number;
  readonly loading: boolean;
  readonly error: CallError | null;
}

/**
 * The activity log, newest line first, in pages of 200. Lines are numbered without a gap, so that the place of a line
 * says its number and only the pages in view are asked for.
 */
export function useLogRows(): LogRows {
  const [view, setView] = useState({ from: 0, to: 0 });
  const head = useQueryCall('ledger.page', { before: null, limit: pageSize }, { keepPrevious: true });
  const total = head.value?.total ?? 0;
  const upper = useQueryCall('ledger.page', pageOf(view.from, total), { enabled: view.from > 0 });
  const lower = useQueryCall('ledger.page', pageOf(view.to, total), { enabled: view.to > 0 });
  const source = useMemo<RowSource<LedgerRow>>(() => {
    const known = new Map<number, readonly LedgerRow[]>();
    if (upper.value !== null) known.set(view.from, upper.value.rows);
    if (lower.value !== null) known.set(view.to, lower.value.rows);
    if (head.value !== null) known.set(0, head.value.rows);
    return {
      count: total,
      at: (index) => known.get(Math.floor(index / pageSize))?.[index % pageSize],
      want: (first, last) => {
        const from = Math.floor(first / pageSize);
        const to = Math.floor(last / pageSize);
        setView((before) => (before.from === from && before.to === to ? before : { from, to }));
      },
    };
  }, [head.value, upper.value, lower.value, view, total]);
  return { source, total, loading: head.state === 'loading', error: head.error };
}

function pageOf(page: number, total: number): { before: number | null; limit: number } {
  return { before: page === 0 ? null : total - page * pageSize + 1, limit: pageSize };
}
