import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Interview } from '../../../contract/interview.ts';
import type { Person } from '../../../contract/person.ts';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { TimestampText } from '../../parts/moment-text.tsx';
import { timestampWords } from '../../parts/moment-words.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useWords } from '../../words/use-words.ts';
import { ErratumButton, erratumWords } from '../steps/erratum-form.tsx';
import { InterviewDesk } from './interview-desk.tsx';
import { clockOf } from './interview-run.tsx';

/** The interviews as they were written down: open ones can be gone on with, signed ones take errata only. */
export function InterviewsPart({ people }: { readonly people: readonly Person[] }) {
  const words = useWords().procedure.interviews;
  const { go } = useNavigation();
  const interviews = useQueryCall('interview.list', { respondentId: null });
  const [writing, setWriting] = useState<Interview | 'new' | null>(null);
  return (
    <section className="stack" aria-label={words.title}>
      <div className="row-apart">
        <div>
          <h2>{words.title}</h2>
          <p className="quiet">{words.about}</p>
        </div>
        <div className="row">
          {(interviews.value?.length ?? 0) === 0 ? null : (
            <Button size="compact-sm" variant="default" onClick={() => go('documents', { kind: 'interview-record' })}>
              {words.print}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => setWriting('new')}>
            {words.write}
          </Button>
        </div>
      </div>
      {interviews.state === 'failed' ? <ErrorNotice error={interviews.error} /> : null}
      {interviews.value?.length === 0 && writing === null ? <p className="quiet">{words.none}</p> : null}
      {(interviews.value ?? []).map((interview) => (
        <InterviewCard
          key={interview.id}
          interview={interview}
          name={nameOf(people, interview.respondentId)}
          onWrite={() => setWriting(interview)}
        />
      ))}
      {writing === null ? null : (
        <InterviewDesk
          key={writing === 'new' ? 'new' : writing.id}
          interview={writing === 'new' ? null : writing}
          people={people}
          onDone={() => setWriting(null)}
        />
      )}
    </section>
  );
}

/** A student is never called by name on a card that others may see over a shoulder. */
function nameOf(people: readonly Person[], id: string): string {
  const person = people.find((one) => one.id === id);
  return person?.pseudonym ?? person?.name ?? '';
}

interface InterviewCardProps {
  readonly interview: Interview;
  readonly name: string;
  readonly onWrite: () => void;
}

function InterviewCard({ interview, name, onWrite }: InterviewCardProps) {
  const all = useWords();
  const words = all.procedure.interviews;
  const { number, manner, lines, signedAt, signedBy, errata } = interview;
  return (
    <article className="panel stack" aria-label={words.heading(number, name)}>
      <div className="row-apart">
        <h3>{words.heading(number, name)}</h3>
        <span className="chip" data-tone={manner === 'compelled' ? 'late' : 'blocked'}>
          {words.manner[manner]}
        </span>
      </div>
      <p className="small quiet">
        <TimestampText at={interview.heldAt} />
        {interview.place === null ? null : `, ${interview.place}`}
        {interview.present.map((person) => `. ${person.name}${person.role === '' ? '' : `, ${person.role}`}`).join('')}
      </p>
      <ol className="stack">
        {lines.map((line, index) => (
          <li key={keyOfLine(index, line.question)} className="stack-close">
            <p>
              <strong>{line.question}</strong>
              {line.askedAt === null ? null : (
                <span className="small quiet mono"> {all.accounts.desk.asked(clockOf(line.askedAt))}</span>
              )}
            </p>
            <p className="reading">{line.answer ?? (wasAsked(interview, line) ? words.noAnswer : words.notAsked)}</p>
          </li>
        ))}
      </ol>
      <Breaks interview={interview} />
      {errata.length === 0 ? null : (
        <div>
          <h4>{words.errata}</h4>
          <ul className="dash-list">
            {errata.map((each) => (
              <li key={each.id}>
                {erratumWords(each, words)}, {timestampWords(each.at, all.parts.moment)})
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="small">
        {signedAt === null || signedBy === null
          ? words.unsigned
          : words.signed(signedBy, timestampWords(signedAt, all.parts.moment))}
      </p>
      {interview.sha256 === null ? null : (
        <p className="small quiet">
          {words.fingerprint}: <span className="mono">{interview.sha256.slice(0, 16)}</span>
        </p>
      )}
      {signedAt === null ? (
        <OpenButtons interview={interview} onWrite={onWrite} />
      ) : (
        <ErratumButton interview={interview} name={name} />
      )}
    </article>
  );
}

function Breaks({ interview }: { readonly interview: Interview }) {
  const words = useWords().accounts.desk;
  const { breaks, endedAt } = interview;
  const spans = breaks.map(({ from, to, why }) => {
    const span = words.breakSpan(clockOf(from), to === null ? null : clockOf(to));
    return why === null ? span : `${span} (${why})`;
  });
  if (spans.length === 0 && endedAt === null) return null;
  return (
    <p className="small quiet">
      {spans.length === 0 ? null : `${words.breaks}: ${spans.join('; ')}. `}
      {endedAt === null ? null : `${words.ended(clockOf(endedAt))}.`}
    </p>
  );
}

/** In an interview whose questions were stamped, one without a stamp was planned and not asked: silence is not its answer. */
function wasAsked({ lines }: Interview, line: Interview['lines'][number]): boolean {
  return line.askedAt !== null || line.answer !== null || lines.every(({ askedAt }) => askedAt === null);
}

function keyOfLine(index: number, question: string): string {
  return `${index} ${question}`;
}

function OpenButtons({ interview, onWrite }: Pick<InterviewCardProps, 'interview' | 'onWrite'>) {
  const words = useWords().procedure.interviews;
  const sign = useCommandCall('interview.sign');
  const [signing, setSigning] = useState(false);
  return (
    <div className="row">
      <Button size="compact-sm" variant="default" aria-label={words.go(interview.number)} onClick={onWrite}>
        {words.goShort}
      </Button>
      <Button size="compact-sm" aria-label={words.signOf(interview.number)} onClick={() => setSigning(true)}>
        {words.sign}
      </Button>
      <ReasonDialog
        opened={signing}
        title={words.signTitle}
        about={words.signAbout}
        action={words.sign}
        busy={sign.busy}
        error={sign.error}
        onCancel={() => setSigning(false)}
        onReason={(signedBy) =>
          void sign.run({ id: interview.id, signedBy }).then((done) => {
            if (done !== null) setSigning(false);
          })
        }
      />
    </div>
  );
}
