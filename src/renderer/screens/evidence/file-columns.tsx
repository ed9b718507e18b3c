import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconClock, IconReceiptOff } from '@tabler/icons-react';
import type { EvidenceRow, Receipt } from '../../../contract/evidence.ts';
import type { TableColumn } from '../../parts/data-table.tsx';
import { count } from '../../words/en/parts.ts';
import type { Words } from '../../words/index.ts';
import { type FileStory, storyOf } from './file-outcome.ts';

const toneIcons = { done: IconCircleCheck, attention: IconAlertTriangle, late: IconCircleX, blocked: IconClock };

export function OutcomeChip({ story }: { readonly story: FileStory }) {
  const Icon = toneIcons[story.tone];
  return (
    <span className="chip" data-tone={story.tone}>
      <Icon size={13} aria-hidden />
      <span className="clipped">{story.outcome}</span>
    </span>
  );
}

export function fileColumns(words: Words, receipts: readonly Receipt[]): readonly TableColumn<EvidenceRow>[] {
  const { file } = words.evidence;
  return [
    { id: 'number', header: file.columns.number, size: 52, cell: (row) => row.number },
    {
      id: 'name',
      header: file.columns.name,
      size: 150,
      grows: true,
      cell: (row) => (
        <span className={row.parentId === null ? undefined : 'file-inside'} title={row.path}>
          {row.name}
        </span>
      ),
    },
    {
      id: 'outcome',
      header: file.columns.outcome,
      size: 180,
      cell: (row) => <OutcomeChip story={storyOf(row, file)} />,
    },
    { id: 'items', header: file.columns.items, size: 64, cell: (row) => count(row.outcome?.items ?? 0) },
    {
      id: 'receipt',
      header: file.columns.receipt,
      size: 126,
      cell: (row) => <ReceiptCell row={row} receipts={receipts} none={file.noReceipt} />,
    },
  ];
}

interface ReceiptCellProps {
  readonly row: EvidenceRow;
  readonly receipts: readonly Receipt[];
  readonly none: string;
}

function ReceiptCell({ row, receipts, none }: ReceiptCellProps) {
  const receipt = receipts.find((one) => one.id === row.receiptId);
  if (receipt !== undefined) return receipt.fromWhom;
  return (
    <span className="item-flag" title={none}>
      <IconReceiptOff size={14} aria-hidden />
      <span className="unseen">{none}</span>
    </span>
  );
}
