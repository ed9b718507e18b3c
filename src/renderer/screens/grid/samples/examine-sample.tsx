import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { BlindView } from '../../../../contract/blind.ts';
import type { ClauseRef } from '../../../../contract/mapping.ts';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { useActions } from '../../../frame/actions.tsx';
import { useNavigation } from '../../../frame/navigation.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { LoadingLine } from '../../../parts/loading-line.tsx';
import { MomentText } from '../../../parts/moment-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import { SampleOutcome } from './sample-outcome.tsx';

/** One item of the sample after the other: what was said, and the question. Nothing of what anybody made of it. */
export function ExamineSample({ sampleId }: { readonly sampleId: string }) {
  const words = useWords().inquiry.samples;
  const { set } = useNavigation();
  const view = useQueryCall('blind.view', { id: sampleId }, { keepPrevious: true });
  const [at, setAt] = useState<number | null>(null);
  if (view.state === 'failed') return <ErrorNotice error={view.error} />;
  if (view.state === 'loading') return <LoadingLine what={words.title} />;
  const { sample, items } = view.value;
  const firstOpen = items.findIndex(({ answer }) => answer === null);
  const here = at ?? (firstOpen === -1 ? 0 : firstOpen);
  const item = items[here];
  const answered = items.filter(({ answer }) => answer !== null).length;
  const goTo = (index: number) => setAt(Math.min(items.length - 1, Math.max(0, index)));
  return (
    <div className="screen-scroll">
      <div className="screen-column">
        <div className="row">
          <button type="button" className="link-button" onClick={() => set({ sample: null })}>
            {words.back}
          </button>
          <h2>{words.sample(sample.number, words.purposes[sample.purpose].title)}</h2>
          <span role="status">{words.progress(answered, sample.size)}</span>
        </div>
        <SampleOutcome view={view.value} done={answered === sample.size} />
        {item === undefined ? null : (
          <Question
            key={item.id}
            sampleId={sampleId}
            item={item}
            clauses={sample.clauses}
            place={words.position(here + 1, items.length)}
            onStep={(by) => goTo(here + by)}
          />
        )}
      </div>
    </div>
  );
}

interface QuestionProps {
  readonly sampleId: string;
  readonly item: BlindView['items'][number];
  readonly clauses: readonly ClauseRef[];
  readonly place: string;
  readonly onStep: (by: number) => void;
}

function Question({ sampleId, item, clauses, place, onStep }: QuestionProps) {
  const all = useWords();
  const words = all.inquiry.samples;
  const known = useQueryCall('clause.list', {});
  const answer = useCommandCall('blind.answer');
  const [chosen, setChosen] = useState<readonly string[]>((item.answer?.clauses ?? []).map(keyOf));
  const record = async () => {
    const bears = clauses.filter((clause) => chosen.includes(keyOf(clause)));
    const done = await answer.run({ sampleId, itemId: item.id, clauses: bears, note: null });
    if (done !== null) onStep(1);
  };
  useActions([
    { id: 'sample.next', label: words.next, group: 'item', keys: 'j', run: () => onStep(1) },
    { id: 'sample.previous', label: words.previous, group: 'item', keys: 'k', run: () => onStep(-1) },
    { id: 'sample.record', label: words.record, group: 'item', keys: 'mod+enter', run: () => void record() },
  ]);
  const labelOf = (clause: ClauseRef) =>
    known.value?.find((one) => keyOf(one) === keyOf(clause))?.label ?? clause.clause;
  return (
    <section className="panel stack" aria-label={place}>
      <p className="row quiet">
        <span>{place}</span>
        <strong>{item.author ?? words.unknownAuthor}</strong>
        {item.to === null ? null : <span>{all.viewer.toWhom(item.to)}</span>}
        <MomentText moment={item.sentAt} />
      </p>
      <blockquote className="reading sample-text">{item.text}</blockquote>
      <Checkbox.Group label={words.which} value={[...chosen]} onChange={setChosen}>
        <div className="sample-clauses">
          {clauses.map((clause) => (
            <Checkbox key={keyOf(clause)} value={keyOf(clause)} label={`${clause.clause} ${labelOf(clause)}`} />
          ))}
        </div>
      </Checkbox.Group>
      {answer.error === null ? null : <ErrorNotice error={answer.error} onDismiss={answer.clear} />}
      <div className="row">
        <Button loading={answer.busy} onClick={() => void record()}>
          {words.record}
        </Button>
        {chosen.length === 0 ? <span className="quiet">{words.nothing}</span> : null}
        <button type="button" className="link-button" onClick={() => onStep(-1)}>
          {words.previous}
        </button>
        <button type="button" className="link-button" onClick={() => onStep(1)}>
          {words.next}
        </button>
      </div>
    </section>
  );
}

function keyOf({ policy, clause }: ClauseRef): string {
  return `${policy} ${clause}`;
}
