import { Button, Textarea } from '@mantine/core';
import { z } from 'zod';
import type { CallError } from '../../../contract/wire.ts';
import { type Choice, ChoiceRow } from '../../parts/choice-row.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';

const Draft = z.object({ answer: z.string().nullable(), reason: z.string() });

interface AnswerWithReasonProps<Answer extends string> {
  /** What the answer is about; no two on a screen have the same. */
  readonly draftKey: string;
  readonly legend: string;
  readonly choices: readonly Choice<Answer>[];
  /** What is on record; null while nothing is. */
  readonly recorded: { readonly answer: Answer; readonly reason: string | null } | null;
  /** True for answers that may be recorded without a reason. */
  readonly reasonOptional?: (answer: Answer) => boolean;
  readonly words: {
    readonly reason: string;
    readonly reasonOf: string;
    readonly record: string;
    readonly recordOf: string;
    readonly recording: string;
    readonly placeholder?: string;
  };
  readonly busy: boolean;
  readonly error: CallError | null;
  /** Resolves with true once it is recorded. */
  readonly onRecord: (answer: Answer, reason: string | null) => Promise<boolean>;
}

/** A question with few answers, each with its reason; the button shows only while something is not recorded yet. */
export function AnswerWithReason<Answer extends string>(props: AnswerWithReasonProps<Answer>) {
  const { words, recorded, choices } = props;
  const blank = { answer: recorded?.answer ?? null, reason: recorded?.reason ?? '' };
  const { draft, started, change, forget } = useFormDraft(props.draftKey, Draft, blank);
  const answer = choices.find(({ value }) => value === draft.answer)?.value ?? null;
  const reason = draft.reason.trim();
  const changed = started && (answer !== (recorded?.answer ?? null) || reason !== (recorded?.reason ?? ''));
  const optional = answer !== null && props.reasonOptional?.(answer) === true;
  const complete = answer !== null && (reason !== '' || optional);
  const record = async () => {
    if (answer === null || !complete || props.busy) return;
    if (await props.onRecord(answer, reason === '' ? null : reason)) forget();
  };
  return (
    <div className="answer-with-reason">
      <ChoiceRow
        legend={props.legend}
        legendUnseen
        value={answer}
        choices={choices}
        onChange={(value) => change({ answer: value })}
      />
      {answer === null ? null : (
        <div className="answer-reason">
          <Textarea
            aria-label={words.reasonOf}
            placeholder={words.placeholder ?? words.reason}
            autosize
            minRows={1}
            maxLength={4000}
            value={draft.reason}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
          {changed ? (
            <Button
              aria-label={words.recordOf}
              disabled={!complete}
              aria-disabled={props.busy}
              onClick={() => void record()}
            >
              {props.busy ? words.recording : words.record}
            </Button>
          ) : null}
        </div>
      )}
      {props.error === null ? null : <ErrorNotice error={props.error} />}
    </div>
  );
}
