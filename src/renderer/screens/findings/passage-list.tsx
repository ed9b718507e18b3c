import type { ReactNode } from 'react';
import type { Mapping } from '../../../contract/mapping.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { timestampWords } from '../../parts/moment-words.ts';
import { useWords } from '../../words/use-words.ts';

interface PassageListProps {
  readonly passages: readonly Mapping[];
  /** What stands under each: what was made of it. */
  readonly under?: (passage: Mapping) => ReactNode;
}

/** Passages that a person linked, each with its words, who linked it and the way to its item. */
export function PassageList({ passages, under }: PassageListProps) {
  const all = useWords();
  const words = all.findings.elements;
  const { go } = useNavigation();
  return (
    <ul className="stack">
      {passages.map((passage) => {
        const quote = quoteOf(passage, words.boxOnPage);
        return (
          <li key={passage.id} className="passage stack-close">
            <p className="reading">{quote}</p>
            {passage.reason === null ? null : <p>{passage.reason}</p>}
            <p className="row-apart small quiet">
              <span>{words.linked(passage.by, timestampWords(passage.at, all.parts.moment))}</span>
              <button
                type="button"
                className="link-button"
                aria-label={words.open(quote.slice(0, 60))}
                onClick={() => go('evidence', { item: passage.itemId })}
              >
                {words.openShort}
              </button>
            </p>
            {under?.(passage)}
          </li>
        );
      })}
    </ul>
  );
}

function quoteOf({ passage }: Mapping, boxOnPage: (page: number) => string): string {
  if (passage.text.trim() !== '') return passage.text;
  return passage.kind === 'box' ? boxOnPage(passage.page) : '';
}
