import { type AllegationView, AnswerException } from '../../../contract/finding.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { QuotedWords } from '../../parts/quoted-words.tsx';
import { useWords } from '../../words/use-words.ts';
import { AnswerWithReason } from './answer-with-reason.tsx';

type Exception = AllegationView['exceptions'][number];
const answers = AnswerException.shape.answer.options;

/** The policy's own exceptions, each quoted and to be answered. */
export function ExceptionsPart({ view }: { readonly view: AllegationView }) {
  const words = useWords().findings.exceptions;
  return (
    <section className="allegation-part stack" aria-labelledby="exceptions">
      <div>
        <h3 id="exceptions">{words.title}</h3>
        <p className="quiet">{view.exceptions.length === 0 ? words.none : words.about}</p>
      </div>
      {view.exceptions.map((exception) => (
        <ExceptionCard key={exception.id} allegationId={view.allegation.id} exception={exception} />
      ))}
    </section>
  );
}

function ExceptionCard({ allegationId, exception }: { readonly allegationId: string; readonly exception: Exception }) {
  const words = useWords().findings.exceptions;
  const answer = useCommandCall('exception.answer');
  const recorded = exception.answer === 'not-asked' ? null : { answer: exception.answer, reason: exception.reason };
  return (
    <section className="panel stack" aria-label={exception.question}>
      <div className="stack-close">
        <QuotedWords words={exception.words} />
        <p>{exception.question}</p>
        {recorded === null ? <p className="small quiet">{words.answers['not-asked']}</p> : null}
      </div>
      <AnswerWithReason
        draftKey={`exception/${allegationId}/${exception.id}`}
        legend={words.answer(exception.words)}
        choices={answers.map((value) => ({ value, label: words.answers[value] }))}
        recorded={recorded}
        words={{ ...words, reasonOf: words.reasonOf(exception.words), recordOf: words.recordOf(exception.words) }}
        busy={answer.busy}
        error={answer.error}
        onRecord={async (value, reason) =>
          reason !== null &&
          (await answer.run({ allegationId, exception: exception.id, answer: value, reason })) !== null
        }
      />
    </section>
  );
}
