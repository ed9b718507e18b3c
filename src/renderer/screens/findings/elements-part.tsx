import type { AllegationView } from '../../../contract/finding.ts';
import { ElementState, type Mapping } from '../../../contract/mapping.ts';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { SideBySide } from '../../parts/side-by-side.tsx';
import { useWords } from '../../words/use-words.ts';
import { AnswerWithReason } from './answer-with-reason.tsx';
import { ContraryAnswer } from './contrary-answer.tsx';
import { PassageList } from './passage-list.tsx';

type Element = AllegationView['elements'][number];

/** What has to be shown, element by element: its state with a reason, and the passages for and against it. */
export function ElementsPart({ view }: { readonly view: AllegationView }) {
  const words = useWords().findings.elements;
  const { policy, clause } = view.allegation;
  const passages = useQueryCall('mapping.list', { itemId: null, allegationId: null, policy, clause });
  return (
    <section className="allegation-part stack" aria-labelledby="elements">
      <div>
        <h3 id="elements">{words.title}</h3>
        <p className="quiet">{words.about}</p>
      </div>
      {passages.state === 'failed' ? <ErrorNotice error={passages.error} /> : null}
      <ol className="stack">
        {view.elements.map((element) => (
          <li key={element.id}>
            <ElementCard view={view} element={element} passages={passages.value ?? []} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ElementCardProps {
  readonly view: AllegationView;
  readonly element: Element;
  readonly passages: readonly Mapping[];
}

function ElementCard({ view, element, passages }: ElementCardProps) {
  const words = useWords().findings.elements;
  const { go } = useNavigation();
  const decide = useCommandCall('element.decide');
  const allegationId = view.allegation.id;
  const alternative = view.elements.find(({ id }) => id === element.alternativeTo);
  const { policy, clause } = view.allegation;
  return (
    <section className="panel stack" aria-label={element.label}>
      <div className="stack-close">
        <h4>{element.label}</h4>
        <p>{element.question}</p>
        {alternative === undefined ? null : <p className="small quiet">{words.insteadOf(alternative.label)}</p>}
      </div>
      <AnswerWithReason
        draftKey={`element/${allegationId}/${element.id}`}
        legend={words.stateOf(element.label)}
        choices={ElementState.options.map((state) => ({ value: state, label: words.states[state] }))}
        recorded={{ answer: element.state, reason: element.reason }}
        reasonOptional={(state) => state === 'not-examined'}
        words={{
          ...words,
          reasonOf: words.reasonOf(element.label),
          recordOf: words.recordOf(element.label),
          placeholder: words.reasonPlaceholder,
        }}
        busy={decide.busy}
        error={decide.error}
        onRecord={async (state, reason) =>
          (await decide.run({ allegationId, element: element.id, state, reason })) !== null
        }
      />
      <SideBySide
        about={element.label}
        forCount={element.for.length}
        againstCount={element.against.length}
        forSide={<PassageList passages={passages.filter(({ id }) => element.for.includes(id))} />}
        againstSide={
          <PassageList
            passages={passages.filter(({ id }) => element.against.includes(id))}
            under={(link) => <ContraryAnswer view={view} link={link} />}
          />
        }
      />
      <div>
        <button
          type="button"
          className="link-button"
          aria-label={words.linkFor(element.label)}
          onClick={() => go('evidence', { clause: `${policy} ${clause}` })}
        >
          {words.link}
        </button>
      </div>
    </section>
  );
}
