import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { AllegationView } from '../../../contract/finding.ts';
import { AnswerPoint } from '../../../contract/statement.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ChoiceRow } from '../../parts/choice-row.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';

const { stance: Stance } = AnswerPoint.shape;
const Draft = z.object({ stance: Stance.nullable(), words: z.string(), takenUp: z.string() });

/** What the response says to this very allegation, and what was made of it. */
export function ResponsePoint({ view }: { readonly view: AllegationView }) {
  const words = useWords().accounts.point;
  const [writing, setWriting] = useState(false);
  const { point } = view;
  return (
    <section className="panel stack" aria-label={words.title}>
      <h4>{words.title}</h4>
      {point === null || writing ? <PointForm view={view} onDone={() => setWriting(false)} /> : null}
      {point === null || writing ? null : (
        <>
          <p>
            <strong>{words.stances[point.stance]}</strong>
          </p>
          <p className="reading">{point.words}</p>
          {point.takenUp === null ? null : (
            <p>
              {words.takenUp}: {point.takenUp}
            </p>
          )}
          <div>
            <Button variant="default" size="compact-xs" onClick={() => setWriting(true)}>
              {words.again}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function PointForm({ view, onDone }: { readonly view: AllegationView; readonly onDone: () => void }) {
  const words = useWords().accounts.point;
  const record = useCommandCall('response.answer-point');
  const { point } = view;
  const { draft, change, forget } = useFormDraft(`point/${view.allegation.id}`, Draft, {
    stance: point?.stance ?? null,
    words: point?.words ?? '',
    takenUp: point?.takenUp ?? '',
  });
  const missing = [
    ...(draft.stance === null ? [words.missing.stance] : []),
    ...(draft.words.trim() === '' ? [words.missing.words] : []),
  ];
  const submit = async () => {
    if (draft.stance === null) return;
    const saved = await record.run({
      allegationId: view.allegation.id,
      stance: draft.stance,
      words: draft.words.trim(),
      takenUp: draft.takenUp.trim() || null,
    });
    if (saved === null) return;
    forget();
    onDone();
  };
  return (
    <div className="stack">
      {point === null ? <p className="quiet">{words.none}</p> : null}
      <ChoiceRow
        legend={words.stance}
        legendUnseen
        value={draft.stance}
        choices={Stance.options.map((value) => ({ value, label: words.stances[value] }))}
        onChange={(stance) => change({ stance })}
      />
      {draft.stance === null ? null : (
        <>
          <Textarea
            label={words.words}
            classNames={{ input: 'reading' }}
            autosize
            maxLength={4000}
            value={draft.words}
            onChange={(event) => change({ words: event.currentTarget.value })}
          />
          <Textarea
            label={words.takenUp}
            description={words.takenUpHelp}
            autosize
            maxLength={4000}
            value={draft.takenUp}
            onChange={(event) => change({ takenUp: event.currentTarget.value })}
          />
          {record.error === null ? null : <ErrorNotice error={record.error} />}
          <SubmitRow
            label={words.record}
            busyLabel={words.recording}
            busy={record.busy}
            missing={missing}
            onSubmit={() => void submit()}
          />
        </>
      )}
    </div>
  );
}
