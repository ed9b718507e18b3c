import { Button, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Passage } from '../../../../contract/mapping.ts';
import { useWords } from '../../../words/use-words.ts';
import { findQuotation, sentencesOf, wordsPassage } from './passages.ts';

interface ChoosePassageProps {
  readonly text: string;
  readonly onPassage: (passage: Passage) => void;
}

/** Marks words without a mouse: a sentence from a list, or a quotation as it is typed. */
export function ChoosePassage({ text, onPassage }: ChoosePassageProps) {
  const words = useWords().viewer.mark;
  const sentences = useMemo(() => sentencesOf(text), [text]);
  const [typed, setTyped] = useState('');
  const [missed, setMissed] = useState(false);
  const find = () => {
    const passage = findQuotation(text, typed);
    setMissed(passage === null);
    if (passage !== null) onPassage(passage);
  };
  return (
    <div className="stack">
      <p className="quiet">{words.none}</p>
      <Select
        label={words.sentence}
        searchable
        data={sentences.map(({ start, end }) => ({ value: `${start} ${end}`, label: text.slice(start, end).trim() }))}
        value={null}
        onChange={(value) => {
          const [start = 0, end = 0] = (value ?? '').split(' ').map(Number);
          const passage = wordsPassage(text, start, end);
          if (passage !== null) onPassage(passage);
        }}
      />
      <form
        className="receipt-when"
        onSubmit={(event) => {
          event.preventDefault();
          find();
        }}
      >
        <TextInput
          label={words.quotation}
          description={words.quotationHint}
          value={typed}
          error={missed ? words.notFound : null}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setMissed(false);
          }}
        />
        <Button type="submit" variant="default" disabled={typed.trim() === ''}>
          {words.find}
        </Button>
      </form>
    </div>
  );
}
