import { IconAffiliate } from '@tabler/icons-react';
import type { Passage } from '../../../../contract/mapping.ts';
import { useQueryCall } from '../../../engine/use-call.ts';
import { useNavigation } from '../../../frame/navigation.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { LoadingLine } from '../../../parts/loading-line.tsx';
import { MomentText } from '../../../parts/moment-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { OpenItem } from './use-item.ts';

interface AlikeTabProps {
  readonly item: OpenItem;
  readonly passage: Passage | null;
}

/** Items that share rare words with this one, or with what is marked in it; each says what it shares. */
export function AlikeTab({ item, passage }: AlikeTabProps) {
  const words = useWords();
  const own = words.inquiry.alike;
  const { go } = useNavigation();
  const marked = passage?.kind === 'words' ? { start: passage.start, end: passage.end } : null;
  const alike = useQueryCall('alike.find', { itemId: item.view.row.id, passage: marked, limit: 40 });
  if (alike.state === 'failed') return <ErrorNotice error={alike.error} />;
  if (alike.state === 'loading') return <LoadingLine what={own.title} />;
  const { items, wentBy } = alike.value;
  if (items.length === 0) {
    return <EmptyState icon={<IconAffiliate size={20} />} title={own.none} about={own.noneAbout} />;
  }
  return (
    <div className="stack">
      <p className="quiet">
        {marked === null ? own.ofItem : own.ofPassage} {own.wentBy(wentBy.map(quoted).join(', '))}
      </p>
      <ul className="stack">
        {items.map(({ row, shared }) => (
          <li key={row.id} className="stack-close">
            <p className="row small">
              <button type="button" className="link-button" onClick={() => go('evidence', { item: row.id })}>
                {own.open(row.number, row.author ?? words.viewer.unknownAuthor)}
              </button>
              <MomentText moment={row.sentAt} plain />
            </p>
            <p className="reading clipped">{row.snippet}</p>
            <p className="quiet small">{own.shares(shared.map(quoted).join(', '))}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function quoted(words: string): string {
  return `“${words}”`;
}
