import { Button, Textarea } from '@mantine/core';
import { useRef } from 'react';
import type { CallInput, CallOutput } from '../../../contract/calls.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { timestampWords } from '../../parts/moment-words.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { useWords } from '../../words/use-words.ts';
import type { TypedWords } from './use-typed-words.ts';

interface WordsPartProps {
  readonly address: CallInput<'document.texts'>;
  readonly text: CallOutput<'document.texts'>[number];
  readonly typed: TypedWords;
  readonly exhibits: CallOutput<'document.citable'>;
}

/** One stretch of words: the draft until somebody writes, then theirs; kept in the case when the field is left. */
export function WordsPart({ address, text, typed, exhibits }: WordsPartProps) {
  const all = useWords();
  const words = all.documents.words;
  const edit = useCommandCall('document.edit');
  const field = useRef<HTMLTextAreaElement>(null);
  const now = typed.words[text.part] ?? text.words ?? text.drafted;
  const keep = async (wanted: string | null) => {
    if (wanted === (text.words ?? text.drafted)) return typed.forget(text.part);
    const kept = await edit.run({ ...address, part: text.part, words: wanted });
    if (kept !== null) typed.forget(text.part);
  };
  const cite = (number: string) => {
    if (number === '') return;
    const at = field.current?.selectionStart ?? now.length;
    typed.type(text.part, `${now.slice(0, at)}[${number}]${now.slice(at)}`);
    field.current?.focus();
  };
  return (
    <div className="stack-close">
      <Textarea
        ref={field}
        label={text.heading}
        description={stateWords(text, typed, words, all.parts.moment)}
        autosize
        minRows={2}
        maxRows={14}
        value={now}
        onChange={(event) => typed.type(text.part, event.currentTarget.value)}
        onBlur={() => void keep(now)}
      />
      {text.stale ? (
        <details className="small">
          <summary>{words.stale}</summary>
          <p className="drafted-words">{text.drafted}</p>
        </details>
      ) : null}
      {edit.error === null ? null : <ErrorNotice error={edit.error} />}
      <div className="row">
        {exhibits.length === 0 ? null : (
          <SelectField
            label={words.cite}
            value=""
            options={[
              { value: '', label: words.citeNone },
              ...exhibits.map(({ number, title }) => ({ value: number, label: `${number}  ${title}` })),
            ]}
            onChange={cite}
          />
        )}
        {text.words === null ? null : (
          <Button size="compact-xs" variant="default" onClick={() => void keep(null)}>
            {words.again}
          </Button>
        )}
      </div>
    </div>
  );
}

function stateWords(
  text: WordsPartProps['text'],
  typed: TypedWords,
  words: ReturnType<typeof useWords>['documents']['words'],
  moment: ReturnType<typeof useWords>['parts']['moment'],
): string {
  if (typed.words[text.part] !== undefined) return words.typing;
  if (text.words === null || text.by === null || text.at === null) return words.drafted;
  return words.written(text.by, timestampWords(text.at, moment));
}
