import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

interface TypedProps {
  readonly label: string;
  readonly value: string;
  /** Room for a sentence. */
  readonly long?: boolean;
  readonly onSet: (value: string) => void;
}

/** A line of text that is set when the field is left, so that one change is one step to take back. */
export function Typed({ label, value, long = false, onSet }: TypedProps) {
  const [typed, setTyped] = useState(value);
  const done = () => typed.trim() !== value && onSet(typed.trim());
  if (long) {
    return (
      <Textarea
        label={label}
        rows={2}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={done}
      />
    );
  }
  return (
    <TextInput
      label={label}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => event.key === 'Enter' && done()}
    />
  );
}
