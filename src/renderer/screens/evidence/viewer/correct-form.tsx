import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CorrectedLine } from '../../../../contract/correction.ts';
import { useCommandCall } from '../../../engine/use-call.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useWords } from '../../../words/use-words.ts';

interface CorrectFormProps {
  readonly itemId: string;
  readonly place: Omit<CorrectedLine, 'words'>;
  readonly was: string;
  readonly now: string;
  readonly onDone: () => void;
}

/** A person's words for one line; what the machine read stays in sight. */
export function CorrectForm({ itemId, place, was, now, onDone }: CorrectFormProps) {
  const words = useWords().reading.correct;
  const record = useCommandCall('correction.record');
  const [typed, setTyped] = useState(now);
  const [note, setNote] = useState('');
  const isNew = place.start === place.end;
  const ready = typed !== now && !(isNew && typed.trim() === '');
  return (
    <form
      className="correct-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        const input = {
          itemId,
          lines: [{ ...place, words: typed.trim() }],
          note: note.trim() === '' ? null : note.trim(),
        };
        void record.run(input).then((done) => {
          if (done !== null) onDone();
        });
      }}
    >
      <Textarea
        label={words.words}
        description={isNew ? null : words.emptyHint}
        autosize
        minRows={1}
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
          if (event.key === 'Escape') onDone();
        }}
      />
      <p className="quiet small">{words.machineRead(was)}</p>
      <TextInput
        label={words.note}
        placeholder={words.noteHint}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {record.error === null ? null : <ErrorNotice error={record.error} />}
      <div className="row">
        <Button type="submit" disabled={!ready} loading={record.busy}>
          {words.save}
        </Button>
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
