import { Autocomplete, TextInput } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import type { TimeAnswer, TimeQuestion, TimeSetting } from '../../../../contract/source-time.ts';
import { localWords } from '../../../parts/moment-words.ts';
import type { Words } from '../../../words/index.ts';
import { useWords } from '../../../words/use-words.ts';

interface DateQuestionProps {
  readonly question: TimeQuestion;
  readonly setting: TimeSetting;
  readonly onSetting: (change: Partial<TimeSetting>) => void;
}

/** One question about the dates of a file: every answer with what speaks for and against it, and what it makes of real dates. */
export function DateQuestion({ question, setting, onSetting }: DateQuestionProps) {
  const words = useWords().reading.dates;
  return (
    <section className="date-question" data-open={question.open} aria-label={words.questions[question.kind]}>
      <div className="row-apart">
        <h3>{words.questions[question.kind]}</h3>
        <span className="chip" data-tone={question.open ? 'attention' : 'blocked'}>
          {words.concerns(question.items)}
        </span>
      </div>
      {question.assumed === null ? null : <p className="quiet">{question.assumed}</p>}
      <Answers question={question} setting={setting} onSetting={onSetting} />
    </section>
  );
}

function Answers({ question, setting, onSetting }: DateQuestionProps) {
  const words = useWords().reading.dates;
  switch (question.kind) {
    case 'order':
      return (
        <Choices
          question={question}
          value={setting.order}
          onChange={(value) => onSetting({ order: value === 'day-month' || value === 'month-day' ? value : null })}
        />
      );
    case 'half':
      return (
        <Choices
          question={question}
          value={setting.half}
          onChange={(value) => onSetting({ half: value === 'as-written' || value === 'afternoon' ? value : null })}
        />
      );
    case 'relative':
      return (
        <>
          <Written question={question} />
          <TextInput
            type="datetime-local"
            label={words.captured}
            description={words.capturedAbout}
            value={setting.capturedAt ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              onSetting({ capturedAt: value === '' ? null : value.slice(0, 16) });
            }}
          />
        </>
      );
    case 'zone':
      return (
        <Autocomplete
          label={words.otherZone}
          description={words.zoneAbout}
          placeholder={question.answers[0]?.value}
          data={zonesWith(question.answers)}
          limit={40}
          value={setting.zone ?? ''}
          onChange={(value) => onSetting({ zone: value.trim() === '' ? null : value.trim() })}
        />
      );
  }
}

interface ChoicesProps {
  readonly question: TimeQuestion;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** Answers side by side, the same size; leaving it as it was read is one of them. */
function Choices({ question, value, onChange }: ChoicesProps) {
  const words = useWords().reading.dates;
  const name = useId();
  return (
    <fieldset className="date-answers">
      <legend className="unseen">{words.questions[question.kind]}</legend>
      {question.answers.map((answer) => (
        <label key={answer.value} className="date-answer" data-chosen={answer.value === value}>
          <span className="date-answer-head">
            <input type="radio" name={name} checked={answer.value === value} onChange={() => onChange(answer.value)} />
            <strong>{words.answers[answer.value] ?? answer.value}</strong>
          </span>
          <Grounds answer={answer} />
          <Examples question={question} value={answer.value} />
        </label>
      ))}
      <label className="date-answer" data-chosen={value === null}>
        <span className="date-answer-head">
          <input type="radio" name={name} checked={value === null} onChange={() => onChange(null)} />
          {words.asRead}
        </span>
      </label>
    </fieldset>
  );
}

function Grounds({ answer }: { readonly answer: TimeAnswer }) {
  const words = useWords().reading.dates;
  if (answer.for.length + answer.against.length === 0) return <span className="quiet small">{words.nothingFor}</span>;
  return (
    <span className="date-grounds">
      {answer.for.map((ground) => (
        <span key={ground} data-side="for">
          <IconPlus size={13} aria-hidden />
          <span className="unseen">{words.speaksFor}: </span>
          {ground}
        </span>
      ))}
      {answer.against.map((ground) => (
        <span key={ground} data-side="against">
          <IconMinus size={13} aria-hidden />
          <span className="unseen">{words.speaksAgainst}: </span>
          {ground}
        </span>
      ))}
    </span>
  );
}

function Examples({ question, value }: { readonly question: TimeQuestion; readonly value: string }) {
  const words = useWords().parts.moment;
  return (
    <span className="date-examples">
      {question.examples.map((example) => (
        <span key={example.itemId}>
          <code>{example.asWritten}</code> → {readingWords(example.readings, value, words)}
        </span>
      ))}
    </span>
  );
}

function readingWords(
  readings: readonly { readonly value: string; readonly local: string }[],
  value: string,
  words: Words['parts']['moment'],
): string {
  const reading = readings.find((one) => one.value === value);
  return reading === undefined ? '–' : localWords(reading.local, words);
}

function Written({ question }: { readonly question: TimeQuestion }) {
  return (
    <span className="date-examples">
      {question.examples.map((example) => (
        <code key={example.itemId}>{example.asWritten}</code>
      ))}
    </span>
  );
}

/** The district's own zone first, then every zone that the computer knows. */
function zonesWith(answers: readonly TimeAnswer[]): string[] {
  const first = answers.map(({ value }) => value);
  return [...new Set([...first, ...Intl.supportedValuesOf('timeZone')])];
}
