import { IconAlertTriangle, IconCheck, IconCircleDashed, IconHelp } from '@tabler/icons-react';
import type { FirstAnswerRecord, FirstQuestion } from '../../../contract/complaint.ts';
import { timestampWords } from '../../parts/moment-words.ts';
import { useWords } from '../../words/use-words.ts';
import { QuestionCard } from './question-card.tsx';

interface AnsweredQuestionProps {
  readonly question: FirstQuestion;
  readonly answer: FirstAnswerRecord | null;
  readonly onChoose: () => void;
}

/** A question that is not at hand: its answer with who and when, and for a “yes” the card that goes on holding. */
export function AnsweredQuestion({ question, answer, onChoose }: AnsweredQuestionProps) {
  const all = useWords();
  const words = all.questions;
  const text = words.list[question];
  const name = answer === null ? words.answer.openOf(text.question) : words.answer.changeOf(text.question);
  return (
    <section className="first-question-line stack" aria-label={text.question}>
      <div className="row-apart">
        <div className="first-question-words">
          <h2>{text.question}</h2>
          {answer === null ? null : (
            <p className="small quiet">
              {words.answer.by(answer.by, timestampWords(answer.at, all.parts.moment))}
              {answer.note === null ? null : `. ${answer.note}`}
            </p>
          )}
        </div>
        <div className="row">
          <AnswerChip answer={answer} />
          <button type="button" className="link-button" aria-label={name} onClick={onChoose}>
            {answer === null ? words.answer.open : words.answer.change}
          </button>
        </div>
      </div>
      {answer?.answer === 'yes' ? <QuestionCard question={question} /> : null}
    </section>
  );
}

function AnswerChip({ answer }: { readonly answer: FirstAnswerRecord | null }) {
  const words = useWords().questions.answer;
  if (answer === null) {
    return (
      <span className="chip">
        <IconCircleDashed size={12} aria-hidden /> {words.notAnswered}
      </span>
    );
  }
  if (answer.answer === 'no') {
    return (
      <span className="chip" data-tone="done">
        <IconCheck size={12} aria-hidden /> {words.no}
      </span>
    );
  }
  const Icon = answer.answer === 'yes' ? IconAlertTriangle : IconHelp;
  return (
    <span className="chip" data-tone="attention">
      <Icon size={12} aria-hidden /> {words[answer.answer]}
    </span>
  );
}
