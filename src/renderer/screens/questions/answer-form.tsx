import { Button, Textarea } from '@mantine/core';
import { z } from 'zod';
import { FirstAnswer, type FirstAnswerRecord, type FirstQuestion } from '../../../contract/complaint.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ChoiceRow } from '../../parts/choice-row.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { useWords } from '../../words/use-words.ts';
import { QuestionCard } from './question-card.tsx';

const Draft = z.object({ answer: FirstAnswer.shape.answer.nullable(), note: z.string() });
const answers = FirstAnswer.shape.answer.options;

interface AnswerFormProps {
  readonly question: FirstQuestion;
  readonly number: number;
  /** The answer on record, which this one replaces; null where there is none. */
  readonly before: FirstAnswerRecord | null;
  readonly onDone: () => void;
}

/** One first question. What a “yes” asks for is shown at once, before anything is recorded. */
export function AnswerForm({ question, number, before, onDone }: AnswerFormProps) {
  const words = useWords().questions;
  const text = words.list[question];
  const record = useCommandCall('first-question.answer');
  const blank = { answer: before?.answer ?? null, note: before?.note ?? '' };
  const { draft, change, forget } = useFormDraft(`first-question/${question}`, Draft, blank);
  const submit = async () => {
    if (draft.answer === null) return;
    const note = draft.note.trim();
    const saved = await record.run({ question, answer: draft.answer, note: note === '' ? null : note });
    if (saved === null) return;
    forget();
    onDone();
  };
  return (
    <section className="panel stack first-question" aria-labelledby={`question-${question}`}>
      <div className="stack-close">
        <p className="small quiet">{words.answer.number(number, 5)}</p>
        <h2 id={`question-${question}`}>{text.question}</h2>
        <p className="quiet">{text.why}</p>
      </div>
      <ChoiceRow
        legend={words.answer.label(text.question)}
        legendUnseen
        value={draft.answer}
        choices={answers.map((answer) => ({ value: answer, label: words.answer[answer] }))}
        onChange={(answer) => change({ answer })}
      />
      {draft.answer === 'yes' ? <QuestionCard question={question} /> : null}
      {draft.answer === 'not-known' ? <p>{words.answer.notKnownNext}</p> : null}
      {draft.answer === null ? null : (
        <Textarea
          label={words.answer.note}
          description={words.answer.noteHelp}
          autosize
          minRows={1}
          maxLength={4000}
          value={draft.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
      )}
      {record.error === null ? null : <ErrorNotice error={record.error} />}
      <div className="row">
        <Button disabled={draft.answer === null} aria-disabled={record.busy} onClick={() => void submit()}>
          {record.busy ? words.answer.recording : words.answer.record}
        </Button>
        {before === null ? null : (
          <Button
            variant="subtle"
            onClick={() => {
              forget();
              onDone();
            }}
          >
            {words.answer.keep}
          </Button>
        )}
      </div>
    </section>
  );
}
