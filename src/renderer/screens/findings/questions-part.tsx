import type { AllegationView } from '../../../contract/finding.ts';
import { QuestionAnswer, QuestionedScreen, type QuestionView } from '../../../contract/screen-questions.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { useWords } from '../../words/use-words.ts';
import { AnswerWithReason } from './answer-with-reason.tsx';

/** What the screens ask of this allegation, with where each question comes from. */
export function QuestionsPart({ view }: { readonly view: AllegationView }) {
  const words = useWords().inquiry.questions;
  return (
    <section className="allegation-part stack" aria-labelledby="questions">
      <div>
        <h3 id="questions">{words.title}</h3>
        <p className="quiet">{words.about}</p>
      </div>
      {QuestionedScreen.options.map((screen) => {
        const shown = view.questions.filter((one) => one.screen === screen && (one.needed || one.answer !== null));
        if (shown.length === 0) return null;
        return (
          <section key={screen} className="stack" aria-label={words.screens[screen]}>
            <h4>{words.screens[screen]}</h4>
            {shown.map((question) => (
              <Question key={question.id} question={question} allegationId={view.allegation.id} />
            ))}
          </section>
        );
      })}
    </section>
  );
}

function Question({ question, allegationId }: { readonly question: QuestionView; readonly allegationId: string }) {
  const words = useWords().inquiry.questions;
  const answer = useCommandCall('screen.answer-question');
  return (
    <div className="panel stack">
      <div className="stack-close">
        <h5 className="question-words">{question.question}</h5>
        <p className="quiet">{question.about}</p>
      </div>
      <AnswerWithReason
        draftKey={`question/${allegationId}/${question.id}`}
        legend={question.question}
        choices={QuestionAnswer.options.map((value) => ({ value, label: words.answers[value] }))}
        recorded={question.answer === null ? null : { answer: question.answer, reason: question.words }}
        words={{
          reason: words.reason,
          reasonOf: words.reasonOf(question.question),
          record: words.record,
          recordOf: words.recordOf(question.question),
          recording: words.recording,
        }}
        busy={answer.busy}
        error={answer.error}
        onRecord={async (value, reason) =>
          reason !== null &&
          (await answer.run({ allegationId, question: question.id, answer: value, words: reason })) !== null
        }
      />
      <p className="small quiet">
        {question.needed && question.answer === null ? `${words.needed}. ` : ''}
        {words.source(question.source)}
      </p>
    </div>
  );
}
