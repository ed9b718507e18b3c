import { SegmentedControl } from '@mantine/core';
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
import { GridTable } from './grid-table.tsx';
import './grid.css';

/** Every clause with its elements: what is linked for and against each, and what no machine looks for. */
export function GridScreen() {
  const words = useWords().grid;
  const { place, set } = useNavigation();
  const rows = useQueryCall('grid.view', {});
  const clauses = useQueryCall('clause.list', {});
  const allegations = useQueryCall('allegation.list', {});
  const error = rows.error ?? clauses.error ?? allegations.error;
  if (error !== null) return <ErrorNotice error={error} />;
  if (rows.value === null || clauses.value === null || allegations.value === null) {
    return <LoadingLine what={words.reading} />;
  }
  const touchedOnly = place.params['show'] === 'touched';
  const touched = rows.value.filter(isTouched);
  const shown = touchedOnly ? touched : rows.value;
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.title}</h1>
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
      </header>
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
