import { Button } from '@mantine/core';
import type { CallOutput } from '../../../../contract/calls.ts';
import { timestampWords } from '../../../parts/moment-words.ts';
import { useWords } from '../../../words/use-words.ts';

export type RemovalRow = CallOutput<'redaction.view'>['removals'][number];

const tones = { removed: 'done', offered: 'suggested', kept: 'attention' } as const;

interface RemovalItemProps {
  readonly row: RemovalRow;
  readonly onDecide: (row: RemovalRow, decision: 'remove' | 'keep') => void;
  readonly onTakeBack: (id: string) => void;
}

/** One name or string: what it becomes, how often and where it stands, why and on which ground, and what to do about it. */
export function RemovalItem({ row, onDecide, onTakeBack }: RemovalItemProps) {
  const all = useWords();
  const words = all.takenOut;
  const { decided } = row;
  return (
    <li className="removal stack-close">
      <div className="row-apart">
        <strong className="removal-words">{row.words}</strong>
        <span className="chip" data-tone={tones[row.state]}>
          {words.states[row.state]}
        </span>
      </div>
      <p className="small">
        {words.kinds[row.what]}. {row.state === 'kept' ? '' : `${words.becomes(row.shown)}. `}
        {words.found(row.times, row.places)}
      </p>
      <p className="small quiet">
        {row.reason}. {row.ground.source}
        {row.ground.confirmed ? '' : ` ${words.confirm}`}
      </p>
      {decided === null ? null : (
        <p className="small quiet">{words.decided(decided.by, timestampWords(decided.at, all.parts.moment))}</p>
      )}
      {row.forms.length < 2 ? null : (
        <details className="small">
          <summary>{words.forms(row.forms.length)}</summary>
          <p>{row.forms.join(' · ')}</p>
        </details>
      )}
      <div className="row">
        {row.state === 'offered' ? (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={words.takeOutOf(row.words)}
            onClick={() => onDecide(row, 'remove')}
          >
            {words.takeOut}
          </Button>
        ) : null}
        {row.state === 'kept' || decided !== null ? null : (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={words.leaveInOf(row.words)}
            onClick={() => onDecide(row, 'keep')}
          >
            {words.leaveIn}
          </Button>
        )}
        {decided === null ? null : (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={words.takeBackOf(row.words)}
            onClick={() => onTakeBack(decided.id)}
          >
            {words.takeBack}
          </Button>
        )}
      </div>
    </li>
  );
}
