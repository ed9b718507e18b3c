import { Button } from '@mantine/core';
import type { Person } from '../../../contract/person.ts';
import type { EventView, StepsView } from '../../../contract/step-view.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { TimestampText } from '../../parts/moment-text.tsx';
import { useWords } from '../../words/use-words.ts';
import { InterviewsPart } from '../accounts/interviews-part.tsx';
import { factsOf } from './event-table.tsx';
import { PastDisciplinePart } from './past-discipline-part.tsx';

interface RecordsViewProps {
  readonly view: StepsView;
  readonly people: readonly Person[];
  readonly respondents: readonly Person[];
  readonly onRecord: (kind: string, respondentId: string | null) => void;
}

const SERVED = /-(served|delivered|notified|sent|given)$/;
const TIME = /^(extension-|abeyance-|leave-|police-or-dcf-hold-|title-ix-handoff-)/;
const REPRESENTATION = /^representati/;

/** The records of the procedure, each with what it has to show. */
export function RecordsView({ view, people, respondents, onRecord }: RecordsViewProps) {
  const words = useWords().procedure.records;
  const standing = view.events.filter(({ correctedBy, withdrawn }) => correctedBy === null && !withdrawn);
  const only = respondents.length === 1 ? (respondents[0]?.id ?? null) : null;
  const part = (
    name: 'representation' | 'service' | 'time',
    events: readonly EventView[],
    kind: string,
    withProof: boolean,
  ) => (
    <section className="stack" aria-label={words[name].title}>
      <div className="row-apart">
        <div>
          <h2>{words[name].title}</h2>
          <p className="quiet">{words[name].about}</p>
        </div>
        <Button size="compact-sm" variant="default" onClick={() => onRecord(kind, only)}>
          {words[name].record}
        </Button>
      </div>
      <RecordTable label={words[name].title} events={events} people={people} withProof={withProof} />
    </section>
  );
  return (
    <div className="stack records">
      {part(
        'representation',
        standing.filter(({ kind }) => REPRESENTATION.test(kind)),
        'representation-requested',
        false,
      )}
      <InterviewsPart people={people} />
      {part(
        'service',
        standing.filter(({ kind }) => SERVED.test(kind) && !REPRESENTATION.test(kind)),
        'notice-of-investigation-served',
        true,
      )}
      {part(
        'time',
        standing.filter(({ kind }) => TIME.test(kind)),
        'extension-agreed',
        false,
      )}
      <CeaseRequests standing={standing} people={people} onRecord={() => onRecord('cease-request-made', only)} />
      <PastDisciplinePart respondents={respondents} />
      <Overrides standing={standing} people={people} />
      <p className="small quiet">{words.events}</p>
    </div>
  );
}

interface RecordTableProps {
  readonly label: string;
  readonly events: readonly EventView[];
  readonly people: readonly Person[];
  readonly withProof: boolean;
}

/** The facts of an event but for who did it, which has a column of its own. */
function withoutDoer(event: EventView): EventView {
  const { by: _, ...details } = event.details;
  return { ...event, details };
}

function saidBy(event: EventView): string {
  return typeof event.details['by'] === 'string' ? event.details['by'] : event.by;
}

function RecordTable({ label, events, people, withProof }: RecordTableProps) {
  const all = useWords();
  const words = all.procedure.records;
  if (events.length === 0) return <p className="quiet">{words.none}</p>;
  return (
    <div className="table-scroll">
      <table className="plain-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{words.columns.when}</th>
            <th scope="col">{words.columns.what}</th>
            <th scope="col">{words.columns.whom}</th>
            <th scope="col">{words.columns.by}</th>
            <th scope="col">{withProof ? words.columns.how : words.columns.facts}</th>
            {withProof ? <th scope="col">{words.columns.proof}</th> : null}
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <td>
                <TimestampText at={event.at} />
              </td>
              <th scope="row">{event.title}</th>
              <td>{people.find(({ id }) => id === event.respondentId)?.name ?? all.steps.events.wholeCase}</td>
              <td>{saidBy(event)}</td>
              <td>
                {withProof ? String(event.details['how'] ?? '') : factsOf(withoutDoer(event), all.steps.event.fields)}
              </td>
              {withProof ? (
                <td>
                  {typeof event.details['proof'] === 'string' ? (
                    event.details['proof']
                  ) : (
                    <span className="chip" data-tone="attention">
                      {words.service.noProof}
                    </span>
                  )}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CeaseRequestsProps {
  readonly standing: readonly EventView[];
  readonly people: readonly Person[];
  readonly onRecord: () => void;
}

/** Who was asked to stop, what exactly, and whether the evidence had been captured before. */
function CeaseRequests({ standing, people, onRecord }: CeaseRequestsProps) {
  const all = useWords();
  const words = all.procedure.records;
  const evidence = useQueryCall('evidence.list', {});
  const moments = [
    ...standing.filter(({ kind }) => kind === 'evidence-captured').map(({ at }) => Date.parse(at)),
    ...(evidence.value ?? []).map(({ receivedAt }) => Date.parse(receivedAt)),
  ];
  const captured = moments.length === 0 ? null : Math.min(...moments);
  const requests = standing.filter(({ kind }) => kind === 'cease-request-made');
  return (
    <section className="stack" aria-label={words.cease.title}>
      <div className="row-apart">
        <div>
          <h2>{words.cease.title}</h2>
          <p className="quiet">{words.cease.about}</p>
        </div>
        <Button size="compact-sm" variant="default" onClick={onRecord}>
          {words.cease.record}
        </Button>
      </div>
      {requests.length === 0 ? <p className="quiet">{words.none}</p> : null}
      {requests.map((event) => (
        <div key={event.id} className="stack-close">
          <p>
            <TimestampText at={event.at} />{' '}
            {people.find(({ id }) => id === event.respondentId)?.name ?? all.steps.events.wholeCase}:{' '}
            {factsOf(withoutDoer(event), all.steps.event.fields)}
          </p>
          <p className="small">
            {saidBy(event)}.{' '}
            {captured !== null && captured <= Date.parse(event.at) ? words.cease.before : words.cease.notBefore}
          </p>
        </div>
      ))}
    </section>
  );
}

/** Every gate that was passed over, with the name and the reason. */
function Overrides({
  standing,
  people,
}: Pick<RecordTableProps, 'people'> & { readonly standing: readonly EventView[] }) {
  const all = useWords();
  const words = all.procedure.records;
  const found = standing.filter(({ kind }) => kind === 'gate-overridden');
  return (
    <section className="stack" aria-label={words.overrides.title}>
      <div>
        <h2>{words.overrides.title}</h2>
        <p className="quiet">{words.overrides.about}</p>
      </div>
      {found.length === 0 ? <p className="quiet">{words.none}</p> : null}
      {found.map((event) => (
        <p key={event.id}>
          <TimestampText at={event.at} /> <strong>{String(event.details['gate'] ?? '')}</strong>,{' '}
          {people.find(({ id }) => id === event.respondentId)?.name ?? ''}: {String(event.details['reason'] ?? '')} (
          {saidBy(event)})
        </p>
      ))}
    </section>
  );
}
