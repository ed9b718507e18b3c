import { IconMessages } from '@tabler/icons-react';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { LoadingLine } from '../../../parts/loading-line.tsx';
import { useWords } from '../../../words/use-words.ts';
import { ItemPane } from './item-pane.tsx';
import { useItem } from './use-item.ts';
import './viewer.css';

interface ViewerProps {
  readonly itemId: string | null;
  /** The words searched for, shown marked. */
  readonly searched: string | null;
  readonly onStep: (by: number) => void;
  /** Where the item stands in the table; null where it is not among the rows read. */
  readonly position: { readonly at: number; readonly of: number } | null;
}

/** One item beside the table: read in its surroundings, judged by no machine, linked by a person. */
export function Viewer({ itemId, ...rest }: ViewerProps) {
  const words = useWords().viewer;
  if (itemId === null) {
    return (
      <div className="viewer-empty">
        <EmptyState icon={<IconMessages size={22} />} title={words.choose} about={words.chooseAbout} />
      </div>
    );
  }
  return <OpenViewer itemId={itemId} {...rest} />;
}

function OpenViewer({ itemId, ...rest }: ViewerProps & { readonly itemId: string }) {
  const words = useWords().viewer;
  const { item, error } = useItem(itemId);
  if (item !== null) return <ItemPane key={item.view.row.id} item={item} error={error} {...rest} />;
  if (error !== null) return <ErrorNotice error={error} />;
  return <LoadingLine what={words.reading} />;
}
