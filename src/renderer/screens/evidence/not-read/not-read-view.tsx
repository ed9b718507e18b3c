import { Button } from '@mantine/core';
import { IconEar, IconFileText, IconPrinter } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import type { NotReadEntry } from '../../../../contract/not-read.ts';
import { useQueryCall } from '../../../engine/use-call.ts';
import { useNavigation } from '../../../frame/navigation.tsx';
import { DataTable, rowsOf, type TableColumn } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { LoadingLine } from '../../../parts/loading-line.tsx';
import { SplitPane } from '../../../parts/split-pane.tsx';
import type { Words } from '../../../words/index.ts';
import { useWords } from '../../../words/use-words.ts';
import { MediaPlayer } from '../viewer/media-player.tsx';
import { TranscriptList } from './transcript-list.tsx';

/** What no machine could read: counted, explained, and written down by a person who listened or looked. */
export function NotReadView() {
  const words = useWords();
  const { place, set, go } = useNavigation();
  const list = useQueryCall('not-read.list', {});
  const entries = useMemo(() => list.value?.entries ?? [], [list.value]);
  const columns = useMemo(() => columnsOf(words), [words]);
  const rows = useMemo(() => rowsOf(entries), [entries]);
  if (list.state === 'failed') return <ErrorNotice error={list.error} />;
  if (list.value === null) return <LoadingLine what={words.reading.notRead.label} />;
  const at = entries.findIndex((entry) => entry.evidenceId === place.params['file']);
  return (
    <SplitPane
      name="not-read"
      label={words.evidence.panes}
      start={
        <>
          <div className="item-filters item-filters-line">
            <span className="quiet">{words.reading.notRead.counts(list.value.total, list.value.described)}</span>
            <Button
              className="head-end"
              variant="default"
              leftSection={<IconPrinter size={15} aria-hidden />}
              onClick={() => go('documents', { kind: 'not-read-list' })}
            >
              {words.reading.notRead.print}
            </Button>
          </div>
          <DataTable
            label={words.reading.notRead.label}
            columns={columns}
            rows={rows}
            idOf={(entry) => entry.evidenceId}
            chosen={at < 0 ? null : at}
            onChoose={(index) => set({ file: entries[index]?.evidenceId ?? null })}
            empty={<EmptyState title={words.reading.notRead.none} about={words.reading.notRead.noneAbout} />}
          />
        </>
      }
      end={<Entry key={entries[at]?.evidenceId ?? 'none'} entry={entries[at] ?? null} />}
    />
  );
}

function Entry({ entry }: { readonly entry: NotReadEntry | null }) {
  const words = useWords();
  const own = words.reading.notRead;
  const { set } = useNavigation();
  const player = useRef<HTMLMediaElement | null>(null);
  if (entry === null) {
    return <EmptyState icon={<IconEar size={22} />} title={own.choose} about={own.chooseAbout} />;
  }
  const isRecording = entry.what === 'recording';
  return (
    <article className="file-card" aria-label={entry.name}>
      <div className="stack-close">
        <h2 className="file-name">{entry.name}</h2>
        <p className="quiet">
          {own.what[entry.what]}
          {entry.place === null ? '' : `, ${entry.place}`}
          {entry.fromWhom === null ? '' : `, ${words.viewer.received(entry.fromWhom)}`}
        </p>
      </div>
      <section className="stack-close">
        <h3>{own.why}</h3>
        <p>{entry.because}</p>
        {entry.described?.complete === true ? null : <p className="quiet">{own.silence}</p>}
      </section>
      {isRecording ? (
        <MediaPlayer evidenceId={entry.evidenceId} name={entry.name} sound={isSound(entry.format)} player={player} />
      ) : null}
      {entry.what === 'picture' ? (
        <img
          className="not-read-picture"
          src={`evidence://picture/${encodeURIComponent(entry.evidenceId)}?maxWidth=900`}
          alt={words.viewer.picture.label(entry.name)}
        />
      ) : null}
      <TranscriptList evidenceId={entry.evidenceId} timed={isRecording} player={player} />
      <div>
        <Button
          variant="subtle"
          leftSection={<IconFileText size={15} aria-hidden />}
          onClick={() => set({ files: 'all', file: entry.evidenceId })}
        >
          {own.showFile}
        </Button>
      </div>
    </article>
  );
}

const soundFormats = new Set(['m4a', 'mp3', 'ogg', 'wav', 'flac', 'amr', 'caf', 'aac', 'aiff']);

/** Whether a recording has no picture, as far as its format tells; a player of videos plays sound as well. */
export function isSound(format: string | null): boolean {
  return soundFormats.has(format ?? '');
}

function columnsOf(words: Words): readonly TableColumn<NotReadEntry>[] {
  const { columns, what, nobody, describedBy } = words.reading.notRead;
  return [
    { id: 'number', header: columns.number, size: 52, cell: (entry) => entry.number },
    {
      id: 'name',
      header: columns.name,
      size: 150,
      grows: true,
      cell: (entry) => <span title={entry.name}>{entry.name}</span>,
    },
    { id: 'what', header: columns.what, size: 92, cell: (entry) => what[entry.what] },
    { id: 'why', header: columns.why, size: 150, cell: (entry) => <span title={entry.because}>{entry.because}</span> },
    {
      id: 'who',
      header: columns.who,
      size: 128,
      cell: ({ described }) =>
        described === null ? (
          <span className="chip" data-tone="attention">
            {nobody}
          </span>
        ) : (
          <span className="chip" data-tone={described.complete ? 'done' : 'attention'}>
            <span className="clipped">{describedBy(described.madeBy, described.complete)}</span>
          </span>
        ),
    },
  ];
}
