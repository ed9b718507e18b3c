import { Button } from '@mantine/core';
import { IconPlus, IconStairs } from '@tabler/icons-react';
import { useState } from 'react';
import type { EventView } from '../../../contract/step-view.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useActions } from '../../frame/actions.tsx';
import { useNavigation } from '../../frame/navigation.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { timestampWords } from '../../parts/moment-words.ts';
import { useWords } from '../../words/use-words.ts';
import { EventForm } from './event-form.tsx';
import { EventTable } from './event-table.tsx';
import { StepRail } from './step-rail.tsx';
import '../../parts/forms.css';
import './steps.css';

/** The form at hand: an event to correct, or a new one with what is known already. */
interface AtHand {
  readonly corrects: EventView | null;
  readonly kind: string;
  readonly respondentId: string | null;
}

/** A rail of steps for each employee, and below it what happened so far. */
export function StepsScreen() {
  const all = useWords();
  const words = all.steps;
  const { go } = useNavigation();
  const steps = useQueryCall('steps.view', {});
  const people = useQueryCall('person.list', {});
  const [atHand, setAtHand] = useState<AtHand | null>(null);
  const record = (kind: string, respondentId: string | null) => setAtHand({ corrects: null, kind, respondentId });
  useActions([
    { id: 'steps.record', label: words.event.open, group: 'here', keys: 'mod+shift+a', run: () => record('', null) },
  ]);
  const respondents = (people.value ?? []).filter((person) => person.caseRole === 'respondent');
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.title}</h1>
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
          <div className="with-side-main steps-main">
            {respondents.length === 0 && people.state === 'ready' ? (
              <EmptyState
                icon={<IconStairs size={22} />}
                title={words.empty.title}
                about={words.empty.body}
                action={{ label: words.empty.action, run: () => go('people', { person: 'new' }) }}
              />
            ) : null}
            <div className="step-rails">
              {respondents.map((person) => (
                <StepRail
                  key={person.id}
                  person={person}
                  view={steps.value}
                  onRecord={(kind) => record(kind, person.id)}
                />
              ))}
            </div>
            <section className="stack steps-events" aria-labelledby="steps-events">
              <h2 id="steps-events">{words.events.title}</h2>
              <div className="table-scroll">
                <EventTable
                  events={steps.value.events}
                  people={people.value ?? []}
                  onCorrect={(event) =>
                    setAtHand({ corrects: event, kind: event.kind, respondentId: event.respondentId })
                  }
                />
              </div>
            </section>
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
