import { Button, Select } from '@mantine/core';
import { IconCrop } from '@tabler/icons-react';
import { useState } from 'react';
import {
  AnswerContext,
  type ContextRequest,
  type ContextView,
  type FullerSource,
} from '../../../../contract/context.ts';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { MomentText, TimestampText } from '../../../parts/moment-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import { clockNow, timestampOf } from '../wall-clock.ts';
import { AskForm } from './context-ask-form.tsx';

/** What the crop left out: the omitted messages in their places, or whom somebody asked for them. */
export function ContextPart({ itemId }: { readonly itemId: string }) {
  const words = useWords().keptOut.context;
  const view = useQueryCall('context.view', { itemId });
  const [asking, setAsking] = useState(false);
  if (view.value === null || view.value.state === 'not-needed') return null;
  const { state, sources, requests, evidenceId } = view.value;
  return (
    <section className="beside-item stack-close" aria-label={words.title}>
      <h3>
        <IconCrop size={15} aria-hidden /> {words.title}{' '}
        <span className="chip" data-tone={toneOf[state]}>
          {words.states[state]}
        </span>
      </h3>
      <p className="quiet">{words.about[state]}</p>
      {sources.map((source) => (
        <LeftOut key={`${source.evidenceId} ${source.threadTitle ?? ''}`} source={source} />
      ))}
      {requests.map((request) => (
        <RequestLine key={request.id} request={request} />
      ))}
      {asking ? (
        <AskForm evidenceId={evidenceId} onDone={() => setAsking(false)} />
      ) : state === 'found' ? null : (
        <div className="row">
          <Button variant="default" onClick={() => setAsking(true)}>
            {words.ask}
          </Button>
        </div>
      )}
    </section>
  );
}

const toneOf: Readonly<Record<ContextView['state'], string>> = {
  found: 'done',
  'not-obtained': 'attention',
  asked: 'attention',
  answered: 'blocked',
  'not-needed': 'blocked',
};

function LeftOut({ source }: { readonly source: FullerSource }) {
  const words = useWords().keptOut.context;
  return (
    <details className="left-out" open>
      <summary>
        {source.evidenceName} <span className="quiet">{words.counts(source.shown, source.leftOut)}</span>
      </summary>
      <ol>
        {source.moreBefore === 0 ? null : <li className="quiet">{words.more(source.moreBefore)}</li>}
        {source.messages.map(({ row, place }) => (
          <li key={row.id} data-place={place}>
            <span className="left-out-place">{words.places[place]}</span>
            <span className="left-out-words">
              <span className="quiet">
                {row.author ?? ''} {row.sentAt === null ? null : <MomentText moment={row.sentAt} />}
              </span>{' '}
              {row.snippet}
            </span>
          </li>
        ))}
        {source.moreAfter === 0 ? null : <li className="quiet">{words.more(source.moreAfter)}</li>}
      </ol>
    </details>
  );
}

function RequestLine({ request }: { readonly request: ContextRequest }) {
  const words = useWords().keptOut.context;
  const answer = useCommandCall('context.answer');
  const { waiting: _, ...answers } = words.answers;
  return (
    <div className="stack-close">
      <p>
        {words.asked(request.whom)}, <TimestampText at={request.askedAt} />
        {request.note === null ? '' : `: ${request.note}`}
      </p>
      {request.answer === 'waiting' ? (
        <Select
          aria-label={words.answer}
          placeholder={words.answer}
          data={Object.entries(answers).map(([value, label]) => ({ value, label }))}
          value={null}
          disabled={answer.busy}
          onChange={(value) => {
            const order = AnswerContext.safeParse({
              id: request.id,
              answer: value,
              answeredAt: timestampOf(clockNow()),
              note: null,
            });
            if (order.success) void answer.run(order.data);
          }}
        />
      ) : (
        <p className="quiet">
          {words.answers[request.answer]}
          {request.answeredAt === null ? null : (
            <>
              , <TimestampText at={request.answeredAt} />
            </>
          )}
        </p>
      )}
      {answer.error === null ? null : <ErrorNotice error={answer.error} />}
    </div>
  );
}
