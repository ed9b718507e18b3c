import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { Actor } from '../../../contract/agreement.ts';
import { DayKind } from '../../../contract/deadline.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { useWords } from '../../words/use-words.ts';

type Path = readonly (string | number)[];
type Change = (path: Path, value: unknown) => void;

const Text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null);
const Count = z.number().nullish().catch(null);

/** What the form shows of a pack, however incomplete: a place of another type is shown empty, the text has it. */
const Shown = z.object({
  title: Text,
  id: Text,
  version: Text,
  inForce: z.object({ from: Text, to: Text }).nullish().catch(null),
  units: z.array(z.object({ code: Text, name: Text, union: Text })).catch([]),
  days: z
    .object({ default: z.object({ dayKind: Text, receiptCutoff: Text }).nullish().catch(null) })
    .nullish()
    .catch(null),
  articles: z.array(z.object({ no: Text, title: Text, statement: Text, page: Text })).catch([]),
  steps: z
    .array(
      z.object({
        id: Text,
        title: Text,
        article: Text,
        actor: Text,
        limits: z.array(z.object({ days: Count, dayKind: Text })).catch([]),
      }),
    )
    .catch([]),
});
type Shown = z.output<typeof Shown>;

/** The parts of an agreement that most contracts fill in; whatever else it holds stands in the text beside it. */
export function AgreementFields({ read, onChange }: { readonly read: unknown; readonly onChange: Change }) {
  const words = useWords().procedure.editor;
  const parsed = Shown.safeParse(read);
  if (!parsed.success) return <p>{words.noForm}</p>;
  return (
    <>
      <Head shown={parsed.data} onChange={onChange} />
      <Articles shown={parsed.data} onChange={onChange} />
      <Steps shown={parsed.data} onChange={onChange} />
    </>
  );
}

interface PartProps {
  readonly shown: Shown;
  readonly onChange: Change;
}

function Head({ shown, onChange }: PartProps) {
  const words = useWords().procedure.editor;
  const usual = shown.days?.default ?? null;
  const [unit] = shown.units;
  return (
    <fieldset className="form-part form-lines">
      <legend>{words.head}</legend>
      <div className="form-grid">
        <Field label={words.fields.title} value={shown.title} onChange={(value) => onChange(['title'], value)} />
        <Field label={words.fields.id} value={shown.id} onChange={(value) => onChange(['id'], value)} />
        <Field label={words.fields.version} value={shown.version} onChange={(value) => onChange(['version'], value)} />
        <Field
          type="date"
          label={words.fields.from}
          value={shown.inForce?.from}
          onChange={(value) => onChange(['inForce', 'from'], value || null)}
        />
        <Field
          type="date"
          label={words.fields.to}
          value={shown.inForce?.to}
          onChange={(value) => onChange(['inForce', 'to'], value || null)}
        />
        <Field
          label={words.fields.unitCode}
          value={unit?.code}
          onChange={(value) => onChange(['units', 0, 'code'], value)}
        />
        <Field
          label={words.fields.unitName}
          value={unit?.name}
          onChange={(value) => onChange(['units', 0, 'name'], value)}
        />
        <Field
          label={words.fields.union}
          value={unit?.union}
          onChange={(value) => onChange(['units', 0, 'union'], value || null)}
        />
        <DayKindField
          label={words.fields.dayKind}
          value={usual?.dayKind ?? ''}
          onChange={(kind) =>
            onChange(
              ['days', 'default'],
              kind === '' ? null : { dayKind: kind, excludeTriggerDay: true, roll: 'none', summer: 'tolled' },
            )
          }
        />
        {usual === null ? null : (
          <Field
            type="time"
            label={words.fields.receiptCutoff}
            value={usual.receiptCutoff}
            onChange={(value) => onChange(['days', 'default', 'receiptCutoff'], value || null)}
          />
        )}
      </div>
    </fieldset>
  );
}

