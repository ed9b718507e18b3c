import { Button, SegmentedControl } from '@mantine/core';
import { IconLayoutGrid } from '@tabler/icons-react';
import type { GridRow } from '../../../contract/mapping.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { LoadingLine } from '../../parts/loading-line.tsx';
import { SplitPane } from '../../parts/split-pane.tsx';
import { useWords } from '../../words/use-words.ts';
import { CellPanel } from './cell-panel.tsx';
import { ChecksView } from './checks-view.tsx';
import { GridTable } from './grid-table.tsx';
import { ReviewView } from './review-view.tsx';
import { SamplesView } from './samples/samples-view.tsx';
import { ScopeBar } from './scope-bar.tsx';
import './grid.css';

const views = ['grid', 'review', 'samples', 'checks'] as const;

/** Every clause with its elements: what is linked for and against each, and what no machine looks for. */
export function GridScreen() {
  const all = useWords();
  const words = all.grid;
  const review = all.inquiry.review;
  const { place, go, set } = useNavigation();
  const rows = useQueryCall('grid.view', {});
  const clauses = useQueryCall('clause.list', {});
  const allegations = useQueryCall('allegation.list', {});
  const error = rows.error ?? clauses.error ?? allegations.error;
  if (error !== null) return <ErrorNotice error={error} />;
  if (rows.value === null || clauses.value === null || allegations.value === null) {
    return <LoadingLine what={words.reading} />;
  }
  const view = views.find((one) => one === place.params['view']) ?? 'grid';
  const touchedOnly = place.params['show'] === 'touched';
  const touched = rows.value.filter(isTouched);
  const shown = touchedOnly ? touched : rows.value;
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.title}</h1>
        <SegmentedControl
          aria-label={review.view}
          data={views.map((value) => ({ value, label: review.views[value] }))}
          value={view}
          onChange={(next) => set({ view: next === 'grid' ? null : next, sample: null })}
        />
        {view === 'grid' ? (
          <>
            <span className="quiet">{words.about(rows.value.length, touched.length)}</span>
            <SegmentedControl
              aria-label={words.show}
              data={[
                { value: 'all', label: words.all },
                { value: 'touched', label: words.touched },
              ]}
              value={touchedOnly ? 'touched' : 'all'}
              onChange={(show) => set({ show: show === 'touched' ? 'touched' : null })}
            />
          </>
        ) : null}
        <Button className="screen-head-action" variant="default" size="compact-sm" onClick={() => go('policies', {})}>
          {all.policies.fromGrid}
        </Button>
      </header>
      <ScopeBar />
      {view === 'review' ? <ReviewView clauses={clauses.value} /> : null}
      {view === 'samples' ? <SamplesView /> : null}
      {view === 'checks' ? <ChecksView /> : null}
      {view === 'grid' ? (
        <SplitPane
          name="grid"
          share={58}
          label={words.panes}
          start={
            shown.length === 0 ? (
              <NoRows touchedOnly={touchedOnly} />
            ) : (
              <GridTable rows={shown} clauses={clauses.value} allegations={allegations.value} />
            )
          }
          end={<CellPanel rows={rows.value} clauses={clauses.value} allegations={allegations.value} />}
        />
      ) : null}
    </div>
  );
}

function NoRows({ touchedOnly }: { readonly touchedOnly: boolean }) {
  const words = useWords().grid;
  const { go } = useNavigation();
  return touchedOnly ? (
    <EmptyState
      icon={<IconLayoutGrid size={22} />}
      title={words.noneTouched}
      about={words.noneTouchedAbout}
      action={{ label: words.goEvidence, run: () => go('evidence') }}
    />
  ) : (
    <EmptyState icon={<IconLayoutGrid size={22} />} title={words.none} about={words.noneAbout} />
  );
}

function isTouched(row: GridRow): boolean {
  const linked = row.elements.some((element) => element.for + element.against + element.states.length > 0);
  return linked || row.suggested + row.relevant + row.notRelevant + row.setAside > 0;
}
