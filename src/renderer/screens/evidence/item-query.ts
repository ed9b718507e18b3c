import type { z } from 'zod';
import type { CallInput } from '../../../contract/calls.ts';
import { ItemFilter, ItemSort } from '../../../contract/item-view.ts';
import type { Place } from '../../frame/navigation.tsx';

/** What the table shows: filter and order, as they stand in the address. */
export interface ItemQuery {
  readonly filter: z.output<typeof ItemFilter>;
  readonly sort: z.output<typeof ItemSort>;
  readonly descending: boolean;
}

export const pageSize = 200;

export function itemQueryOf(params: Place['params']): ItemQuery {
  const { only, kind, from, to, certainty } = ItemFilter.shape;
  return {
    filter: {
      words: params['words'] ?? null,
      evidenceId: params['source'] ?? null,
      personId: params['person'] ?? null,
      kind: kind.safeParse(params['kind']).data ?? null,
      clause: params['clause'] ?? null,
      only: only.safeParse(params['only']).data ?? null,
      from: from.safeParse(params['from']).data ?? null,
      to: to.safeParse(params['to']).data ?? null,
      certainty: certainty.safeParse(params['certainty']).data ?? null,
    },
    sort: ItemSort.safeParse(params['sort']).data ?? 'time',
    descending: params['descending'] === 'yes',
  };
}

export function pageRequest(query: ItemQuery, page: number): CallInput<'item.page'> {
  return { ...query, offset: page * pageSize, limit: pageSize };
}

export function isFiltered(filter: ItemQuery['filter']): boolean {
  return Object.values(filter).some((value) => value !== null);
}

/** Parameters that take every filter out. */
export const noFilter = {
  words: null,
  source: null,
  person: null,
  kind: null,
  clause: null,
  only: null,
  from: null,
  to: null,
  certainty: null,
};
