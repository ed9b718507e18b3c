import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { AskForContext } from '../../../../contract/context.ts';
import { useCommandCall } from '../../../engine/use-call.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useWords } from '../../../words/use-words.ts';
import { clockNow, timestampOf } from '../wall-clock.ts';

interface AskFormProps {
  readonly evidenceId: string;
  readonly onDone: () => void;
}

/** Whom somebody asked for the rest of a conversation, and when. */
export function AskForm({ evidenceId, onDone }: AskFormProps) {
  const words = useWords();
  const own = words.keptOut.context;
  const ask = useCommandCall('context.ask');
  const [draft, setDraft] = useState({ whom: '', askedAt: clockNow(), note: '' });
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const parsed = AskForContext.safeParse({
    evidenceId,
    whom: draft.whom,
    askedAt: timestampOf(draft.askedAt),
    note: draft.note.trim() === '' ? null : draft.note,
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!parsed.success) return;
        void ask.run(parsed.data).then((done) => {
          if (done !== null) onDone();
        });
      }}
    >
      <TextInput
        label={own.whom}
        required
        autoFocus
        value={draft.whom}
        onChange={(event) => change({ whom: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={own.when}
        required
        value={draft.askedAt}
        onChange={(event) => change({ askedAt: event.currentTarget.value })}
      />
      <TextInput
        label={own.note}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      {ask.error === null ? null : <ErrorNotice error={ask.error} />}
      <div className="row dialog-buttons">
        <Button variant="default" onClick={onDone}>
          {words.parts.cancel}
        </Button>
        <Button type="submit" disabled={!parsed.success} loading={ask.busy}>
          {own.record}
        </Button>
      </div>
    </form>
  );
}
