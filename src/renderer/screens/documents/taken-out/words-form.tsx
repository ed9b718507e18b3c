import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../words/use-words.ts';

interface WordsFormProps {
  readonly onWords: (words: string, shown: string | null) => void;
}

/** Words of one's own that are taken out wherever they stand. */
export function WordsForm({ onWords }: WordsFormProps) {
  const words = useWords().takenOut.add;
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState('');
  const given = typed.trim();
  return (
    <details>
      <summary>{words.title}</summary>
      <form
        className="stack-close taken-out-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (given.length < 2) return;
          onWords(given, shown.trim() === '' ? null : shown.trim());
          setTyped('');
          setShown('');
        }}
      >
        <p className="small quiet">{words.about}</p>
        <TextInput label={words.words} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <TextInput
          label={words.shown}
          description={words.shownHint}
          value={shown}
          onChange={(event) => setShown(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" variant="default" disabled={given.length < 2}>
            {words.button}
          </Button>
        </div>
      </form>
    </details>
  );
}
