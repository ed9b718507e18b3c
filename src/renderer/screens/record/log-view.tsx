import { IconTimeline } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useOs } from '../../engine/os.tsx';
import { useQueryCall } from '../../engine/use-call.ts';
import { useActions } from '../../frame/actions.tsx';
import { useNavigation } from '../../frame/navigation.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { LinePanel } from './line-panel.tsx';
import { logColumns } from './log-columns.tsx';
import { useLogRows } from './use-log-rows.ts';
import { VerifyPanel } from './verify-panel.tsx';

/** The activity log with the check of the whole file beside it. */
export function LogView() {
  const words = useWords().record;
  const { place, set } = useNavigation();
  const rows = useLogRows();
  const columns = useMemo(() => logColumns(words.log), [words]);
  const line = place.params['line'];
  const chosen = line === undefined ? null : indexOf(Number(line), rows.total);
  const choose = (index: number) => set({ line: String(rows.total - index) });
  const step = (by: number) => choose(Math.min(rows.total - 1, Math.max(0, (chosen ?? -1) + by)));
  useActions([
    { id: 'record.next', label: words.log.next, group: 'here', keys: 'j', run: () => step(1) },
    { id: 'record.previous', label: words.log.previous, group: 'here', keys: 'k', run: () => step(-1) },
  ]);
  if (rows.error !== null) return <ErrorNotice error={rows.error} />;
  if (rows.loading) return <p className="loading-line">{words.loading}</p>;
  return (
    <div className="record-panes">
      <DataTable
        label={words.log.table}
        columns={columns}
        rows={rows.source}
        idOf={(row) => String(row.seq)}
        chosen={chosen}
        onChoose={choose}
        empty={
          <EmptyState icon={<IconTimeline size={22} />} title={words.log.empty.title} about={words.log.empty.body} />
        }
      />
      <div className="record-side stack">
        <LinePanel row={chosen === null ? null : (rows.source.at(chosen) ?? null)} />
        <Fingerprint />
        <VerifyPanel />
      </div>
    </div>
  );
}

function indexOf(seq: number, total: number): number | null {
  const index = total - seq;
  return Number.isInteger(index) && index >= 0 && index < total ? index : null;
}

function Fingerprint() {
  const words = useWords().record.fingerprint;
  const os = useOs();
  const state = useQueryCall('case.state', {});
  if (state.value === null) return null;
  const { fingerprint } = state.value;
  return (
    <section className="panel stack-close" aria-labelledby="fingerprint">
      <h2 id="fingerprint">{words.title}</h2>
      <p className="quiet">{words.about}</p>
      <p className="mono">{fingerprint.match(/.{1,8}/g)?.join(' ')}</p>
      <div>
        <CopyButton label={words.copy} done={words.copied} copy={() => os.copyText(fingerprint)} />
      </div>
    </section>
  );
}
