import type { CallInput } from '../../../contract/calls.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import type { TypedWords } from './use-typed-words.ts';
import { WordsPart } from './words-part.tsx';

interface WordsListProps {
  readonly address: CallInput<'document.texts'>;
  readonly typed: TypedWords;
}

/** The stretches of the document that a person may put in their own words, in the order in which they are read. */
export function WordsList({ address, typed }: WordsListProps) {
  const words = useWords().documents.words;
  const texts = useQueryCall('document.texts', address);
  const citable = useQueryCall('document.citable', { respondentId: address.respondentId });
  return (
    <section className="stack" aria-labelledby="document-words">
      <h2 id="document-words">{words.title}</h2>
      {texts.state === 'failed' ? <ErrorNotice error={texts.error} /> : null}
      {texts.state === 'loading' ? <p className="quiet">{words.loading}</p> : null}
      {texts.state === 'ready' && texts.value.length === 0 ? <p className="quiet">{words.none}</p> : null}
      {texts.state === 'ready' && texts.value.length > 0 ? (
        <>
          <p className="small quiet">{words.about}</p>
          <ol className="stack">
            {texts.value.map((text) => (
              <li key={text.part}>
                <WordsPart address={address} text={text} typed={typed} exhibits={citable.value ?? []} />
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </section>
  );
}
