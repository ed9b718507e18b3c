import { IconInfoCircle } from '@tabler/icons-react';
import type { Fact } from '../../../../contract/mapping.ts';
import { TimestampText } from '../../../parts/moment-text.tsx';
import { useWords } from '../../../words/use-words.ts';

/** What people know and recorded about the item at hand. */
export function KnownOfItem({ facts }: { readonly facts: readonly Fact[] }) {
  const words = useWords().viewer.suggestion;
  const own = facts.filter((fact) => fact.itemId !== null);
  if (own.length === 0) return null;
  return (
    <section className="known-facts stack-close">
      <h3 className="known-title">
        <IconInfoCircle size={15} aria-hidden /> {words.known}
      </h3>
      <FactList facts={own} />
    </section>
  );
}

/** What concerns the case as a whole and no single item: only on asking, below the rest. */
export function KnownOfCase({ facts }: { readonly facts: readonly Fact[] }) {
  const words = useWords().viewer.suggestion;
  const ofCase = facts.filter((fact) => fact.itemId === null);
  if (ofCase.length === 0) return null;
  return (
    <details className="known-of-case">
      <summary>{words.knownOfCase(ofCase.length)}</summary>
      <FactList facts={ofCase} />
    </details>
  );
}

function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  const words = useWords().viewer.suggestion;
  return (
    <ul className="stack-close">
      {facts.map((fact) => (
        <li key={fact.id}>
          {fact.words}{' '}
          <span className="quiet small">
            {words.answeredBy(fact.by)}, <TimestampText at={fact.at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
