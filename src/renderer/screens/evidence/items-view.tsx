import { useLocalStorage } from '@mantine/hooks';
import { IconFolders } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { useQueryCall } from '../../engine/use-call.ts';
import { useActions } from '../../frame/actions.tsx';
import { useNavigation } from '../../frame/navigation.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { LoadingLine } from '../../parts/loading-line.tsx';
import { SplitPane } from '../../parts/split-pane.tsx';
import { useWords } from '../../words/use-words.ts';
import { itemColumns, type Snippet } from './item-columns.tsx';
import { ItemFilters } from './item-filters.tsx';
import { isFiltered, itemQueryOf, noFilter } from './item-query.ts';
import { useItemRows } from './use-item-rows.ts';
import { Viewer } from './viewer/viewer.tsx';

const hiddenAtFirst: string[] = ['to', 'certainty', 'kind', 'source'];
/** Hits whose words are shown in the table; a search with more is narrowed first. */
const mostSnippets = 1000;

/** The table of items with the viewer beside it; both keep their place when the other moves. */
export function ItemsView({ onAdd }: { readonly onAdd: () => void }) {
  const words = useWords();
  const { place, set } = useNavigation();
  const query = itemQueryOf(place.params);
  const rows = useItemRows(query);
  const snippets = useSnippets(query.filter.words);
  const people = useQueryCall('person.list', {});
  const columns = useMemo(
    () => itemColumns(words, snippets, new Map((people.value ?? []).map(({ id, name }) => [id, name]))),
    [words, snippets, people.value],
  );
  const [hidden, setHidden] = useLocalStorage<string[]>({
    key: 'evenhand.item-columns-2',
    defaultValue: hiddenAtFirst,
  });
  const searchField = useRef<HTMLInputElement>(null);
  const itemId = place.params['item'] ?? null;
  const chosen = itemId === null ? null : rows.indexOf(itemId);
  const choose = (index: number) => {
    const row = rows.source.at(index);
    if (row !== undefined) set({ item: row.id });
  };
  // A decision can take the item out of the filter it was found by: the next one then stands in its place.
  const lastAt = useRef(-1);
  useEffect(() => {
    if (chosen !== null) lastAt.current = chosen;
  }, [chosen]);
  const step = (by: number) => {
    const from = chosen ?? (by > 0 ? lastAt.current - 1 : lastAt.current);
    choose(Math.min(rows.matching - 1, Math.max(0, from + by)));
  };
  useItemActions(step, () => searchField.current?.focus());

  if (rows.error !== null) return <ErrorNotice error={rows.error} />;
  if (rows.loading) return <LoadingLine what={words.evidence.reading} />;
  const nothing =
    rows.total === 0 ? (
      <EmptyState
        icon={<IconFolders size={22} />}
        title={words.evidence.none}
        about={words.evidence.noneAbout}
        action={{ label: words.evidence.add, run: onAdd }}
      />
    ) : (
      <EmptyState
        title={words.evidence.noMatch}
        about={words.evidence.noMatchAbout(rows.total)}
        action={{ label: words.evidence.filter.clear, run: () => set({ ...noFilter }) }}
      />
    );
  return (
    <SplitPane
      name="evidence"
      label={words.evidence.panes}
      start={
        <>
          <ItemFilters
            filter={query.filter}
            searchField={searchField}
            hidden={hidden}
            onHidden={(next) => setHidden([...next])}
          />
          {isFiltered(query.filter) ? (
            <p className="item-count" role="status">
              {words.evidence.counts(rows.total, rows.matching)}
            </p>
          ) : null}
          <DataTable
            label={words.evidence.tableLabel}
            columns={columns}
            rows={rows.source}
            idOf={(row) => row.id}
            chosen={chosen}
            onChoose={choose}
            sort={{ column: query.sort, descending: query.descending }}
            onSort={({ column, descending }) => set({ sort: column, descending: descending ? 'yes' : null })}
            hidden={hidden}
            empty={nothing}
          />
        </>
      }
      end={
        <Viewer
          itemId={itemId}
          searched={query.filter.words}
          onStep={step}
          position={chosen === null ? null : { at: chosen + 1, of: rows.matching }}
        />
      }
    />
  );
}

function useSnippets(searched: string | null): ReadonlyMap<string, Snippet> {
  const search = useQueryCall(
    'item.search',
    { words: searched ?? '', limit: mostSnippets },
    { enabled: searched !== null, keepPrevious: true },
  );
  const hits = searched === null ? undefined : search.value?.hits;
  return useMemo(() => new Map((hits ?? []).map((hit) => [hit.item, hit])), [hits]);
}

function useItemActions(step: (by: number) => void, search: () => void): void {
  const words = useWords().evidence.actions;
  const { set } = useNavigation();
  useActions([
    { id: 'evidence.next', label: words.next, group: 'item', keys: 'j', run: () => step(1) },
    { id: 'evidence.next-arrow', label: words.next, group: 'item', keys: 'alt+arrowdown', run: () => step(1) },
    { id: 'evidence.previous', label: words.previous, group: 'item', keys: 'k', run: () => step(-1) },
    { id: 'evidence.previous-arrow', label: words.previous, group: 'item', keys: 'alt+arrowup', run: () => step(-1) },
    { id: 'evidence.search', label: words.search, group: 'evidence', keys: 'mod+f', run: search },
    {
      id: 'evidence.suggested',
      label: words.suggested,
      group: 'evidence',
      run: () => set({ ...noFilter, only: 'suggested' }),
    },
    { id: 'evidence.all', label: words.all, group: 'evidence', run: () => set({ ...noFilter }) },
  ]);
}
