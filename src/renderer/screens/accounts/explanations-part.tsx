import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { ContextOfFact, type DisputedFact } from '../../../contract/weighing.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { useWords } from '../../words/use-words.ts';
import { AnswerWithReason } from '../findings/answer-with-reason.tsx';

const Draft = z.object({ explanation: z.string() });
const OUTCOMES = ['ruled-out', 'remains', 'could-not-be-tried'] as const;

/** What else could explain it; each is tried, with what came of it. */
export function ExplanationsPart({ fact }: { readonly fact: DisputedFact }) {
  const words = useWords().accounts.weighing;
  const explain = useCommandCall('weighing.explain');
  const { draft, change, forget } = useFormDraft(`explanation/${fact.id}`, Draft, { explanation: '' });
  const add = async () => {
    if (draft.explanation.trim() === '') return;
    const saved = await explain.run({
      id: null,
      factId: fact.id,
      explanation: draft.explanation.trim(),
      tried: null,
    });
    if (saved !== null) forget();
  };
  return (
    <section className="allegation-part stack" aria-label={words.explanations}>
      <div>
        <h3>{words.explanations}</h3>
        <p className="quiet">{words.explanationsAbout}</p>
      </div>
      {fact.explanations.map((one) => (
        <Explanation key={one.id} fact={fact} one={one} />
      ))}
      <div className="answer-reason">
        <Textarea
          aria-label={words.explanation}
          placeholder={words.explanation}
          autosize
          minRows={1}
          maxLength={4000}
          value={draft.explanation}
          onChange={(event) => change({ explanation: event.currentTarget.value })}
        />
        <Button variant="default" disabled={draft.explanation.trim() === ''} onClick={() => void add()}>
          {words.addExplanation}
        </Button>
      </div>
      {explain.error === null ? null : <ErrorNotice error={explain.error} />}
    </section>
  );
}

interface ExplanationProps {
  readonly fact: DisputedFact;
  readonly one: DisputedFact['explanations'][number];
}

function Explanation({ fact, one }: ExplanationProps) {
  const words = useWords().accounts.weighing;
  const explain = useCommandCall('weighing.explain');
  const [trying, setTrying] = useState(false);
  const { id, explanation, tried } = one;
  return (
    <div className="panel stack-close">
      <div className="row-apart">
        <p>{explanation}</p>
        {tried === null && !trying ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={words.tryOf(explanation)}
            onClick={() => setTrying(true)}
          >
            {words.tryIt}
          </Button>
        ) : null}
      </div>
      {tried === null && !trying ? <p className="small quiet">{words.untried}</p> : null}
      {tried === null && !trying ? null : (
        <AnswerWithReason
          draftKey={`tried/${id}`}
          legend={words.outcome}
          choices={OUTCOMES.map((value) => ({ value, label: words.outcomes[value] }))}
          recorded={tried === null ? null : { answer: tried.outcome, reason: tried.how }}
          words={{
            reason: words.how,
            reasonOf: `${words.how}: ${explanation}`,
            record: words.record,
            recordOf: `${words.record}: ${explanation}`,
            recording: words.recording,
          }}
          busy={explain.busy}
          error={explain.error}
          onRecord={async (outcome, how) => {
            const saved = await explain.run({ id, factId: fact.id, explanation, tried: { how: how ?? '', outcome } });
            if (saved !== null) setTrying(false);
            return saved !== null;
          }}
        />
      )}
    </div>
  );
}

/** Whether what stood around the words was obtained. */
export function ContextPart({ fact }: { readonly fact: DisputedFact }) {
  const words = useWords().accounts.weighing;
  const record = useCommandCall('weighing.context');
  return (
    <section className="allegation-part stack" aria-label={words.context}>
      <div>
        <h3>{words.context}</h3>
        <p className="quiet">{words.contextAbout}</p>
      </div>
      <AnswerWithReason
        draftKey={`context/${fact.id}`}
        legend={words.context}
        choices={ContextOfFact.shape.state.options.map((value) => ({ value, label: words.contextStates[value] }))}
        recorded={fact.context === null ? null : { answer: fact.context.state, reason: fact.context.words }}
        words={{
          reason: words.contextReason,
          reasonOf: words.contextReason,
          record: words.record,
          recordOf: `${words.record}: ${words.context}`,
          recording: words.recording,
        }}
        busy={record.busy}
        error={record.error}
        onRecord={async (state, reason) => (await record.run({ factId: fact.id, state, words: reason ?? '' })) !== null}
      />
    </section>
  );
}
