import { IconInfoCircle } from '@tabler/icons-react';
import type { Fact } from '../../../../contract/mapping.ts';
import { TimestampText } from '../../../parts/moment-text.tsx';
import { useWords } from '../../../words/use-words.ts';

/** What people know and recorded about the item at hand; what concerns the case as a whole only on asking. */
export function KnownFacts({ facts }: { readonly facts: readonly Fact[] }) {
  const words = useWords().viewer.suggestion;
  const own = facts.filter((fact) => fact.itemId !== null);
  const ofCase = facts.filter((fact) => fact.itemId === null);
  if (facts.length === 0) return null;
  return (
    <section className="known-facts stack-close">
      {own.length === 0 ? null : (
        <>
          <h3 className="known-title">
            <IconInfoCircle size={15} aria-hidden /> {words.known}
          </h3>
          <FactList facts={own} />
        </>
      )}
      {ofCase.length === 0 ? null : (
        <details>
          <summary>{words.knownOfCase(ofCase.length)}</summary>
          <FactList facts={ofCase} />
        </details>
      )}
    </section>
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
