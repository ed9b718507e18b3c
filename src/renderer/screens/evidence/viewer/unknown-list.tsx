import { Button, Textarea } from '@mantine/core';
import { IconQuestionMark } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { OwnerChoice } from '../../../parts/owner-choice.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { OpenItem } from './use-item.ts';

interface UnknownListProps {
  readonly unknowns: readonly string[];
  readonly item: OpenItem;
}

/** What the evidence does not say, each as a question with its answer button; what was answered stands with the item. */
export function UnknownList({ unknowns, item }: UnknownListProps) {
  const words = useWords().viewer.suggestion;
  const [asking, setAsking] = useState<string | null>(null);
  const itemId = item.view.row.id;
  const open = unknowns.filter((unknown) => !item.facts.some((fact) => fact.words.startsWith(unknown)));
  const recipient = useRecipientUnknown(item);
  if (open.length === 0 && !recipient) return null;
  return (
    <div className="stack-close">
      <h4>{words.unknowns}</h4>
      <ul className="stack-close">
        {recipient ? <RecipientUnknown evidenceId={item.view.row.evidenceId} /> : null}
        {open.map((unknown) => (
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
    </div>
  );
}

/** Messages of an export have no recipient until somebody says whose phone or account it was. */
function useRecipientUnknown({ view }: OpenItem): boolean {
  const files = useQueryCall('evidence.list', {});
  const file = (files.value ?? []).find(({ id }) => id === view.row.evidenceId);
  const oneSided = view.item.thread !== null && view.row.to === null && view.item.audience !== 'group';
  return oneSided && file !== undefined && file.ownerId === null;
}

function RecipientUnknown({ evidenceId }: { readonly evidenceId: string }) {
  const words = useWords().viewer;
  const [opened, setOpened] = useState(false);
  return (
    <li>
      <div className="unknown">
        <IconQuestionMark size={14} aria-hidden />
        <span>{words.whoReceived}</span>
        <button type="button" className="link-button" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {words.sayOwner}
        </button>
      </div>
      {opened ? (
        <div className="answer-form">
          <OwnerChoice evidenceId={evidenceId} onDone={() => setOpened(false)} />
        </div>
      ) : null}
    </li>
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
