import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { type AllegationView, RecordResponse } from '../../../contract/finding.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ChoiceRow } from '../../parts/choice-row.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { timestampWords } from '../../parts/moment-words.ts';
import { QuotedWords } from '../../parts/quoted-words.tsx';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { WhenField } from '../../parts/when-field.tsx';
import { computerZone, reckon, WallClockShape } from '../../parts/zoned-time.ts';
import { useWords } from '../../words/use-words.ts';
import { ResponsePoint } from './response-point.tsx';

const ResponseState = RecordResponse.shape.state;
const Draft = z.object({ state: ResponseState, at: WallClockShape, words: z.string() });
type Draft = z.infer<typeof Draft>;

/** What the employee said to it, or that the time for it passed: no breach is found without either. */
export function ResponsePart({ view }: { readonly view: AllegationView }) {
  const all = useWords();
  const words = all.findings.response;
  const [again, setAgain] = useState(false);
  const { response } = view;
  return (
    <section className="allegation-part stack" aria-labelledby="response">
      <div>
        <h3 id="response">{words.title}</h3>
        <p className="quiet">
          {words.about} {words.forAll}
        </p>
      </div>
      {response === null ? <p>{words.none}</p> : null}
      {response === null ? null : (
        <div className="panel stack">
          <h4>{words.onRecord(words.states[response.state], timestampWords(response.at, all.parts.moment))}</h4>
          {response.words === null ? null : <QuotedWords words={response.words} />}
          {again ? null : (
            <div>
              <Button variant="default" size="compact-xs" onClick={() => setAgain(true)}>
                {words.again}
              </Button>
            </div>
          )}
        </div>
      )}
      {response?.state === 'received' && !again ? <ResponsePoint view={view} /> : null}
      {response === null || again ? (
        <ResponseForm respondentId={view.allegation.respondentId} onDone={() => setAgain(false)} closes={again} />
      ) : null}
    </section>
  );
}

interface ResponseFormProps {
  readonly respondentId: string;
  /** True where there is a response on record to go back to. */
  readonly closes: boolean;
  readonly onDone: () => void;
}

function ResponseForm({ respondentId, closes, onDone }: ResponseFormProps) {
  const words = useWords().findings.response;
  const record = useCommandCall('response.record');
  const blank: Draft = { state: 'received', at: { day: '', time: '', zone: computerZone() }, words: '' };
  const { draft, change, forget } = useFormDraft(`response/${respondentId}`, Draft, blank);
  const at = reckon(draft.at);
  const received = draft.state === 'received';
  const missing = [
    ...(at.ok ? [] : [words.missing.at]),
    ...(received && draft.words.trim() === '' ? [words.missing.words] : []),
  ];
  const submit = async () => {
    if (!at.ok) return;
    const saved = await record.run({
      respondentId,
      state: draft.state,
      at: at.timestamp,
      words: received ? draft.words : null,
    });
    if (saved === null) return;
    forget();
    onDone();
  };
  return (
    <div className="panel stack">
      <ChoiceRow
        legend={words.state}
        value={draft.state}
        choices={ResponseState.options.map((state) => ({ value: state, label: words.states[state] }))}
        onChange={(state) => change({ state })}
      />
      <WhenField label={words.at} value={draft.at} onChange={(value) => change({ at: value })} />
      {received ? (
        <Textarea
          label={words.words}
          description={words.wordsHelp}
          classNames={{ input: 'reading' }}
          autosize
          minRows={3}
          maxLength={40_000}
          value={draft.words}
          onChange={(event) => change({ words: event.currentTarget.value })}
        />
      ) : null}
      {record.error === null ? null : <ErrorNotice error={record.error} />}
      <SubmitRow
        label={words.record}
        busyLabel={words.recording}
        busy={record.busy}
        missing={missing}
        onSubmit={() => void submit()}
      >
        {closes ? (
          <Button variant="subtle" onClick={onDone}>
            {words.cancel}
          </Button>
        ) : null}
      </SubmitRow>
    </div>
  );
}
