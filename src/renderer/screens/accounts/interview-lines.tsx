import { Textarea } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { stampAt } from '../../parts/zoned-time.ts';
import { useWords } from '../../words/use-words.ts';
import { blankLine, type InterviewDraft, isRunning, type Line } from './interview-draft.ts';
import { clockOf } from './interview-run.tsx';

interface InterviewLinesProps {
  readonly draft: InterviewDraft;
  readonly change: (part: Partial<InterviewDraft>) => void;
}

/** Questions and answers. While the interview runs, each gets its time by itself, and Ctrl+Enter leads on. */
export function InterviewLines({ draft, change }: InterviewLinesProps) {
  const all = useWords();
  const [words, own] = [all.procedure.interviews, all.accounts.desk];
  const running = isRunning(draft);
  const now = () => stampAt(Date.now(), draft.heldAt.zone);
  const put = (at: number, part: Partial<Line>, more: readonly Line[] = []) =>
    change({ lines: [...draft.lines.map((line, index) => (index === at ? { ...line, ...part } : line)), ...more] });
  const asked = (line: Line) => (running && line.askedAt === null ? { askedAt: now() } : {});
  const answered = (line: Line) => (running && line.answeredAt === null ? { answeredAt: now(), ...asked(line) } : {});

  const onQuestion = (at: number, line: Line) => (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (stampInto(event, (question) => put(at, { question }), now())) return;
    if (!leadsOn(event)) return;
    put(at, asked(line));
    focusSoon(`interview-answer-${at}`);
  };
  const onAnswer = (at: number) => (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (stampInto(event, (answer) => put(at, { answer }), now())) return;
    if (!leadsOn(event)) return;
    if (at === draft.lines.length - 1) put(at, {}, [blankLine]);
    focusSoon(`interview-question-${at + 1}`);
  };
  return (
    <ol className="stack">
      {draft.lines.map((line, at) => (
        <li key={keyOfPlace(at)} className="interview-line">
          <p className="row small quiet">
            <strong>{at + 1}</strong>
            {line.askedAt === null ? null : <span className="mono">{own.asked(clockOf(line.askedAt))}</span>}
            {line.answeredAt === null ? null : <span className="mono">{own.answered(clockOf(line.answeredAt))}</span>}
            {draft.planId !== null && line.askedAt === null && line.question !== '' ? <span>{own.planned}</span> : null}
            {draft.lines.length > 1 ? (
              <button
                type="button"
                className="link-button interview-line-out"
                onClick={() => change({ lines: draft.lines.filter((_, index) => index !== at) })}
              >
                {own.removeLine(at + 1)}
              </button>
            ) : null}
          </p>
          <div className="interview-line-words">
            <Textarea
              id={`interview-question-${at}`}
              label={words.question(at + 1)}
              autosize
              maxLength={10_000}
              value={line.question}
              onChange={(event) => put(at, { question: event.currentTarget.value })}
              onKeyDown={onQuestion(at, line)}
            />
            <Textarea
              id={`interview-answer-${at}`}
              label={words.answer(at + 1)}
              autosize
              maxLength={20_000}
              value={line.answer}
              onChange={(event) => put(at, { answer: event.currentTarget.value, ...answered(line) })}
              onKeyDown={onAnswer(at)}
            />
          </div>
        </li>
      ))}
    </ol>
  );
}

function leadsOn(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
  event.preventDefault();
  return true;
}

/** Alt+T writes the time where the caret stands: what was said when, within a long answer. */
function stampInto(event: KeyboardEvent<HTMLTextAreaElement>, put: (words: string) => void, now: string): boolean {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.key.toLowerCase() !== 't') return false;
  event.preventDefault();
  const field = event.currentTarget;
  const { selectionStart: start, selectionEnd: end, value } = field;
  const mark = `[${now.slice(11, 19)}] `;
  put(`${value.slice(0, start)}${mark}${value.slice(end)}`);
  window.requestAnimationFrame(() => field.setSelectionRange(start + mark.length, start + mark.length));
  return true;
}

function focusSoon(id: string): void {
  window.requestAnimationFrame(() => document.getElementById(id)?.focus());
}

function keyOfPlace(at: number): string {
  return `line-${at}`;
}
