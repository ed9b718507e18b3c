import type { Person } from '../../../contract/person.ts';
import type { EventView, StepsView } from '../../../contract/step-view.ts';
import { useWords } from '../../words/use-words.ts';
import { EventTable } from './event-table.tsx';
import { MonthStrip } from './month-strip.tsx';
import { StepRail } from './step-rail.tsx';

interface RailsViewProps {
  readonly view: StepsView;
  readonly people: readonly Person[];
  readonly respondents: readonly Person[];
  readonly onRecord: (kind: string, respondentId: string | null) => void;
  readonly onCorrect: (event: EventView) => void;
}

/** Six weeks, a rail for each employee, and below them what happened so far. */
export function RailsView({ view, people, respondents, onRecord, onCorrect }: RailsViewProps) {
  const words = useWords();
  return (
    <>
      <RefusedPacks view={view} />
      {respondents.length === 0 ? null : <MonthStrip view={view} shape="row" />}
      <div className="step-rails">
        {respondents.map((person) => (
          <StepRail key={person.id} person={person} view={view} onRecord={(kind) => onRecord(kind, person.id)} />
        ))}
      </div>
      <section className="stack steps-events" aria-labelledby="steps-events">
        <h2 id="steps-events">{words.steps.events.title}</h2>
        {view.remarks.length === 0 ? null : (
          <div className="small">
            {words.procedure.refused.remarks}:
            <ul className="dash-list">
              {view.remarks.map((remark) => (
                <li key={remark}>{remark}</li>
              ))}
            </ul>
          </div>
        )}
        <div className="table-scroll">
          <EventTable events={view.events} people={people} onCorrect={onCorrect} />
        </div>
      </section>
    </>
  );
}

/** A pack that cannot be read must be seen where its dates would stand. */
function RefusedPacks({ view }: { readonly view: StepsView }) {
  const words = useWords().procedure.refused;
  if (view.refused.length === 0) return null;
  return (
    <div className="counsel-mark" role="status">
      <p>{words.title}</p>
      <ul className="dash-list">
        {view.refused.map(({ pack, problem }) => (
          <li key={pack}>
            <strong>{pack}</strong>: {problem}
          </li>
        ))}
      </ul>
    </div>
  );
}
