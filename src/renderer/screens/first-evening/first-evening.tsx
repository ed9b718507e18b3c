import { Button } from '@mantine/core';
import { IconArrowLeft, IconBan, IconCalendar, IconMoon, IconPhone, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useOs } from '../../engine/os.tsx';
import { ChoiceRow } from '../../parts/choice-row.tsx';
import { useWords } from '../../words/use-words.ts';
import {
  type EveningAnswers,
  type EveningCard,
  type EveningQuestion,
  eveningCard,
  eveningQuestions,
  textOf,
} from './card.ts';
import './first-evening.css';

const answers = ['yes', 'no', 'not-known'] as const;
const NOTHING: EveningAnswers = {
  'minor-unclothed': null,
  'child-at-risk': null,
  'sexual-harassment': null,
  'police-or-dcf': null,
  'conflict-of-interest': null,
  'may-disappear': null,
  'talk-planned': null,
};

/** Seven questions and one page, before there is a case; what is answered is kept nowhere. */
export function FirstEvening({ onLeave, onNewCase }: { readonly onLeave: () => void; readonly onNewCase: () => void }) {
  const all = useWords();
  const words = all.firstEvening;
  const os = useOs();
  const [given, setGiven] = useState(NOTHING);
  const card = eveningCard(given, all);
  return (
    <section className="stack first-evening" aria-labelledby="first-evening-title">
      <div className="row-apart first-evening-head">
        <div className="stack-close">
          <h1 id="first-evening-title">{words.title}</h1>
          <p className="quiet">{words.about}</p>
        </div>
        <div className="row">
          <Button variant="default" leftSection={<IconPrinter size={14} />} onClick={() => void os.print()}>
            {words.print}
          </Button>
          <Button variant="subtle" leftSection={<IconArrowLeft size={14} />} onClick={onLeave}>
            {words.leave}
          </Button>
        </div>
      </div>
      <div className="first-evening-columns">
        <section className="stack" aria-label={words.questions}>
          {eveningQuestions.map((question) => (
            <Question
              key={question}
              question={question}
              answer={given[question]}
              onAnswer={(answer) => setGiven({ ...given, [question]: answer })}
            />
          ))}
        </section>
        <section className="first-evening-page stack" aria-label={words.page} aria-live="polite">
          <Page card={card} />
          <div className="row first-evening-buttons">
            <Button variant="default" onClick={onNewCase}>
              {words.newCase}
            </Button>
            <Button variant="subtle" onClick={() => setGiven(NOTHING)}>
              {words.clear}
            </Button>
          </div>
        </section>
      </div>
    </section>
  );
}

interface QuestionProps {
  readonly question: EveningQuestion;
  readonly answer: EveningAnswers[EveningQuestion];
  readonly onAnswer: (answer: EveningAnswers[EveningQuestion]) => void;
}

function Question({ question, answer, onAnswer }: QuestionProps) {
  const all = useWords();
  const text = textOf(question, all);
  return (
    <div className="first-evening-question stack-close">
      <ChoiceRow
        legend={text.question}
        value={answer}
        choices={answers.map((value) => ({ value, label: all.questions.answer[value] }))}
        onChange={onAnswer}
      />
      <p className="small quiet">{text.why}</p>
    </div>
  );
}

function Page({ card }: { readonly card: EveningCard }) {
  const words = useWords().firstEvening;
  const toConfirm = useWords().questions.card.toConfirm;
  return (
    <div className="stack">
      <h2 className="first-evening-paper-title">{words.title}</h2>
      {card.open === 0 ? null : <p className="small">{words.open(card.open)}</p>}
      <Lines
        icon={<IconPhone size={16} aria-hidden />}
        title={words.who}
        lines={card.who}
        kind="who"
        none={card.open === 0 ? words.nothingUrgent : null}
      />
      <Lines icon={<IconMoon size={16} aria-hidden />} title={words.tonight} lines={card.tonight} kind="tonight" />
      <Lines icon={<IconBan size={16} aria-hidden />} title={words.never} lines={card.never} kind="never" />
      <Lines icon={<IconCalendar size={16} aria-hidden />} title={words.monday} lines={card.monday} kind="monday" />
      <p className="small quiet">
        {words.sources}: {card.sources.join('. ')}. {toConfirm}
      </p>
    </div>
  );
}

interface LinesProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly lines: readonly string[];
  readonly kind: 'who' | 'tonight' | 'monday' | 'never';
  readonly none?: string | null;
}

function Lines({ icon, title, lines, kind, none = null }: LinesProps) {
  if (lines.length === 0 && none === null) return null;
  return (
    <div className="first-evening-part" data-kind={kind}>
      <h3>
        {icon} {title}
      </h3>
      {lines.length === 0 ? <p>{none}</p> : null}
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
