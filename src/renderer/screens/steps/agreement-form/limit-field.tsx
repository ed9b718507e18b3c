import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../words/use-words.ts';
import { ChoiceAt } from './fields.tsx';
import { type Path, problemAt, useForm, useValue } from './form-state.ts';
import { readLimit, writtenLimit } from './limit-shape.ts';

/** A time limit: the number, what it is counted in, and which way it runs. A fixed day of the year stands in the text. */
export function LimitAt({ path, label }: { readonly path: Path; readonly label: string }) {
  const all = useWords().agreementForm;
  const words = all.steps;
  const { faults, change } = useForm();
  const [typed, setTyped] = useState<string | null>(null);
  const limit = useValue(path);
  const { number, unit, fixed } = readLimit(limit);
  if (fixed) return null;
  return (
    <>
      <TextInput
        label={label}
        inputMode="numeric"
        value={typed ?? number}
        error={problemAt(faults, path)}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => {
          if (typed !== null && typed !== number) change(path, writtenLimit(limit, typed, unit));
          setTyped(null);
        }}
      />
      <NativeSelect
        label={all.kindOf(label)}
        value={unit}
        data={[
          { value: '', label: all.notSaid },
          ...Object.entries(all.countKinds).map(([value, name]) => ({ value, label: name })),
        ]}
        onChange={(event) => change(path, writtenLimit(limit, number, event.currentTarget.value))}
      />
      <ChoiceAt
        path={[...path, 'direction']}
        label={words.direction}
        options={words.directions}
        none={words.directions.within}
      />
    </>
  );
}
