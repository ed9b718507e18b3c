import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { StepView } from '../../../contract/step-view.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { WhenField } from '../../parts/when-field.tsx';
import { useWords } from '../../words/use-words.ts';
import { type EventDraft, fieldsOf, saidFieldsOf } from './event-draft.ts';

interface EventFactsProps {
  readonly draft: EventDraft;
  readonly change: (part: Partial<EventDraft>) => void;
  readonly steps: readonly StepView[];
  /** Units of the district, for a second post. */
  readonly units: readonly { readonly code: string; readonly name: string }[];
}

/** The facts that belong to the kind of event, and room for others. */
export function EventFacts({ draft, change, steps, units }: EventFactsProps) {
  const words = useWords().steps.event;
  const fields = fieldsOf(draft.kind);
  return (
    <fieldset className="form-part form-lines">
      <legend>{words.details}</legend>
      {fields.has('for') ? (
        <WhenField label={words.fields.for} value={draft.for} onChange={(value) => change({ for: value })} />
      ) : null}
      {fields.has('step') ? <StepChoice draft={draft} change={change} steps={steps} /> : null}
      <SaidFields draft={draft} change={change} units={units} />
      {fields.has('due') ? (
        <TextInput
          type="date"
          label={words.fields.due}
          value={draft.due}
          onChange={(event) => change({ due: event.currentTarget.value })}
        />
      ) : null}
      {fields.has('agreed') ? (
        <div className="row">
          <Checkbox
            label={words.fields.mutual}
            checked={draft.mutual}
            onChange={(event) => change({ mutual: event.currentTarget.checked })}
          />
          <Checkbox
            label={words.fields.written}
            checked={draft.written}
            onChange={(event) => change({ written: event.currentTarget.checked })}
          />
        </div>
      ) : null}
      {fields.has('deprivation') ? (
        <Checkbox
          label={words.fields.deprivation}
          checked={draft.deprivation}
          onChange={(event) => change({ deprivation: event.currentTarget.checked })}
        />
      ) : null}
      <div className="form-grid">
        {(['by', 'how', 'proof'] as const)
          .filter((field) => fields.has(field))
          .map((field) => (
            <TextInput
              key={field}
              label={words.fields[field]}
              placeholder={words.placeholders[field]}
              value={draft[field]}
              onChange={(event) => change({ [field]: event.currentTarget.value })}
            />
          ))}
      </div>
      <MoreFacts draft={draft} change={change} />
    </fieldset>
  );
}

function SaidFields({ draft, change, units }: Pick<EventFactsProps, 'draft' | 'change' | 'units'>) {
  const words = useWords().steps.event;
  const set = (name: string, value: string) => change({ said: { ...draft.said, [name]: value } });
  return saidFieldsOf(draft.kind).map(({ name, options }) => {
    const value = draft.said[name] ?? '';
    if (options === null) {
      return (
        <TextInput
          key={name}
          label={words.fields[name]}
          value={value}
          onChange={(event) => set(name, event.currentTarget.value)}
        />
      );
    }
    const named =
      options === 'units'
        ? units.map(({ code, name: label }) => ({ value: code, label }))
        : options.map((option) => ({ value: option, label: choiceWords(option, words.choices) }));
    return (
      <SelectField
        key={name}
        label={words.fields[name]}
        value={value}
        options={[{ value: '', label: words.noChoice }, ...named]}
        onChange={(chosen) => set(name, chosen)}
      />
    );
  });
}

function choiceWords(option: string, known: Readonly<Record<string, string>>): string {
  return known[option] ?? option;
}

function StepChoice({ draft, change, steps }: Pick<EventFactsProps, 'draft' | 'change' | 'steps'>) {
  const words = useWords().steps.event;
  const own = steps.filter(({ respondentId }) => draft.respondentId === null || respondentId === draft.respondentId);
  const unique = own.filter((step, index) => own.findIndex((other) => other.step === step.step) === index);
  return (
    <SelectField
      label={words.fields.step}
      value={draft.step}
      options={[
        { value: '', label: words.noStep },
        ...unique.map(({ step, title }) => ({ value: step, label: title })),
      ]}
      onChange={(step) => change({ step })}
    />
  );
}

function MoreFacts({ draft, change }: Pick<EventFactsProps, 'draft' | 'change'>) {
  const words = useWords().steps.event;
  const set = (at: number, part: Partial<EventDraft['more'][number]>) =>
    change({ more: draft.more.map((line, index) => (index === at ? { ...line, ...part } : line)) });
  return (
    <>
      {draft.more.map((line, index) => (
        <fieldset key={keyOfPlace(index)} className="form-line" aria-label={words.detailRow(index + 1)}>
          <TextInput
            label={words.detailName}
            value={line.name}
            onChange={(event) => set(index, { name: event.currentTarget.value })}
          />
          <TextInput
            label={words.detailValue}
            value={line.value}
            onChange={(event) => set(index, { value: event.currentTarget.value })}
          />
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={words.removeDetail(index + 1)}
            title={words.removeDetail(index + 1)}
            onClick={() => change({ more: draft.more.filter((_, other) => other !== index) })}
          >
            <IconX size={14} aria-hidden />
          </Button>
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => change({ more: [...draft.more, { name: '', value: '' }] })}
        >
          {words.addDetail}
        </Button>
      </div>
    </>
  );
}

function keyOfPlace(index: number): string {
  return `line-${index}`;
}
