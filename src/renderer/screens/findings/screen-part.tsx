import { IconShieldQuestion } from '@tabler/icons-react';
import { type AllegationView, AnswerScreen } from '../../../contract/finding.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { useWords } from '../../words/use-words.ts';
import { AnswerWithReason } from './answer-with-reason.tsx';

const answers = AnswerScreen.shape.answer.options;

/** The protected-speech screen: a question that a person answers with a reason, and nothing more. */
export function ScreenPart({ view }: { readonly view: AllegationView }) {
  const words = useWords().findings.screen;
  const answer = useCommandCall('screen.answer');
  const allegationId = view.allegation.id;
  const recorded = answers.find((value) => value === view.screen.answer) ?? null;
  return (
    <section className="allegation-part stack" aria-labelledby="protected-speech">
      <div>
        <h3 id="protected-speech">{words.title}</h3>
        <p className="quiet">{words.about}</p>
      </div>
      <div className="panel stack">
        <p className="row">
          {view.screen.flagged > 0 ? <IconShieldQuestion size={16} aria-hidden /> : null}
          <span>{words.flagged(view.screen.flagged)}</span>
        </p>
        {recorded === null ? <p className="small quiet">{words.notAnswered}</p> : null}
        <AnswerWithReason
          draftKey={`screen/${allegationId}`}
          legend={words.answer}
          choices={answers.map((value) => ({ value, label: words.answers[value] }))}
          recorded={recorded === null ? null : { answer: recorded, reason: view.screen.reason }}
          words={{ ...words, reasonOf: words.reason }}
          busy={answer.busy}
          error={answer.error}
          onRecord={async (value, reason) =>
            reason !== null && (await answer.run({ allegationId, answer: value, reason })) !== null
          }
        />
      </div>
    </section>
  );
}
