import { Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Break, Standing } from '../../../contract/person.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { useWords } from '../../words/use-words.ts';
import type { EmploymentDraft } from './person-draft.ts';

interface EmploymentFieldProps {
  readonly employment: EmploymentDraft;
  readonly onChange: (employment: EmploymentDraft) => void;
  /** True where somebody came here to enter it. */
  readonly open: boolean;
}

/** Tenure or probation, positions over time, breaks within the day, days not worked. */
export function EmploymentField({ employment, onChange, open }: EmploymentFieldProps) {
  const words = useWords().personRecords.employment;
  const set = (part: Partial<EmploymentDraft>) => onChange({ ...employment, ...part });
  const entered = employment.standing !== 'not-known' || employment.breaks.length + employment.daysOff.length > 0;
  return (
    <details className="employment" open={open || entered}>
      <summary>{words.title}</summary>
      <div className="form-lines">
        <p className="small quiet">{words.about}</p>
        <div className="form-grid">
          <SelectField
            label={words.standing}
            value={employment.standing}
            options={Standing.options.map((value) => ({ value, label: words.standings[value] }))}
            onChange={(standing) => set({ standing })}
          />
          <TextInput
            label={words.source}
            placeholder={words.sourcePlaceholder}
            maxLength={400}
            value={employment.source}
            onChange={(event) => set({ source: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={words.since}
            value={employment.since}
            onChange={(event) => set({ since: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={words.until}
            value={employment.until}
            onChange={(event) => set({ until: event.currentTarget.value })}
          />
        </div>
        <Positions employment={employment} set={set} />
        <Breaks employment={employment} set={set} />
        <DaysOff employment={employment} set={set} />
      </div>
    </details>
  );
}

interface PartProps {
  readonly employment: EmploymentDraft;
  readonly set: (part: Partial<EmploymentDraft>) => void;
}

function Positions({ employment: { positions }, set }: PartProps) {
  const words = useWords().personRecords.employment;
  const change = (at: number, part: Partial<EmploymentDraft['positions'][number]>) =>
    set({ positions: positions.map((line, index) => (index === at ? { ...line, ...part } : line)) });
  return (
    <fieldset className="form-part form-lines">
      <legend>{words.positions}</legend>
      {positions.map((line, index) => (
        <Line
          key={keyOfPlace(index)}
          label={words.positionRow(index + 1)}
          remove={words.removePosition(index + 1)}
          onRemove={() => set({ positions: positions.filter((_, other) => other !== index) })}
        >
          <TextInput
            label={words.positionTitle}
            maxLength={200}
            value={line.title}
            onChange={(event) => change(index, { title: event.currentTarget.value })}
          />
          <TextInput
            label={words.place}
            maxLength={200}
            value={line.place}
            onChange={(event) => change(index, { place: event.currentTarget.value })}
          />
          <Day label={words.from} value={line.from} onChange={(from) => change(index, { from })} />
          <Day label={words.to} value={line.until} onChange={(until) => change(index, { until })} />
        </Line>
      ))}
      <Add
        label={words.addPosition}
        onAdd={() => set({ positions: [...positions, { title: '', place: '', from: '', until: '' }] })}
      />
    </fieldset>
  );
}

function Breaks({ employment: { breaks }, set }: PartProps) {
  const words = useWords().personRecords.employment;
  const change = (at: number, part: Partial<EmploymentDraft['breaks'][number]>) =>
    set({ breaks: breaks.map((line, index) => (index === at ? { ...line, ...part } : line)) });
  return (
    <fieldset className="form-part form-lines">
      <legend>{words.breaks}</legend>
      <p className="small quiet">{words.breaksAbout}</p>
      {breaks.map((line, index) => (
        <Line
          key={keyOfPlace(index)}
          label={words.breakRow(index + 1)}
          remove={words.removeBreak(index + 1)}
          onRemove={() => set({ breaks: breaks.filter((_, other) => other !== index) })}
        >
          <SelectField
            label={words.breakKind}
            value={line.kind}
            options={Break.shape.kind.options.map((value) => ({ value, label: words.breakKinds[value] }))}
            onChange={(kind) => change(index, { kind })}
          />
          <TextInput
            label={words.days}
            value={line.days}
            onChange={(event) => change(index, { days: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={words.from}
            value={line.from}
            onChange={(event) => change(index, { from: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={words.to}
            value={line.to}
            onChange={(event) => change(index, { to: event.currentTarget.value })}
          />
        </Line>
      ))}
      <Add
        label={words.addBreak}
        onAdd={() => set({ breaks: [...breaks, { kind: 'lunch', days: 'Mon-Fri', from: '', to: '' }] })}
      />
    </fieldset>
  );
}

function DaysOff({ employment: { daysOff }, set }: PartProps) {
  const words = useWords().personRecords.employment;
  const change = (at: number, part: Partial<EmploymentDraft['daysOff'][number]>) =>
    set({ daysOff: daysOff.map((line, index) => (index === at ? { ...line, ...part } : line)) });
  return (
    <fieldset className="form-part form-lines">
      <legend>{words.daysOff}</legend>
      <p className="small quiet">{words.daysOffAbout}</p>
      {daysOff.map((line, index) => (
        <Line
          key={keyOfPlace(index)}
          label={words.dayOffRow(index + 1)}
          remove={words.removeDaysOff(index + 1)}
          onRemove={() => set({ daysOff: daysOff.filter((_, other) => other !== index) })}
        >
          <Day label={words.from} value={line.from} onChange={(from) => change(index, { from })} />
          <Day label={words.to} value={line.until} onChange={(until) => change(index, { until })} />
          <TextInput
            label={words.why}
            maxLength={200}
            value={line.why}
            onChange={(event) => change(index, { why: event.currentTarget.value })}
          />
        </Line>
      ))}
      <Add label={words.addDaysOff} onAdd={() => set({ daysOff: [...daysOff, { from: '', until: '', why: '' }] })} />
    </fieldset>
  );
}

interface LineProps {
  readonly label: string;
  readonly remove: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

function Line({ label, remove, onRemove, children }: LineProps) {
  return (
    <fieldset className="form-line" data-wide="true" aria-label={label}>
      {children}
      <Button variant="subtle" size="compact-xs" aria-label={remove} title={remove} onClick={onRemove}>
        <IconX size={14} aria-hidden />
      </Button>
    </fieldset>
  );
}

function Day({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}) {
  return (
    <TextInput type="date" label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
  );
}

function Add({ label, onAdd }: { readonly label: string; readonly onAdd: () => void }) {
  return (
    <div>
      <Button variant="default" size="compact-xs" onClick={onAdd}>
        {label}
      </Button>
    </div>
  );
}

function keyOfPlace(index: number): string {
  return `line-${index}`;
}
