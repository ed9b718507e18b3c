import { useMemo, useState } from 'react';
import type { ItemRow } from '../../../contract/item-view.ts';
import type { CallError } from '../../../contract/wire.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import type { RowSource } from '../../parts/data-table.tsx';
import { type ItemQuery, pageRequest, pageSize } from './item-query.ts';

export interface ItemRows {
  readonly source: RowSource<ItemRow>;
  readonly total: number;
  readonly matching: number;
  readonly loading: boolean;
  readonly error: CallError | null;
  /** The index of an item among the rows read so far, null where it is not among them. */
  readonly indexOf: (itemId: string) => number | null;
}

/** Items in windows of 200 rows: what is in view lies in at most two of them; the rest is only counted. */
export function useItemRows(query: ItemQuery): ItemRows {
  const [view, setView] = useState({ from: 0, to: 0 });
  const head = useQueryCall('item.page', pageRequest(query, 0), { keepPrevious: true });
  const upper = useQueryCall('item.page', pageRequest(query, view.from), { enabled: view.from > 0 });
  const lower = useQueryCall('item.page', pageRequest(query, view.to), { enabled: view.to > 0 });
  const pages = useMemo(() => {
    const known = new Map<number, readonly ItemRow[]>();
    if (upper.value !== null) known.set(view.from, upper.value.rows);
    if (lower.value !== null) known.set(view.to, lower.value.rows);
    if (head.value !== null) known.set(0, head.value.rows);
    return known;
  }, [head.value, upper.value, lower.value, view]);
  const matching = head.value?.matching ?? 0;
  const source = useMemo<RowSource<ItemRow>>(
    () => ({
      count: matching,
      at: (index) => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
      want: (first, last) => {
        const from = Math.floor(first / pageSize);
        const to = Math.floor(last / pageSize);
        setView((before) => (before.from === from && before.to === to ? before : { from, to }));
      },
    }),
    [pages, matching],
  );
  return {
    source,
    total: head.value?.total ?? 0,
    matching,
    loading: head.state === 'loading',
    error: head.error,
    indexOf: (itemId) => indexIn(pages, itemId),
  };
}

function indexIn(pages: ReadonlyMap<number, readonly ItemRow[]>, itemId: string): number | null {
  for (const [page, rows] of pages) {
    const at = rows.findIndex((row) => row.id === itemId);
    if (at >= 0) return page * pageSize + at;
  }
  return null;
}
