import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { type FirstAnswerRecord, FirstQuestion } from '../../../contract/complaint.ts';
import { useWords } from '../../words/use-words.ts';
import { AnswerForm } from './answer-form.tsx';
import { AnsweredQuestion } from './answered-question.tsx';

interface FirstQuestionsProps {
  readonly answers: readonly FirstAnswerRecord[];
  readonly onNext: () => void;
}

/** Five questions, one by one: the first that is open stands ready to be answered, the others wait in a line. */
export function FirstQuestions({ answers, onNext }: FirstQuestionsProps) {
  const words = useWords().questions;
  const all = FirstQuestion.options;
  const answerOf = (question: FirstQuestion) => answers.find((answer) => answer.question === question) ?? null;
  const firstOpen = all.find((question) => answerOf(question) === null) ?? null;
  const [chosen, setChosen] = useState<FirstQuestion | null>(null);
  const current = chosen ?? firstOpen;
  return (
    <div className="stack">
      <p className="quiet">{words.about}</p>
      <ol className="first-questions">
        {all.map((question, index) => (
          <li key={question}>
            {question === current ? (
              <AnswerForm
                key={question}
                question={question}
                number={index + 1}
                before={answerOf(question)}
                onDone={() => setChosen(null)}
              />
            ) : (
              <AnsweredQuestion question={question} answer={answerOf(question)} onChoose={() => setChosen(question)} />
            )}
          </li>
        ))}
      </ol>
      {firstOpen === null && chosen === null ? (
        <div className="row-apart">
          <p className="quiet">{words.answer.allDone}</p>
          <Button rightSection={<IconArrowRight size={14} />} onClick={onNext}>
            {words.answer.toRespondents}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