function Articles({ shown, onChange }: PartProps) {
  const words = useWords().procedure.editor;
  const blank = {
    no: String(shown.articles.length + 1),
    title: words.article.title,
    statement: words.article.statement,
    page: null,
    source: 'The signed contract',
    mark: 'blank',
    confidence: 'low',
  };
  return (
    <fieldset className="form-part form-lines">
      <legend>{words.articles}</legend>
      {shown.articles.map((article, index) => (
        <details key={keyOf(index, article.no)}>
          <summary>{`${article.no ?? ''} ${article.title ?? ''}`}</summary>
          <div className="form-lines">
            <Field
              label={words.article.title}
              value={article.title}
              onChange={(value) => onChange(['articles', index, 'title'], value)}
            />
            <Field
              long
              label={words.article.statement}
              value={article.statement}
              onChange={(value) => onChange(['articles', index, 'statement'], value)}
            />
            <Field
              label={words.article.page}
              value={article.page}
              onChange={(value) => onChange(['articles', index, 'page'], value || null)}
            />
          </div>
        </details>
      ))}
      <div>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => onChange(['articles', shown.articles.length], blank)}
        >
          {words.addArticle}
        </Button>
      </div>
    </fieldset>
  );
}

function Steps({ shown, onChange }: PartProps) {
  const words = useWords().procedure.editor;
  const [article] = shown.articles;
  const blank = {
    id: `step-${shown.steps.length + 1}`,
    title: words.step.title,
    article: article?.no ?? '1',
    actor: 'administrator',
    limits: [{ days: null, from: ['complaint-received'] }],
    doneBy: ['notice-of-investigation-served'],
  };
  return (
    <fieldset className="form-part form-lines">
      <legend>{words.steps}</legend>
      {shown.steps.map((step, index) => (
        <details key={keyOf(index, step.id)}>
          <summary>{step.title || words.stepOf(step.id ?? '')}</summary>
          <div className="form-lines">
            <Field
              label={words.step.title}
              value={step.title}
              onChange={(value) => onChange(['steps', index, 'title'], value)}
            />
            <SelectField
              label={words.step.article}
              value={step.article ?? ''}
              options={shown.articles.map(({ no }) => ({ value: no ?? '', label: no ?? '' }))}
              onChange={(value) => onChange(['steps', index, 'article'], value)}
            />
            <SelectField
              label={words.step.actor}
              value={step.actor ?? ''}
              options={Actor.options.map((value) => ({ value, label: value.replaceAll('-', ' ') }))}
              onChange={(value) => onChange(['steps', index, 'actor'], value)}
            />
            {step.limits.map((limit, at) => (
              <div key={keyOf(at, 'limit')} className="form-grid">
                <Field
                  label={words.step.days}
                  value={limit.days === null || limit.days === undefined ? '' : String(limit.days)}
                  onChange={(value) =>
                    onChange(['steps', index, 'limits', at, 'days'], /^\d+$/.test(value) ? Number(value) : null)
                  }
                />
                <DayKindField
                  label={words.step.dayKind}
                  value={limit.dayKind ?? ''}
                  onChange={(kind) => onChange(['steps', index, 'limits', at, 'dayKind'], kind === '' ? null : kind)}
                />
              </div>
            ))}
          </div>
        </details>
      ))}
      <div>
        <Button size="compact-xs" variant="default" onClick={() => onChange(['steps', shown.steps.length], blank)}>
          {words.addStep}
        </Button>
      </div>
    </fieldset>
  );
}

function keyOf(index: number, name: string | null | undefined): string {
  return `${index} ${name ?? ''}`;
}

interface FieldProps {
  readonly label: string;
  readonly value: string | null | undefined;
  readonly type?: 'text' | 'date' | 'time';
  readonly long?: boolean;
  readonly onChange: (value: string) => void;
}

/** A field that changes the text when it is left, so that no half a word is written into it. */
function Field({ label, value, type = 'text', long = false, onChange }: FieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value ?? '';
  const leave = () => {
    if (typed !== null && typed !== (value ?? '')) onChange(typed);
    setTyped(null);
  };
  const shared = { label, value: shown, onBlur: leave };
  return long ? (
    <Textarea {...shared} autosize onChange={(event) => setTyped(event.currentTarget.value)} />
  ) : (
    <TextInput {...shared} type={type} onChange={(event) => setTyped(event.currentTarget.value)} />
  );
}

interface DayKindFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (kind: string) => void;
}

function DayKindField({ label, value, onChange }: DayKindFieldProps) {
  const words = useWords().procedure.editor;
  return (
    <SelectField
      label={label}
      value={value}
      options={[
        { value: '', label: words.noKind },
        ...DayKind.options.map((kind) => ({ value: kind, label: words.kinds[kind] })),
      ]}
      onChange={onChange}
    />
  );
}
