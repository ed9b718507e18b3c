import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../words/use-words.ts';
import { articleNumbers, type Path, problemAt, textOf, useForm, useValue, valueAt } from './form-state.ts';

interface AtProps {
  readonly path: Path;
  readonly label: string;
}

interface TypedProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | null;
  readonly type?: 'text' | 'date' | 'time';
  readonly numeric?: boolean;
  readonly long?: boolean;
  readonly onLeave: (value: string) => void;
}

/** A field that changes the text when it is left, so that no half a word is written into it. */
function Typed({ label, value, error, type = 'text', numeric = false, long = false, onLeave }: TypedProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shared = {
    label,
    value: typed ?? value,
    error,
    onBlur: () => {
      if (typed !== null && typed !== value) onLeave(typed);
      setTyped(null);
    },
  };
  return long ? (
    <Textarea {...shared} autosize onChange={(event) => setTyped(event.currentTarget.value)} />
  ) : (
    <TextInput
      {...shared}
      type={type}
      inputMode={numeric ? 'numeric' : undefined}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}

interface TextAtProps extends AtProps {
  readonly type?: 'text' | 'date' | 'time';
  readonly long?: boolean;
  /** An empty field says that the paper says nothing: null in the text. */
  readonly mayBeEmpty?: boolean;
}

export function TextAt({ path, label, type = 'text', long = false, mayBeEmpty = false }: TextAtProps) {
  const { faults, change } = useForm();
  return (
    <Typed
      label={label}
      value={textOf(useValue(path))}
      error={problemAt(faults, path)}
      type={type}
      long={long}
      onLeave={(value) => change(path, mayBeEmpty && value === '' ? null : value)}
    />
  );
}

/** A whole number; an empty field is null. What is no number goes into the text as it is, and is named as a problem. */
export function NumberAt({ path, label }: AtProps) {
  const { faults, change } = useForm();
  return (
    <Typed
      numeric
      label={label}
      value={textOf(useValue(path))}
      error={problemAt(faults, path)}
      onLeave={(value) => change(path, numberOf(value))}
    />
  );
}

/** Words, one a line. */
export function LinesAt({ path, label }: AtProps) {
  const { faults, change } = useForm();
  const value = useValue(path);
  const shown = Array.isArray(value) ? value.map(textOf).join('\n') : '';
  return (
    <Typed
      long
      label={label}
      value={shown}
      error={problemAt(faults, path)}
      onLeave={(typed) =>
        change(
          path,
          typed
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
        )
      }
    />
  );
}

function numberOf(typed: string): string | number | null {
  const text = typed.trim();
  if (text === '') return null;
  return /^\d+([.]\d+)?$/.test(text) ? Number(text) : text;
}

interface ChoiceAtProps extends AtProps {
  readonly options: Readonly<Record<string, string>>;
  /** What an empty choice is called, where there may be none. */
  readonly none?: string;
}

export function ChoiceAt({ path, label, options, none }: ChoiceAtProps) {
  const { faults, change } = useForm();
  const value = textOf(useValue(path));
  const known = value === '' || value in options;
  return (
    <NativeSelect
      label={label}
      value={value}
      error={problemAt(faults, path)}
      data={[
        ...(none === undefined && value !== '' ? [] : [{ value: '', label: none ?? '' }]),
        ...(known ? [] : [{ value, label: value }]),
        ...Object.entries(options).map(([option, words]) => ({ value: option, label: words })),
      ]}
      onChange={(event) => change(path, event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  );
}

export function YesNoAt({ path, label, mayBeOpen = false }: AtProps & { readonly mayBeOpen?: boolean }) {
  const words = useWords().agreementForm;
  const { faults, change } = useForm();
  const value = useValue(path);
  return (
    <NativeSelect
      label={label}
      value={value === true ? 'yes' : value === false ? 'no' : ''}
      error={problemAt(faults, path)}
      data={[
        ...(mayBeOpen || typeof value !== 'boolean' ? [{ value: '', label: words.notSaid }] : []),
        { value: 'yes', label: words.yes },
        { value: 'no', label: words.no },
      ]}
      onChange={(event) => change(path, event.currentTarget.value === '' ? null : event.currentTarget.value === 'yes')}
    />
  );
}

/** One of the agreement's own articles. */
export function ArticleAt({ path }: { readonly path: Path }) {
  const words = useWords().agreementForm;
  const { read } = useForm();
  const options = Object.fromEntries(articleNumbers(read).map((no) => [no, no]));
  return <ChoiceAt path={path} label={words.article} options={options} none={words.notSaid} />;
}

/** A number with its kind of day, hours or months: `{ n: 5, kind: school }`; both empty is null, where the paper has no such time. */
export function CountAt({ path, label, mayBeEmpty = false }: AtProps & { readonly mayBeEmpty?: boolean }) {
  const words = useWords().agreementForm;
  const { read, faults, change } = useForm();
  const value = valueAt(read, path);
  const n = valueAt(value, ['n']);
  const kind = textOf(valueAt(value, ['kind']));
  const rest = typeof value === 'object' && value !== null ? value : {};
  const put = (number: unknown, unit: string) => {
    if (mayBeEmpty && number === null && unit === '') change(path, null);
    else change(path, { ...rest, n: number, kind: unit === '' ? null : unit });
  };
  return (
    <>
      <Typed
        numeric
        label={label}
        value={textOf(n)}
        error={problemAt(faults, path)}
        onLeave={(typed) => put(numberOf(typed), kind)}
      />
      <NativeSelect
        label={words.kindOf(label)}
        value={kind}
        data={[
          { value: '', label: words.notSaid },
          ...Object.entries(words.countKinds).map(([option, name]) => ({ value: option, label: name })),
        ]}
        onChange={(event) => put(n ?? null, event.currentTarget.value)}
      />
    </>
  );
}
