import { Button, Textarea } from '@mantine/core';
import { IconQuestionMark } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommandCall } from '../../../engine/use-call.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { OpenItem } from './use-item.ts';

interface UnknownListProps {
  readonly unknowns: readonly string[];
  readonly itemId: string;
  readonly facts: OpenItem['facts'];
}

/** What the evidence does not say, each as a question with its answer button; what a person answered stands below. */
export function UnknownList({ unknowns, itemId, facts }: UnknownListProps) {
  const words = useWords().viewer.suggestion;
  const [asking, setAsking] = useState<string | null>(null);
  if (unknowns.length === 0 && facts.length === 0) return null;
  return (
    <div className="stack-close">
      <h4>{words.unknowns}</h4>
      <ul className="stack-close">
        {unknowns.map((unknown) => (
          <li key={unknown}>
            <div className="unknown">
              <IconQuestionMark size={14} aria-hidden />
              <span>{unknown}</span>
              <button
                type="button"
                className="link-button"
                aria-label={`${words.answer}: ${unknown}`}
                aria-expanded={asking === unknown}
                onClick={() => setAsking(asking === unknown ? null : unknown)}
              >
                {words.answer}
              </button>
            </div>
            {asking === unknown ? (
              <AnswerForm question={unknown} itemId={itemId} onDone={() => setAsking(null)} />
            ) : null}
          </li>
        ))}
      </ul>
      {facts.length === 0 ? null : (
        <ul className="stack-close">
          {facts.map((fact) => (
            <li key={fact.id}>
              <strong>{words.answered}:</strong> {fact.words} <span className="quiet small">{fact.by}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface AnswerFormProps {
  readonly question: string;
  readonly itemId: string;
  readonly onDone: () => void;
}

function AnswerForm({ question, itemId, onDone }: AnswerFormProps) {
  const words = useWords().viewer.suggestion;
  const record = useCommandCall('fact.record');
  const [answer, setAnswer] = useState('');
  const given = answer.trim();
  return (
    <form
      className="stack answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (given === '') return;
        void record.run({ itemId, words: `${question} ${given}` }).then((fact) => {
          if (fact !== null) onDone();
        });
      }}
    >
      <Textarea
        label={words.answerLabel}
        autosize
        minRows={1}
        data-autofocus
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      {record.error === null ? null : <ErrorNotice error={record.error} />}
      <div>
        <Button type="submit" disabled={given === ''} loading={record.busy}>
          {words.answerSave}
        </Button>
      </div>
    </form>
  );
}
