import { IconPaperclip } from '@tabler/icons-react';
import type { NamedParty } from '../../../../contract/item.ts';
import { useQueryCall } from '../../../engine/use-call.ts';
import { useNavigation } from '../../../frame/navigation.tsx';
import { MomentText } from '../../../parts/moment-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { OpenItem } from './use-item.ts';

/** A mail's own head, as mail programs show it; attachments lead to their files. */
export function MailHead({ item }: { readonly item: OpenItem }) {
  const words = useWords().viewer;
  const { item: draft, row } = item.view;
  return (
    <header className="mail-head">
      <h3 className="item-title">{draft.title ?? <span className="quiet">{words.noSubject}</span>}</h3>
      <dl className="fact-list">
        <dt>{words.from}</dt>
        <dd>{draft.author === null ? words.unknownAuthor : partyWords(draft.author)}</dd>
        <dt>{words.to}</dt>
        <dd>{draft.recipients.map(partyWords).join(', ')}</dd>
        <dt>{words.date}</dt>
        <dd>
          <MomentText moment={row.sentAt} />
        </dd>
        {draft.attachments.length === 0 ? null : (
          <>
            <dt>{words.attachments}</dt>
            <dd>
              <Attachments item={item} />
            </dd>
          </>
        )}
      </dl>
    </header>
  );
}

function Attachments({ item }: { readonly item: OpenItem }) {
  const words = useWords().viewer;
  const { set } = useNavigation();
  const files = useQueryCall('evidence.list', {});
  const inside = (files.value ?? []).filter((file) => file.parentId === item.view.row.evidenceId);
  return (
    <ul className="row">
      {item.view.item.attachments.map((name) => {
        const file = inside.find((one) => one.name === name);
        return (
          <li key={name}>
            {file === undefined ? (
              <span className="chip">
                <IconPaperclip size={13} aria-hidden />
                {name}
              </span>
            ) : (
              <button
                type="button"
                className="chip chip-button"
                title={words.openAttachment(name)}
                onClick={() => set({ files: 'all', file: file.id })}
              >
                <IconPaperclip size={13} aria-hidden />
                {name}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function partyWords({ name, handle }: NamedParty): string {
  if (name === null) return handle ?? '';
  return handle === null ? name : `${name} <${handle}>`;
}
