import { Button } from '@mantine/core';
import { IconFiles } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallInput, CallOutput } from '../../../contract/calls.ts';
import { useOs } from '../../engine/os.tsx';
import { useJobs, useQueryCall } from '../../engine/use-call.ts';
import { useActions } from '../../frame/actions.tsx';
import { useNavigation } from '../../frame/navigation.tsx';
import { tellDone } from '../../frame/notices.ts';
import { ChoiceRow } from '../../parts/choice-row.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { IssueDialog } from './issue-dialog.tsx';
import { IssuedList } from './issued-list.tsx';
import { PagesPane } from './pages-pane.tsx';
import { ReadinessList } from './readiness-list.tsx';
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
  const kind = kinds.find((one) => one.kind === place.params['kind']) ?? kinds[0];
  const respondent = respondents.find(({ id }) => id === place.params['person']) ?? respondents[0];
  const kindName = kind?.kind ?? '';
  const respondentId = respondent?.id ?? null;
  const request: CallInput<'document.issue'> = { kind: kindName, respondentId };
  const readiness = useQueryCall('document.readiness', { kind: kindName, respondentId });
  const make = () => set({ kind: kindName, person: respondentId, show: 'draft' });
  useActions([
    { id: 'documents.draft', label: words.draft.make, group: 'here', keys: 'mod+enter', run: make },
    { id: 'documents.issue', label: words.issue.button, group: 'here', run: () => setIssuing(true) },
  ]);
  return (
    <div className="two-panes documents-panes">
      <div className="documents-side stack">
        <ChoiceRow
          legend={words.kind}
          value={kindName}
          choices={kinds.map((one) => ({ value: one.kind, label: one.title }))}
          onChange={(chosen) => set({ kind: chosen, show: null })}
        />
        <ChoiceRow
          legend={words.respondent}
          value={respondentId}
          choices={respondents.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(chosen) => set({ person: chosen, show: null })}
        />
        <div className="row">
          <Button onClick={make}>{words.draft.make}</Button>
          <Button variant="default" onClick={() => setIssuing(true)}>
            {words.issue.button}
          </Button>
        </div>
        <section className="stack" aria-labelledby="readiness">
          <h2 id="readiness">{words.readiness.title}</h2>
          {readiness.state === 'failed' ? <ErrorNotice error={readiness.error} /> : null}
          {readiness.state === 'loading' ? <p className="quiet">{words.readiness.loading}</p> : null}
          {readiness.state === 'ready' ? <ReadinessList points={readiness.value} /> : null}
        </section>
        <IssuedList shown={place.params['show'] ?? null} onShow={(id) => set({ show: id })} />
      </div>
      <Pages request={request} />
      <IssueDialog
        opened={issuing}
        title={kind?.title ?? ''}
        document={request}
        points={readiness.value ?? []}
        onClose={() => setIssuing(false)}
        onIssued={(id) => set({ show: id })}
      />
    </div>
  );
}

/** The draft, or the issued document that was asked for. */
function Pages({ request }: { readonly request: CallInput<'document.draft'> }) {
  const words = useWords().documents;
  const { place, set } = useNavigation();
  const os = useOs();
  const shown = place.params['show'] ?? null;
  const job = useJobs().find((one) => one.state === 'running') ?? null;
  // An import tells of many changes a second: the draft follows once, when it is done.
  const draft = useQueryCall('document.draft', request, { enabled: shown === 'draft' && job === null });
  const issued = useQueryCall('document.list', {});
  const row = (issued.value ?? []).find(({ id }) => id === shown);
  const save = async (kind: 'document' | 'draft', id: string, suggestedName: string) => {
    const path = await os.saveDocument({ kind, id, suggestedName });
    if (path !== null) tellDone(words.list.saved(path));
  };
  if (row !== undefined) {
    return (
      <PagesPane
        address={`evidence://document/${row.id}`}
        caption={words.list.shown(row.title, row.number)}
        making={null}
        buttons={
          <>
            <Button
              variant="default"
              size="compact-xs"
              onClick={() => void save('document', row.id, words.list.fileName(row.title, row.respondent))}
            >
              {words.list.save}
            </Button>
            <Button variant="default" size="compact-xs" onClick={() => set({ show: 'draft' })}>
              {words.draft.backToDraft}
            </Button>
          </>
        }
      />
    );
  }
  if (shown === 'draft' && draft.state === 'failed') {
    return (
      <div className="pages-pane">
        <ErrorNotice error={draft.error} />
      </div>
    );
  }
  const made = shown === 'draft' ? draft.value : null;
  return (
    <PagesPane
      address={made === null ? null : `evidence://draft/${made.draftId}`}
      caption={
        made === null
          ? ''
          : `${words.draft.facts(made.pages, Math.ceil(made.bytes / 1024))}. ${job === null ? words.draft.follows : words.draft.waits(job.title)}`
      }
      making={
        shown !== 'draft' || made !== null ? null : job === null ? words.draft.making : words.draft.waits(job.title)
      }
      buttons={
        made === null ? null : (
          <Button
            variant="default"
            size="compact-xs"
            onClick={() => void save('draft', made.draftId, words.draft.fileName)}
          >
            {words.draft.save}
          </Button>
        )
      }
    />
  );
}
