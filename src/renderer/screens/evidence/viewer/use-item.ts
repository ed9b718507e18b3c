import type { AllegationView } from '../../../../contract/finding.ts';
import type { ItemView } from '../../../../contract/item-view.ts';
import type { ClauseView, Fact, Mapping, ScreenFlag, SuggestionView } from '../../../../contract/mapping.ts';
import type { CallError } from '../../../../contract/wire.ts';
import { useQueryCall } from '../../../engine/use-call.ts';

/** Everything the viewer shows of one item. */
export interface OpenItem {
  readonly view: ItemView;
  readonly suggestions: readonly SuggestionView[];
  readonly flags: readonly ScreenFlag[];
  readonly links: readonly Mapping[];
  readonly clauses: readonly ClauseView[];
  readonly allegations: readonly AllegationView[];
  readonly facts: readonly Fact[];
}

/** One item with its suggestions, flags and links; the last one stays until the next is here. */
export function useItem(itemId: string): { readonly item: OpenItem | null; readonly error: CallError | null } {
  const view = useQueryCall('item.view', { id: itemId }, { keepPrevious: true });
  const suggestions = useQueryCall('suggestion.list', { itemId, open: false });
  const links = useQueryCall('mapping.list', { itemId, allegationId: null, policy: null, clause: null });
  const facts = useQueryCall('fact.list', { itemId });
  const clauses = useQueryCall('clause.list', {});
  const allegations = useQueryCall('allegation.list', {});
  if (view.value === null) return { item: null, error: view.error };
  return {
    item: {
      view: view.value,
      suggestions: suggestions.value?.suggestions ?? [],
      flags: suggestions.value?.flags ?? [],
      links: links.value ?? [],
      clauses: clauses.value ?? [],
      allegations: allegations.value ?? [],
      facts: facts.value ?? [],
    },
    error: suggestions.error ?? links.error ?? clauses.error ?? allegations.error,
  };
}
