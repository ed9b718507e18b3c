import { IconCopy } from '@tabler/icons-react';
import { useQueryCall } from '../../../engine/use-call.ts';
import { useNavigation } from '../../../frame/navigation.tsx';
import { MomentText } from '../../../parts/moment-text.tsx';
import { useWords } from '../../../words/use-words.ts';

/** Items of other files that look or say the same: linked, never merged. */
export function AlikePart({ itemId }: { readonly itemId: string }) {
  const words = useWords().keptOut.alike;
  const { set } = useNavigation();
  const alike = useQueryCall('item.alike', { id: itemId });
  if (alike.value === null || alike.value.length === 0) return null;
  return (
    <section className="beside-item stack-close" aria-label={words.title(alike.value.length)}>
      <h3>
        <IconCopy size={15} aria-hidden /> {words.title(alike.value.length)}
      </h3>
      <ul>
        {alike.value.map(({ row, kind, because }) => (
          <li key={row.id}>
            <button type="button" className="link-button" onClick={() => set({ item: row.id })}>
              #{row.number} {row.evidenceName}
            </button>{' '}
            <span className="quiet">
              {row.sentAt === null ? null : <MomentText moment={row.sentAt} />} {words[kind]}. {because}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
