import { Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useWords } from '../../words/use-words.ts';
import { blankHours, type PersonDraft } from './person-draft.ts';

type Hours = PersonDraft['workingHours'];

interface HoursFieldProps {
  readonly hours: Hours;
  readonly onChange: (hours: Hours) => void;
}

/** When somebody works, in the district's zone: days, from and to, as many lines as the week needs. */
export function HoursField({ hours, onChange }: HoursFieldProps) {
  const words = useWords().people.form;
  const set = (at: number, part: Partial<Hours[number]>) =>
    onChange(hours.map((line, index) => (index === at ? { ...line, ...part } : line)));
  return (
    <fieldset className="form-part form-lines">
      <legend>{words.hours}</legend>
      <p className="small quiet">{words.hoursHelp}</p>
      {hours.map((line, index) => (
        // A line is known by its place: a key made of its words would lose the focus while they are typed.
        <fieldset key={keyOfPlace(index)} className="form-line" aria-label={words.hoursRow(index + 1)}>
          <TextInput
            label={words.days}
            placeholder={words.daysPlaceholder}
            value={line.days}
            onChange={(event) => set(index, { days: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={words.from}
            value={line.from}
            onChange={(event) => set(index, { from: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={words.to}
            value={line.to}
            onChange={(event) => set(index, { to: event.currentTarget.value })}
          />
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={words.removeHours(index + 1)}
            title={words.removeHours(index + 1)}
            onClick={() => onChange(hours.filter((_, other) => other !== index))}
          >
            <IconX size={14} aria-hidden />
          </Button>
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => onChange([...hours, hours.length === 0 ? { ...blankHours, days: 'Mon-Fri' } : blankHours])}
        >
          {words.addHours}
        </Button>
      </div>
    </fieldset>
  );
}

function keyOfPlace(index: number): string {
  return `line-${index}`;
}
