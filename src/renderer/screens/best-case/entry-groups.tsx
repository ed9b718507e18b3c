import { IconSparkle } from '@tabler/icons-react';
import { type BestCase, BestCaseKind } from '../../../contract/best-case.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { MomentText } from '../../parts/moment-text.tsx';
import { QuotedWords } from '../../parts/quoted-words.tsx';
import { count } from '../../words/en/parts.ts';
import { useWords } from '../../words/use-words.ts';

type Entry = BestCase['entries'][number];

/** The entries by their kind; within one, what was recorded first stands first. No kind weighs more than another. */
export function EntryGroups({ entries }: { readonly entries: readonly Entry[] }) {
  const words = useWords().inquiry.bestCase;
  return BestCaseKind.options.map((kind) => {
    const own = entries.filter((entry) => entry.kind === kind);
    if (own.length === 0) return null;
    const { title, about } = words.kinds[kind];
    return (
      <section key={kind} className="best-case-group" aria-labelledby={`kind-${kind}`}>
        <header>
          <h3 id={`kind-${kind}`}>
            {title} <span className="side-count">{count(own.length)}</span>
          </h3>
          <p className="quiet small">{about}</p>
        </header>
        <ul>
          {own.map((entry) => (
            <EntryLine key={entry.key} entry={entry} />
          ))}
        </ul>
      </section>
    );
  });
}

function EntryLine({ entry }: { readonly entry: Entry }) {
  const words = useWords().inquiry.bestCase;
  const { go } = useNavigation();
  const { item } = entry;
  return (
    <li className="best-case-entry" data-new={entry.isNew}>
      <p>{entry.words}</p>
      {entry.quote === null ? null : <QuotedWords words={entry.quote} />}
      <p className="row small">
        {entry.isNew ? (
          <span className="chip" data-tone="attention">
            <IconSparkle size={12} aria-hidden /> {words.isNew}
          </span>
        ) : null}
        <span className="quiet">
          {entry.allegations.length === 0 ? words.whole : words.allegations(entry.allegations)}
        </span>
        {item === null ? null : (
          <>
            <button type="button" className="link-button" onClick={() => go('evidence', { item: item.id })}>
              {words.item(item.number, item.author ?? words.unknownAuthor)}
            </button>
            <MomentText moment={item.sentAt} />
          </>
        )}
      </p>
    </li>
  );
}
