import { Button } from '@mantine/core';
import type { Person } from '../../../contract/person.ts';
import type { EventView } from '../../../contract/step-view.ts';
import { TimestampText } from '../../parts/moment-text.tsx';
import { timestampWords } from '../../parts/moment-words.ts';
import type { Words } from '../../words/index.ts';
import { useWords } from '../../words/use-words.ts';

interface EventTableProps {
  readonly events: readonly EventView[];
  readonly people: readonly Person[];
  readonly onCorrect: (event: EventView) => void;
}

/** What happened so far; what was corrected stays, marked. */
export function EventTable({ events, people, onCorrect }: EventTableProps) {
  const all = useWords();
  const words = all.steps.events;
  if (events.length === 0) return <p className="quiet">{words.none}</p>;
  return (
    <table className="plain-table" aria-label={words.table}>
      <thead>
        <tr>
          <th scope="col">{words.at}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.whom}</th>
          <th scope="col">{words.facts}</th>
          <th scope="col">{words.by}</th>
          <th scope="col">
            <span className="unseen">{words.correctShort}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id} data-past={event.correctedBy !== null || event.withdrawn}>
            <td>
              <TimestampText at={event.at} />
            </td>
            <th scope="row">
              {event.title} <Mark event={event} />
            </th>
            <td>{people.find(({ id }) => id === event.respondentId)?.name ?? words.wholeCase}</td>
            <td>{factsOf(event, all.steps.event.fields)}</td>
            <td>
              {event.by}
              <br />
              <span className="small quiet">
                <TimestampText at={event.recordedAt} />
              </span>
            </td>
            <td>
              {event.correctedBy === null && !event.withdrawn && event.kind !== 'gate-overridden' ? (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={words.correct(event.title, timestampWords(event.at, all.parts.moment))}
                  onClick={() => onCorrect(event)}
                >
                  {words.correctShort}
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Mark({ event }: { readonly event: EventView }) {
  const words = useWords().steps.events;
  if (event.withdrawn) return <span className="chip">{words.withdrawn}</span>;
  return event.correctedBy === null ? null : <span className="chip">{words.corrected}</span>;
}

export function factsOf(event: EventView, names: Words['steps']['event']['fields']): string {
  const known = Object.entries(names);
  const facts = Object.entries(event.details)
    .filter(([, value]) => value !== null && value !== '' && value !== false)
    .map(([name, value]) => {
      const label = known.find(([field]) => field === name)?.[1] ?? name;
      // Quoted words may end with a full stop of their own.
      return value === true ? label : `${label}: ${String(value).replace(/\.$/, '')}`;
    });
  return [...facts, ...(event.note === null ? [] : [event.note])].join('. ');
}
