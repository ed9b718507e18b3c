import { Checkbox } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { SuggestionView } from '../../../contract/mapping.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { ClauseCode } from '../../parts/clause-code.tsx';
import { MomentText } from '../../parts/moment-text.tsx';
import { useWords } from '../../words/use-words.ts';

interface ReviewLineProps {
  readonly suggestion: SuggestionView;
  readonly current: boolean;
  readonly chosen: boolean;
  readonly onOpen: () => void;
  readonly onToggle: () => void;
}

/** One suggestion in the list: which item, which clause, why; dashed, because nobody has decided. */
export function ReviewLine({ suggestion, current, chosen, onOpen, onToggle }: ReviewLineProps) {
  const words = useWords();
  const item = useQueryCall('item.view', { id: suggestion.itemId });
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const row = item.value?.row;
  return (
    <li ref={line} className="review-line" data-current={current}>
      <Checkbox
        checked={chosen}
        aria-label={words.inquiry.review.choose(row?.number ?? 0, suggestion.clauseLabel)}
        onChange={onToggle}
      />
      <button type="button" className="plain-button" aria-current={current ? 'true' : undefined} onClick={onOpen}>
        <span className="review-clause">
          <ClauseCode clause={suggestion.clause} /> {suggestion.clauseLabel}
          {suggestion.outside ? (
            <span className="chip" data-tone="attention">
              {words.inquiry.scope.outsideChip}
            </span>
          ) : null}
        </span>
        <span className="review-snippet">{row?.snippet}</span>
        <span className="quiet small">
          {row === undefined ? null : (
            <>
              {words.inquiry.alike.open(row.number, row.author ?? words.viewer.unknownAuthor)} ·{' '}
              <MomentText moment={row.sentAt} plain />
            </>
          )}
        </span>
      </button>
    </li>
  );
}
