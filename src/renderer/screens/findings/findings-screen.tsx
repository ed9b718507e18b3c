import { SegmentedControl } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useQueryCall } from '../../engine/use-call.ts';
import { useActions } from '../../frame/actions.tsx';
import { useNavigation } from '../../frame/navigation.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { HeardView } from '../accounts/heard-view.tsx';
import { WeighingView } from '../accounts/weighing-view.tsx';
import { AllegationDetail } from './allegation-detail.tsx';
import { AllegationForm } from './allegation-form.tsx';
import { AllegationList } from './allegation-list.tsx';
import '../../parts/forms.css';
import './findings.css';

const NEW = 'new';
const VIEWS = ['allegations', 'heard', 'weighing'] as const;

/** Allegations with their findings, whom the inquiry hears, and the weighing of what they say. */
export function FindingsScreen() {
  const all = useWords();
  const words = all.findings;
  const views = all.accounts.views;
  const { place, set } = useNavigation();
  const shown = VIEWS.find((name) => name === place.params['view']) ?? 'allegations';
  useActions(
    VIEWS.map((view) => ({
      id: `findings.${view}`,
      label: `${words.title}: ${views[view]}`,
      group: 'here' as const,
      run: () => set({ view }),
    })),
  );
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.title}</h1>
        <SegmentedControl
          size="xs"
          aria-label={views.label}
          value={shown}
          data={VIEWS.map((value) => ({ value, label: views[value] }))}
          onChange={(view) => set({ view })}
        />
        <span className="quiet">{shown === 'allegations' ? words.about : views.about[shown]}</span>
      </header>
      {shown === 'allegations' ? <AllegationsView /> : null}
      {shown === 'heard' ? <HeardView /> : null}
      {shown === 'weighing' ? <WeighingView /> : null}
    </div>
  );
}

/** Allegations on the left, the one at hand on the right with all that bears on it, down to its finding. */
function AllegationsView() {
  const words = useWords().findings;
  const { place, set } = useNavigation();
  const allegations = useQueryCall('allegation.list', {});
  const all = allegations.value ?? [];
  const chosen = place.params['allegation'] ?? all[0]?.allegation.id ?? null;
  const choose = (id: string | null) => set({ allegation: id, person: null, policy: null, clause: null });
  const at = all.findIndex((view) => view.allegation.id === chosen);
  const step = (by: number) => {
    const next = all[at + by];
    if (next !== undefined) choose(next.allegation.id);
  };
  useActions([
    { id: 'findings.add', label: words.list.add, group: 'here', keys: 'mod+shift+a', run: () => choose(NEW) },
    { id: 'findings.next', label: words.list.next, group: 'here', keys: 'j', run: () => step(1) },
    { id: 'findings.previous', label: words.list.previous, group: 'here', keys: 'k', run: () => step(-1) },
  ]);
  const view = all[at] ?? null;
  return (
    <>
      {allegations.state === 'failed' ? <ErrorNotice error={allegations.error} /> : null}
      {allegations.state === 'loading' ? <p className="loading-line">{words.loading}</p> : null}
      {allegations.state === 'ready' && all.length === 0 && chosen !== NEW ? (
        <div className="screen-scroll">
          <EmptyState
            icon={<IconScale size={22} />}
            title={words.empty.title}
            about={words.empty.body}
            action={{ label: words.list.add, run: () => choose(NEW) }}
          />
        </div>
      ) : null}
      {allegations.state === 'ready' && (all.length > 0 || chosen === NEW) ? (
        <div className="two-panes">
          <AllegationList allegations={all} chosen={chosen} onChoose={choose} onAdd={() => choose(NEW)} />
          <div className="pane-body">
            {chosen === NEW ? <AllegationForm onDone={choose} onClose={() => choose(null)} /> : null}
            {chosen !== NEW && view !== null ? <AllegationDetail key={view.allegation.id} view={view} /> : null}
            {chosen !== NEW && view === null ? <p className="quiet">{words.choose}</p> : null}
          </div>
        </div>
      ) : null}
    </>
  );
}
