import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { JustCauseView, WorksheetQuestion } from '../../../contract/just-cause.ts';
import type { Person } from '../../../contract/person.ts';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { timestampWords } from '../../parts/moment-words.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';
import { ComparatorsPart } from './comparators-part.tsx';

const PARTS = ['tests', 'proportion', 'nexus', 'once'] as const;

/** Counsel's worksheet on just cause, for one employee at a time. */
export function CounselView({ respondents }: { readonly respondents: readonly Person[] }) {
  const words = useWords().procedure.counsel;
  const { place, set } = useNavigation();
  const chosen = respondents.find(({ id }) => id === place.params['person']) ?? respondents[0] ?? null;
  if (chosen === null) return <p>{words.noRespondent}</p>;
  return (
    <section className="stack" aria-label={words.title}>
      <h2>{words.title}</h2>
      {respondents.length < 2 ? (
        <p>{chosen.name}</p>
      ) : (
        <SelectField
          label={words.choose}
          value={chosen.id}
          options={respondents.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(person) => set({ person })}
        />
      )}
      <Worksheet key={chosen.id} respondentId={chosen.id} />
    </section>
  );
}

function Worksheet({ respondentId }: { readonly respondentId: string }) {
  const words = useWords().procedure.counsel;
  const { go } = useNavigation();
  const sheet = useQueryCall('just-cause.view', { respondentId });
  if (sheet.state === 'failed') return <ErrorNotice error={sheet.error} />;
  if (sheet.state === 'loading') return null;
  const { marking, questions } = sheet.value;
  return (
    <div className="stack">
      <p className="counsel-mark">{marking}</p>
      <div>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => go('documents', { kind: 'just-cause-worksheet', person: respondentId })}
        >
          {words.print}
        </Button>
      </div>
      {PARTS.map((part) => (
        <section key={part} className="stack" aria-label={words.parts[part]}>
          <div>
            <h3>{words.parts[part]}</h3>
            <p className="quiet">{words.partAbout[part]}</p>
          </div>
          {part === 'proportion' ? <Ladder sheet={sheet.value} /> : null}
          {questions
            .filter((question) => question.part === part)
            .map((question) => (
              <Question key={question.id} question={question} respondentId={respondentId} />
            ))}
          {part === 'tests' ? <ComparatorsPart sheet={sheet.value} /> : null}
        </section>
      ))}
    </div>
  );
}

function Ladder({ sheet }: { readonly sheet: JustCauseView }) {
  const words = useWords().procedure.counsel;
  return (
    <div className="stack-close">
      <h4>{words.ladder}</h4>
      {sheet.ladder.length === 0 ? <p className="quiet">{words.noLadder}</p> : null}
      <ol className="dash-list">
        {sheet.ladder.map(({ rung, name, disciplinary }) => (
          <li key={rung}>
            {name}
            {disciplinary ? null : ` (${words.notDiscipline})`}
          </li>
        ))}
      </ol>
      {sheet.skipRungsIf.length === 0 ? null : (
        <p className="small">
          {words.skip}: {sheet.skipRungsIf.join('; ')}.
        </p>
      )}
    </div>
  );
}

const Draft = z.object({ answer: z.string(), words: z.string(), missing: z.string() });

function Question({ question, respondentId }: { readonly question: WorksheetQuestion; readonly respondentId: string }) {
  const all = useWords();
  const words = all.procedure.counsel;
  const { answer } = question;
  const [open, setOpen] = useState(false);
  return (
    <details className="worksheet-question" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="row-apart">
        <span>
          <strong>{question.title}.</strong> {question.question}
        </span>
        <span className="chip" data-tone={answer === null ? 'blocked' : 'accent'}>
          {answer?.answer ?? words.open}
        </span>
      </summary>
      {open ? (
        <div className="stack">
          {question.wants === null ? null : (
            <p className="small quiet">
              {words.wants}: {question.wants}.
            </p>
          )}
          <Bearings question={question} />
          {answer === null ? null : (
            <p>
              {answer.words}{' '}
              <span className="small quiet">
                {words.answered(answer.by, timestampWords(answer.at, all.parts.moment))}
              </span>
            </p>
          )}
          <AnswerForm question={question} respondentId={respondentId} />
        </div>
      ) : null}
    </details>
  );
}

function Bearings({ question }: { readonly question: WorksheetQuestion }) {
  const words = useWords().procedure.counsel;
  return (
    <div className="procedure-columns">
      <div>
        <h5>{words.bears}</h5>
        {question.bears.length === 0 ? <p className="quiet">{words.nothingBears}</p> : null}
        <ul className="dash-list">
          {question.bears.map((each) => (
            <li key={each.words}>{each.words}</li>
          ))}
        </ul>
      </div>
      <div>
        <h5>{words.gaps}</h5>
        {question.gaps.length === 0 ? <p className="quiet">{words.noGaps}</p> : null}
        <ul className="dash-list">
          {question.gaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function AnswerForm({
  question,
  respondentId,
}: {
  readonly question: WorksheetQuestion;
  readonly respondentId: string;
}) {
  const words = useWords().procedure.counsel;
  const save = useCommandCall('just-cause.answer');
  const form = useFormDraft(`counsel/${respondentId}/${question.id}`, Draft, {
    answer: question.answer?.answer ?? '',
    words: question.answer?.words ?? '',
    missing: question.answer?.missing ?? '',
  });
  const { draft, change } = form;
  const missing = [
    ...(draft.answer === '' ? [words.need.answer] : []),
    ...(draft.words.trim() === '' ? [words.need.words] : []),
  ];
  const submit = async () => {
    const given = { answer: draft.answer, words: draft.words.trim(), missing: draft.missing.trim() || null };
    const saved = await save.run({ respondentId, question: question.id, ...given });
    if (saved !== null) form.forget();
  };
  return (
    <div className="stack">
      <SelectField
        label={words.answer}
        value={draft.answer}
        options={[{ value: '', label: words.choose2 }, ...question.answers.map((value) => ({ value, label: value }))]}
        onChange={(answer) => change({ answer })}
      />
      <Textarea
        label={words.words}
        autosize
        minRows={2}
        value={draft.words}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
      <TextInput
        label={words.missing}
        value={draft.missing}
        onChange={(event) => change({ missing: event.currentTarget.value })}
      />
      {save.error === null ? null : <ErrorNotice error={save.error} />}
      <SubmitRow
        label={words.save}
        name={words.saveOf(question.title)}
        busyLabel={words.save}
        busy={save.busy}
        missing={missing}
        onSubmit={() => void submit()}
      />
    </div>
  );
}
