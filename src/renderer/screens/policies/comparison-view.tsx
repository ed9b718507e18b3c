import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { CallInput } from '../../../contract/calls.ts';
import type { ClauseDifference, WordRun } from '../../../contract/policy-import.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { LoadingLine } from '../../parts/loading-line.tsx';
import { useWords } from '../../words/use-words.ts';

/** Two versions of one policy, clause by clause, with the words that came and went. */
export function ComparisonView({ input }: { readonly input: CallInput<'policy.compare'> }) {
  const words = useWords().policies;
  const { set } = useNavigation();
  const compared = useQueryCall('policy.compare', input);
  const back = () => set({ compare: null, older: null, newer: null, show: null });
  const value = compared.value;
  return (
    <div className="screen">
      <header className="screen-head">
        <Button variant="subtle" size="compact-sm" leftSection={<IconArrowLeft size={14} />} onClick={back}>
          {words.back}
        </Button>
        <h1>{value === null ? words.title : words.comparison(value.older, value.newer)}</h1>
        {value === null ? null : (
          <span className="quiet">
            {words.comparisonAbout(value.clauses.filter(({ is }) => is !== 'same').length, value.clauses.length)}
          </span>
        )}
      </header>
      <div className="screen-scroll">
        <div className="screen-column stack">
          {compared.state === 'failed' ? <ErrorNotice error={compared.error} /> : null}
          {compared.state === 'loading' ? <LoadingLine what={words.loading} /> : null}
          <ul className="policy-list">
            {(value?.clauses ?? []).map((one) => (
              <DifferenceLine key={`${one.from ?? ''}/${one.to ?? ''}`} one={one} />
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

const TONES = {
  same: 'blocked',
  added: 'for',
  removed: 'late',
  changed: 'attention',
  renumbered: 'accent',
  'changed-and-renumbered': 'attention',
} as const;

function DifferenceLine({ one }: { readonly one: ClauseDifference }) {
  const words = useWords().policies;
  return (
    <li className="panel stack-close">
      <div className="row-apart">
        <strong>
          {words.numbers(one.from, one.to)} · {one.label}
        </strong>
        <span className="chip" data-tone={TONES[one.is]}>
          {words.differences[one.is]}
        </span>
      </div>
      <p className="reading">
        {one.runs.map((run, index) => (
          <Run key={`${String(index)}${run.is}`} run={run} />
        ))}
      </p>
      {one.also.map((said) => (
        <p key={said} className="small quiet">
          {said}
        </p>
      ))}
    </li>
  );
}

function Run({ run }: { readonly run: WordRun }) {
  const words = useWords().policies;
  if (run.is === 'same') return <span>{run.words} </span>;
  if (run.is === 'added')
    return (
      <>
        <ins className="policy-added">
          <span className="unseen">{words.addedWords} </span>
          {run.words}
        </ins>{' '}
      </>
    );
  return (
    <>
      <del className="policy-removed">
        <span className="unseen">{words.removedWords} </span>
        {run.words}
      </del>{' '}
    </>
  );
}
