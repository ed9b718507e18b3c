import { Button } from '@mantine/core';
import type { Complaint } from '../../../contract/complaint.ts';
import type { Person } from '../../../contract/person.ts';
import { TimestampText } from '../../parts/moment-text.tsx';
import { timestampWords } from '../../parts/moment-words.ts';
import { QuotedWords } from '../../parts/quoted-words.tsx';
import { useWords } from '../../words/use-words.ts';

interface ComplaintCardProps {
  readonly complaint: Complaint;
  readonly people: readonly Person[];
  readonly onCorrect: () => void;
}

/** A complaint on record. */
export function ComplaintCard({ complaint, people, onCorrect }: ComplaintCardProps) {
  const words = useWords().questions.complaint;
  const { knowledge } = complaint;
  const about = people.filter((person) => complaint.about.includes(person.id)).map((person) => person.name);
  return (
    <article className="panel stack" aria-label={words.number(complaint.number)}>
      <div className="row-apart">
        <h2>{words.number(complaint.number)}</h2>
        <div className="row">
          <span className="chip">{words.channels[complaint.channel]}</span>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={words.correctOf(complaint.number)}
            onClick={onCorrect}
          >
            {words.correct}
          </Button>
        </div>
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
        <dt>{words.basis}</dt>
        <dd>
          {words.bases[knowledge?.basis ?? 'not-asked']}
          {knowledge?.note == null ? null : `: ${knowledge.note}`}
        </dd>
        {knowledge === null || knowledge.firstKnownAt === null ? null : (
          <>
            <dt>{words.knownAt}</dt>
            <dd>
              <TimestampText at={knowledge.firstKnownAt} />
              {knowledge.firstKnownBy === null ? null : `, ${knowledge.firstKnownBy}`}
            </dd>
          </>
        )}
      </dl>
      {complaint.corrections.map((correction) => (
        <CorrectionLine key={correction.id} correction={correction} complaint={complaint} people={people} />
      ))}
    </article>
  );
}

interface CorrectionLineProps {
  readonly correction: Complaint['corrections'][number];
  readonly complaint: Complaint;
  readonly people: readonly Person[];
}

/** What was corrected, why, and what stood before. */
function CorrectionLine({ correction, complaint, people }: CorrectionLineProps) {
  const all = useWords();
  const words = all.questions.complaint;
  const { before } = correction;
  const names = people.filter(({ id }) => before.about.includes(id)).map(({ name }) => name);
  const isOther = [...before.about].sort().join() !== [...complaint.about].sort().join();
  return (
    <details className="complaint-correction small">
      <summary>
        {words.corrected(timestampWords(correction.at, all.parts.moment), correction.by)}: {correction.reason}
      </summary>
      <p className="quiet">
        {words.before}: {words.channels[before.channel]}, {before.complainant ?? words.anonymous}.{' '}
        {isOther ? `${names.length === 0 ? words.beforeAboutNobody : words.beforeAbout(names.join(', '))}.` : null}
      </p>
      {before.words === complaint.words ? null : <QuotedWords words={before.words} />}
    </details>
  );
}
