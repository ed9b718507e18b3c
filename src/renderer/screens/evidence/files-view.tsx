import { Select } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { EvidenceRow } from '../../../contract/evidence.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { DataTable, rowsOf } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { SplitPane } from '../../parts/split-pane.tsx';
import { useWords } from '../../words/use-words.ts';
import { FileCard } from './file-card.tsx';
import { fileColumns } from './file-columns.tsx';
import { needsLook } from './file-outcome.ts';
import { ReceiptSheet } from './receipt-sheet.tsx';

type Show = 'all' | 'remarks' | 'no-receipt';

/** Every file given to the case with what came of it; none is ever left out, read or not. */
export function FilesView({ show }: { readonly show: Show }) {
  const words = useWords();
  const { place, set } = useNavigation();
  const files = useQueryCall('evidence.list', {});
  const receipts = useQueryCall('receipt.list', {});
  const [receiptFor, setReceiptFor] = useState<EvidenceRow | null>(null);
  const known = receipts.value ?? [];
  const columns = useMemo(() => fileColumns(words, receipts.value ?? []), [words, receipts.value]);
  const rows = useMemo(() => (files.value ?? []).filter((row) => fits(row, show)), [files.value, show]);
  const source = useMemo(() => rowsOf(rows), [rows]);
  const at = rows.findIndex((row) => row.id === place.params['file']);
  const row = rows[at] ?? null;
  if (files.state === 'failed') return <ErrorNotice error={files.error} />;
  return (
    <>
      <SplitPane
        name="files"
        label={words.evidence.panes}
        start={
          <>
            <div className="item-filters item-filters-line">
              <ShowChoice show={show} />
              <span className="quiet">{words.evidence.fileCounts(files.value?.length ?? 0, rows.length)}</span>
            </div>
            <DataTable
              label={words.evidence.filesLabel}
              columns={columns}
              rows={source}
              idOf={(file) => file.id}
              chosen={at < 0 ? null : at}
              onChoose={(index) => set({ file: rows[index]?.id ?? null })}
              empty={<NoFiles show={show} />}
            />
          </>
        }
        end={
          <FileCard
            row={row}
            receipt={known.find((receipt) => receipt.id === row?.receiptId) ?? null}
            parent={(files.value ?? []).find((file) => file.id === row?.parentId) ?? null}
            onWriteReceipt={setReceiptFor}
          />
        }
      />
      {receiptFor === null ? null : (
        <ReceiptSheet for={{ kind: 'held', evidenceIds: [receiptFor.id] }} onClose={() => setReceiptFor(null)} />
      )}
    </>
  );
}

function NoFiles({ show }: { readonly show: Show }) {
  const words = useWords().evidence;
  const { set } = useNavigation();
  if (show === 'all') {
    return <EmptyState icon={<IconFileCheck size={22} />} title={words.none} about={words.noneAbout} />;
  }
  return (
    <EmptyState
      icon={<IconFileCheck size={22} />}
      title={words.file.noneHere}
      about={words.file.noneHereAbout}
      action={{ label: words.file.showAll, run: () => set({ files: 'all' }) }}
    />
  );
}

function ShowChoice({ show }: { readonly show: Show }) {
  const words = useWords().evidence.file.only;
  const { set } = useNavigation();
  return (
    <Select
      className="file-choice"
      aria-label={words.label}
      allowDeselect={false}
      data={[
        { value: 'all', label: words.all },
        { value: 'remarks', label: words.remarks },
        { value: 'no-receipt', label: words['no-receipt'] },
      ]}
      value={show}
      onChange={(value) => set({ files: value })}
    />
  );
}

function fits(row: EvidenceRow, show: Show): boolean {
  if (show === 'remarks') return needsLook(row);
  if (show === 'no-receipt') return row.receiptId === null && row.parentId === null;
  return true;
}
