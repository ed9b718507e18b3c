import { Select } from '@mantine/core';
import { TakenOff } from '../../../../contract/evidence.ts';
import { useWords } from '../../../words/use-words.ts';
import './receipt.css';

interface TakenOffFieldProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** How pictures came off the phone, and how they should. */
export function TakenOffField({ value, onChange }: TakenOffFieldProps) {
  const words = useWords().keptOut.takenOff;
  return (
    <div className="stack-close">
      <Select
        label={words.label}
        clearable
        data={TakenOff.options.map((way) => ({ value: way, label: words.choices[way] }))}
        value={value}
        onChange={onChange}
      />
      <details className="taken-off-how">
        <summary>{words.howTitle}</summary>
        <ol>
          {words.how.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </details>
    </div>
  );
}
