import { IconTimeline } from '@tabler/icons-react';
import { useState } from 'react';
import { useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { ChoiceRow } from '../../parts/choice-row.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { ChronologyLine } from './chronology-line.tsx';
import { RemarksPanel } from './remarks-panel.tsx';
import './chronology.css';

/** Everything that has a time on one line, with what does not hold together on it first. */
export function ChronologyScreen() {
  const words = useWords().chronology;
  const { place, set, go } = useNavigation();
  const people = useQueryCall('person.list', {});
  const respondents = (people.value ?? []).filter(({ caseRole }) => caseRole === 'respondent');
  const chosen = respondents.find(({ id }) => id === place.params['respondent'])?.id ?? null;
  const view = useQueryCall('chronology.view', { respondentId: chosen }, { keepPrevious: true });
  const [marked, mark] = useState<readonly string[]>([]);
  const entries = view.value?.entries ?? [];
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.title}</h1>
        <span className="quiet">{words.about}</span>
      </header>
      <div className="screen-scroll stack chronology">
        {view.state === 'failed' ? <ErrorNotice error={view.error} /> : null}
        {view.state === 'loading' ? <p className="loading-line">{words.loading}</p> : null}
        {view.state === 'ready' && entries.length === 0 ? (
          <EmptyState
            icon={<IconTimeline size={22} />}
            title={words.empty.title}
            about={words.empty.body}
            action={{ label: words.empty.action, run: () => go('steps') }}
          />
        ) : null}
        {view.value === null || entries.length === 0 ? null : (
          <>
            {respondents.length < 2 ? null : (
              <ChoiceRow
                legend={words.whose}
                value={chosen ?? 'all'}
                choices={[
                  { value: 'all', label: words.everybody },
                  ...respondents.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={(value) => set({ respondent: value === 'all' ? null : value })}
              />
            )}
            <RemarksPanel remarks={view.value.remarks} onShow={mark} />
            {view.value.undated === 0 ? null : <p className="small quiet">{words.undated(view.value.undated)}</p>}
            <ChronologyLine entries={entries} remarks={view.value.remarks} marked={marked} />
          </>
        )}
      </div>
    </div>
  );
}
