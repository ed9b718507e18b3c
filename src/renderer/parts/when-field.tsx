import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { useWords } from '../words/use-words.ts';
import './forms.css';
import { SelectField } from './select-field.tsx';
import { computerZone, reckon, type WallClock, zonesToChoose } from './zoned-time.ts';

interface WhenFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly value: WallClock;
  readonly onChange: (value: WallClock) => void;
}

/** A day, a time of day and the zone of that clock: a time without its zone is not a time. */
export function WhenField({ label, description, value, onChange }: WhenFieldProps) {
  const words = useWords().forms.when;
  const id = useId();
  const reckoned = reckon(value);
  return (
    <fieldset className="when-field" aria-describedby={`${id}-about`}>
      <legend className="field-label">{label}</legend>
      <p id={`${id}-about`} className="small quiet">
        {description}
      </p>
      <div className="when-field-inputs">
        <TextInput
          type="date"
          label={words.day}
          value={value.day}
          onChange={(event) => onChange({ ...value, day: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={words.time}
          value={value.time}
          onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
        />
        <SelectField
          label={words.zone}
          value={value.zone}
          options={zonesToChoose(computerZone()).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          onChange={(zone) => onChange({ ...value, zone })}
        />
      </div>
      <p className="small" role="status">
        {reckoned.ok && reckoned.twice ? words.twice : null}
        {!reckoned.ok && reckoned.why === 'skipped-by-clock-change' ? words.skipped : null}
      </p>
    </fieldset>
  );
}
