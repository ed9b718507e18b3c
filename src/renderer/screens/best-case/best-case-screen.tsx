import { SegmentedControl } from '@mantine/core';
import { IconShieldHeart } from '@tabler/icons-react';
import { useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { LoadingLine } from '../../parts/loading-line.tsx';
import { useWords } from '../../words/use-words.ts';
import { EntryGroups } from './entry-groups.tsx';
import { SignPart } from './sign-part.tsx';
import './best-case.css';

/** What speaks for one employee, all of it, to be read and signed as read before a breach is found. */
export function BestCaseScreen() {
  const words = useWords().inquiry.bestCase;
  const { place, set, go } = useNavigation();
  const people = useQueryCall('person.list', {});
  const respondents = (people.value ?? []).filter(({ caseRole }) => caseRole === 'respondent');
  const chosen = respondents.find(({ id }) => id === place.params['person']) ?? respondents[0];
  if (people.state === 'failed') return <ErrorNotice error={people.error} />;
  if (people.state === 'loading') return <LoadingLine what={words.reading} />;
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.title}</h1>
        {respondents.length > 1 ? (
          <SegmentedControl
            aria-label={words.who}
            data={respondents.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen?.id ?? ''}
            onChange={(person) => set({ person })}
          />
        ) : null}
        <span className="quiet">{words.about}</span>
      </header>
      {chosen === undefined ? (
        <div className="screen-scroll">
          <EmptyState
            icon={<IconShieldHeart size={22} />}
            title={words.none}
            about={words.noneAbout}
            action={{ label: words.goPeople, run: () => go('people') }}
          />
        </div>
      ) : (
        <OneBestCase key={chosen.id} respondentId={chosen.id} />
      )}
    </div>
  );
}

function OneBestCase({ respondentId }: { readonly respondentId: string }) {
  const words = useWords().inquiry.bestCase;
  const view = useQueryCall('best-case.view', { respondentId });
  if (view.state === 'failed') return <ErrorNotice error={view.error} />;
  if (view.state === 'loading') return <LoadingLine what={words.reading} />;
  return (
    <div className="best-case">
      <article className="best-case-body" aria-label={`${words.title}: ${view.value.respondent}`}>
        <h2>{view.value.respondent}</h2>
        {view.value.entries.length === 0 ? (
          <EmptyState icon={<IconShieldHeart size={22} />} title={words.empty} about={words.emptyAbout} />
        ) : (
          <EntryGroups entries={view.value.entries} />
        )}
      </article>
      <SignPart view={view.value} />
    </div>
  );
}
