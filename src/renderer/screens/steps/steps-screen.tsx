import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus, IconStairs } from '@tabler/icons-react';
import { useState } from 'react';
import type { Person } from '../../../contract/person.ts';
import type { EventView, StepsView } from '../../../contract/step-view.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useActions } from '../../frame/actions.tsx';
import { useNavigation } from '../../frame/navigation.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { timestampWords } from '../../parts/moment-words.ts';
import { useWords } from '../../words/use-words.ts';
import { AgreementsView } from './agreements-view.tsx';
import { CalendarView } from './calendar-view.tsx';
import { CounselView } from './counsel-view.tsx';
import { DeadlinesView } from './deadlines-view.tsx';
import { EventForm } from './event-form.tsx';
import { RailsView } from './rails-view.tsx';
import { RecordsView } from './records-view.tsx';
import '../../parts/forms.css';
import './steps.css';

/** The form at hand: an event to correct, or a new one with what is known already. */
interface AtHand {
  readonly corrects: EventView | null;
  readonly kind: string;
  readonly respondentId: string | null;
}

const VIEWS = ['rails', 'deadlines', 'records', 'counsel', 'agreements', 'calendar'] as const;
type ViewName = (typeof VIEWS)[number];

/** What the agreement and the law ask next: rails, deadlines, records, the agreements themselves and their calendar. */
export function StepsScreen() {
  const all = useWords();
  const words = all.steps;
  const { place, set } = useNavigation();
  const steps = useQueryCall('steps.view', {});
  const people = useQueryCall('person.list', {});
  const [atHand, setAtHand] = useState<AtHand | null>(null);
  const shown = VIEWS.find((name) => name === place.params['view']) ?? 'rails';
  const show = (view: ViewName) => set({ view, agreement: null });
  const record = (kind: string, respondentId: string | null) => setAtHand({ corrects: null, kind, respondentId });
  useActions([
    { id: 'steps.record', label: words.event.open, group: 'here', keys: 'mod+shift+a', run: () => record('', null) },
    ...VIEWS.map((view) => ({
      id: `steps.${view}`,
      label: `${words.title}: ${all.procedure.views[view]}`,
      group: 'here' as const,
      run: () => show(view),
    })),
  ]);
  const respondents = (people.value ?? []).filter((person) => person.caseRole === 'respondent');
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.title}</h1>
        <SegmentedControl
          size="xs"
          aria-label={all.procedure.views.label}
          value={shown}
          data={VIEWS.map((value) => ({ value, label: all.procedure.views[value] }))}
          onChange={(value) => show(VIEWS.find((name) => name === value) ?? 'rails')}
        />
        {steps.value === null ? null : (
          <span className="quiet">{words.asOf(timestampWords(steps.value.now, all.parts.moment))}</span>
        )}
        <Button
          className="screen-head-action"
          leftSection={<IconPlus size={14} />}
          onClick={() => record('', respondents.length === 1 ? (respondents[0]?.id ?? null) : null)}
        >
          {words.event.open}
        </Button>
      </header>
      {steps.state === 'failed' ? <ErrorNotice error={steps.error} /> : null}
      {steps.state === 'loading' ? <p className="loading-line">{words.loading}</p> : null}
      {steps.state === 'ready' ? (
        <div className="with-side" data-side={atHand !== null}>
          <div key={shown} className="with-side-main steps-main">
            <Shown
              name={shown}
              view={steps.value}
              people={people.value ?? []}
              respondents={respondents}
              known={people.state === 'ready'}
              onRecord={record}
              onCorrect={(event) => setAtHand({ corrects: event, kind: event.kind, respondentId: event.respondentId })}
            />
          </div>
          {atHand === null ? null : (
            <div className="with-side-form">
              <EventForm
                key={`${atHand.corrects?.id ?? 'new'}/${atHand.kind}/${atHand.respondentId ?? ''}`}
                view={steps.value}
                {...atHand}
                onDone={() => setAtHand(null)}
              />
            </div>
          )}
        </div>
      ) : null}
    </div>
  );
}

interface ShownProps {
  readonly name: ViewName;
  readonly view: StepsView;
  readonly people: readonly Person[];
  readonly respondents: readonly Person[];
  /** The people of the case are known: only then is it sure that there is no respondent. */
  readonly known: boolean;
  readonly onRecord: (kind: string, respondentId: string | null) => void;
  readonly onCorrect: (event: EventView) => void;
}

function Shown({ name, view, people, respondents, known, onRecord, onCorrect }: ShownProps) {
  const words = useWords().steps;
  const { go } = useNavigation();
  switch (name) {
    case 'deadlines':
      return <DeadlinesView view={view} respondents={respondents} />;
    case 'records':
      return <RecordsView view={view} people={people} respondents={respondents} onRecord={onRecord} />;
    case 'counsel':
      return <CounselView respondents={respondents} />;
    case 'agreements':
      return <AgreementsView />;
    case 'calendar':
      return <CalendarView />;
    case 'rails':
      return (
        <>
          {respondents.length === 0 && known ? (
            <EmptyState
              icon={<IconStairs size={22} />}
              title={words.empty.title}
              about={words.empty.body}
              action={{ label: words.empty.action, run: () => go('people', { person: 'new' }) }}
            />
          ) : null}
          <RailsView view={view} people={people} respondents={respondents} onRecord={onRecord} onCorrect={onCorrect} />
        </>
      );
  }
}
