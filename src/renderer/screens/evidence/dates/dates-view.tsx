import { IconCalendarQuestion, IconCircleCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { SourceTimesRow } from '../../../../contract/source-time.ts';
import { useQueryCall } from '../../../engine/use-call.ts';
import { useNavigation } from '../../../frame/navigation.tsx';
import { DataTable, rowsOf, type TableColumn } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { LoadingLine } from '../../../parts/loading-line.tsx';
import { SplitPane } from '../../../parts/split-pane.tsx';
import { count } from '../../../words/en/parts.ts';
import type { Words } from '../../../words/index.ts';
import { useWords } from '../../../words/use-words.ts';
import { SourceDates } from './source-dates.tsx';
import './dates.css';

/** How the dates of each file are read; files that leave it open stand first. */
export function DatesView() {
  const words = useWords();
  const own = words.reading.dates;
  const { place, set } = useNavigation();
  const sources = useQueryCall('time.list', {});
  const list = useMemo(() => sources.value ?? [], [sources.value]);
  const columns = useMemo(() => columnsOf(words), [words]);
  const rows = useMemo(() => rowsOf(list), [list]);
  if (sources.state === 'failed') return <ErrorNotice error={sources.error} />;
  if (sources.value === null) return <LoadingLine what={own.sources} />;
  const at = list.findIndex(({ evidenceId }) => evidenceId === place.params['file']);
  const chosen = list[at];
  return (
    <SplitPane
      name="dates"
      label={words.evidence.panes}
      start={
        <DataTable
          label={own.sources}
          columns={columns}
          rows={rows}
          idOf={({ evidenceId }) => evidenceId}
          chosen={at < 0 ? null : at}
          onChoose={(index) => set({ file: list[index]?.evidenceId ?? null })}
          empty={<EmptyState icon={<IconCalendarQuestion size={22} />} title={own.none} about={own.noneAbout} />}
        />
      }
      end={
        chosen === undefined ? (
          <EmptyState icon={<IconCalendarQuestion size={22} />} title={own.choose} about={own.chooseAbout} />
        ) : (
          <SourceDates key={chosen.evidenceId} evidenceId={chosen.evidenceId} />
        )
      }
    />
  );
}

function columnsOf(words: Words): readonly TableColumn<SourceTimesRow>[] {
  const { file } = words.evidence;
  const own = words.reading.dates;
  return [
    { id: 'number', header: file.columns.number, size: 52, cell: (row) => row.number },
    {
      id: 'name',
      header: file.columns.name,
      size: 160,
      grows: true,
      cell: (row) => (
        <span title={row.name}>{row.files > 1 ? `${row.name} (${own.filesIn(row.files)})` : row.name}</span>
      ),
    },
    { id: 'dated', header: own.title, size: 70, cell: (row) => count(row.dated) },
    { id: 'state', header: own.state, size: 150, cell: (row) => <StateChip row={row} /> },
    {
      id: 'zone',
      header: own.zone,
      size: 130,
      cell: (row) => (row.withoutZone === 0 ? '' : own.withoutZone(row.withoutZone)),
    },
  ];
}

function StateChip({ row }: { readonly row: SourceTimesRow }) {
  const words = useWords().reading.dates;
  if (row.open > 0) {
    return (
      <span className="chip" data-tone="attention">
        <IconCalendarQuestion size={13} aria-hidden />
        {words.open(row.open)}
      </span>
    );
  }
  if (!row.settled) return <span className="quiet">{words.clear}</span>;
  return (
    <span className="chip" data-tone="done">
      <IconCircleCheck size={13} aria-hidden />
      {words.settled}
    </span>
  );
}
