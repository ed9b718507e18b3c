import type { Complaint } from '../../../contract/complaint.ts';
import type { Person } from '../../../contract/person.ts';
import { TimestampText } from '../../parts/moment-text.tsx';
import { QuotedWords } from '../../parts/quoted-words.tsx';
import { useWords } from '../../words/use-words.ts';

interface ComplaintCardProps {
  readonly complaint: Complaint;
  readonly people: readonly Person[];
}

/** A complaint on record. */
export function ComplaintCard({ complaint, people }: ComplaintCardProps) {
  const words = useWords().questions.complaint;
  const about = people.filter((person) => complaint.about.includes(person.id)).map((person) => person.name);
  return (
    <article className="panel stack" aria-label={words.number(complaint.number)}>
      <div className="row-apart">
        <h2>{words.number(complaint.number)}</h2>
        <span className="chip">{words.channels[complaint.channel]}</span>
      </div>
      <QuotedWords words={complaint.words} />
      <dl className="facts">
        <dt>{words.receivedAt}</dt>
        <dd>
          <TimestampText at={complaint.receivedAt} />
        </dd>
        <dt>{words.complainant}</dt>
        <dd>{complaint.complainant ?? words.anonymous}</dd>
        {about.length === 0 ? null : (
          <>
            <dt>{words.aboutWhom}</dt>
            <dd>{about.join(', ')}</dd>
          </>
        )}
        {complaint.receivedBy === null ? null : (
          <>
            <dt>{words.receivedBy}</dt>
            <dd>{complaint.receivedBy}</dd>
          </>
        )}
        <dt>{words.promised}</dt>
        <dd>{complaint.promised ?? words.promisedNothing}</dd>
      </dl>
    </article>
  );
}
