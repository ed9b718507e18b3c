import { Button } from '@mantine/core';
import { IconFiles } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallOutput } from '../../../contract/calls.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useActions } from '../../frame/actions.tsx';
import { useNavigation } from '../../frame/navigation.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { AUDIENCES, type Chosen, DocumentChoice } from './document-choice.tsx';
import { DocumentPages } from './document-pages.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { IssuedList } from './issued-list.tsx';
import { ReadinessList } from './readiness-list.tsx';
import { TakenOutSection } from './taken-out/taken-out-section.tsx';
import { useTypedWords } from './use-typed-words.ts';
import { WordsList } from './words-list.tsx';
import '../../parts/forms.css';
import './documents.css';

/** The document at hand on the left with what it lacks, its pages on the right. */
export function DocumentsScreen() {
  const words = useWords().documents;
  const { go } = useNavigation();
  const kinds = useQueryCall('document.kinds', {});
  const people = useQueryCall('person.list', {});
  const respondents = (people.value ?? []).filter((person) => person.caseRole === 'respondent');
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.title}</h1>
        <span className="quiet">{words.about}</span>
      </header>
      {kinds.state === 'failed' ? <ErrorNotice error={kinds.error} /> : null}
      {kinds.state === 'loading' ? <p className="loading-line">{words.loading}</p> : null}
      {people.state === 'ready' && respondents.length === 0 ? (
        <div className="screen-scroll">
          <EmptyState
            icon={<IconFiles size={22} />}
            title={words.noRespondent.title}
            about={words.noRespondent.body}
            action={{ label: words.noRespondent.action, run: () => go('people', { person: 'new' }) }}
          />
        </div>
      ) : null}
      {kinds.state === 'ready' && respondents.length > 0 ? (
        <Desk kinds={kinds.value} respondents={respondents} />
      ) : null}
    </div>
  );
}

interface DeskProps {
  readonly kinds: CallOutput<'document.kinds'>;
  readonly respondents: CallOutput<'person.list'>;
}

function Desk({ kinds, respondents }: DeskProps) {
  const words = useWords().documents;
  const { place, set } = useNavigation();
  const [issuing, setIssuing] = useState(false);
  const chosen = chosenOf(kinds, respondents, place.params);
  const { kind, respondentId, language, format, audience } = chosen;
  const typed = useTypedWords(`${kind.kind}/${respondentId ?? ''}/${language}`);
  const address = { kind: kind.kind, respondentId, language, audience };
  const readiness = useQueryCall('document.readiness', address);
  const make = () => set({ show: 'draft' });
  useActions([
    { id: 'documents.draft', label: words.draft.make, group: 'here', keys: 'mod+enter', run: make },
    { id: 'documents.issue', label: words.issue.button, group: 'here', run: () => setIssuing(true) },
  ]);
  return (
    <div className="two-panes documents-panes">
      <div className="documents-side stack">
        <DocumentChoice kinds={kinds} respondents={respondents} chosen={chosen} onChange={set} />
        <div className="row">
          <Button onClick={make}>{words.draft.make}</Button>
          <Button variant="default" onClick={() => setIssuing(true)}>
            {words.issue.button}
          </Button>
        </div>
        <WordsList key={`${kind.kind}/${respondentId ?? ''}/${language}`} address={address} typed={typed} />
        <section className="stack" aria-labelledby="readiness">
          <h2 id="readiness">{words.readiness.title}</h2>
          {readiness.state === 'failed' ? <ErrorNotice error={readiness.error} /> : null}
          {readiness.state === 'loading' ? <p className="quiet">{words.readiness.loading}</p> : null}
          {readiness.state === 'ready' ? <ReadinessList points={readiness.value} /> : null}
        </section>
        <TakenOutSection address={address} onPicture={(id) => set({ show: `picture:${id}` })} />
        <IssuedList shown={place.params['show'] ?? null} onShow={(id) => set({ show: id })} />
      </div>
      <DocumentPages chosen={chosen} texts={typed.words} />
      <IssueDialog
        opened={issuing}
        title={kind.title}
        document={{ ...address, format }}
        points={readiness.value ?? []}
        onClose={() => setIssuing(false)}
        onIssued={(id) => set({ show: id })}
      />
    </div>
  );
}

/** What the address says, as far as it fits what there is; else the first of each. */
function chosenOf(
  kinds: DeskProps['kinds'],
  respondents: DeskProps['respondents'],
  params: Readonly<Record<string, string | undefined>>,
): Chosen {
  const kind = kinds.find((one) => one.kind === params['kind']) ?? kinds[0];
  if (kind === undefined) throw new Error('broken belief: there are kinds of documents');
  const respondent = respondents.find(({ id }) => id === params['person']) ?? respondents[0];
  return {
    kind,
    respondentId: respondent?.id ?? null,
    language: kind.languages.find((language) => language === params['language']) ?? 'en',
    format: params['format'] === 'docx' ? 'docx' : 'pdf',
    audience: AUDIENCES.find((audience) => audience === params['audience']) ?? kind.audience,
  };
}
