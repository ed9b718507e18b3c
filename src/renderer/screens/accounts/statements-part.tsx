import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Person } from '../../../contract/person.ts';
import type { WitnessStatement } from '../../../contract/statement.ts';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { TimestampText } from '../../parts/moment-text.tsx';
import { timestampWords } from '../../parts/moment-words.ts';
import { QuotedWords } from '../../parts/quoted-words.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useWords } from '../../words/use-words.ts';
import { StatementForm } from './statement-form.tsx';

/** What witnesses wrote or said; settled ones are locked. */
export function StatementsPart({ people }: { readonly people: readonly Person[] }) {
  const words = useWords().accounts.statements;
  const statements = useQueryCall('witness-statement.list', { personId: null });
  const [writing, setWriting] = useState<WitnessStatement | 'new' | null>(null);
  return (
    <section className="stack" aria-label={words.title}>
      <div className="row-apart">
        <div>
          <h2>{words.title}</h2>
          <p className="quiet">{words.about}</p>
        </div>
        <Button size="compact-sm" variant="default" onClick={() => setWriting('new')}>
          {words.write}
        </Button>
      </div>
      {statements.state === 'failed' ? <ErrorNotice error={statements.error} /> : null}
      {statements.value?.length === 0 && writing === null ? <p className="quiet">{words.none}</p> : null}
      {(statements.value ?? []).map((statement) => (
        <StatementCard
          key={statement.id}
          statement={statement}
          person={people.find(({ id }) => id === statement.personId) ?? null}
          onWrite={() => setWriting(statement)}
        />
      ))}
      {writing === null ? null : (
        <StatementForm
          key={writing === 'new' ? 'new' : writing.id}
          statement={writing === 'new' ? null : writing}
          people={people}
          onDone={() => setWriting(null)}
        />
      )}
    </section>
  );
}

interface StatementCardProps {
  readonly statement: WitnessStatement;
  readonly person: Person | null;
  readonly onWrite: () => void;
}

function StatementCard({ statement, person, onWrite }: StatementCardProps) {
  const all = useWords();
  const words = all.accounts.statements;
  const { number, settled, manner, how, isSummary } = statement;
  const heading = words.heading(number, person?.pseudonym ?? person?.name ?? '');
  const when = settled === null ? '' : timestampWords(settled.at, all.parts.moment);
  return (
    <article className="panel stack" aria-label={heading}>
      <div className="row-apart">
        <h3>{heading}</h3>
        <div className="row">
          {isSummary ? <span className="chip">{words.summaryShort}</span> : null}
          <span className="chip" data-tone={manner === 'compelled' ? 'late' : 'blocked'}>
            {words.manners[manner]}
          </span>
        </div>
      </div>
      <p className="small quiet">
        {words.hows[how]}, <TimestampText at={statement.givenAt} />
      </p>
      <QuotedWords words={statement.words} />
      <p className="small">
        {settled === null
          ? words.open
          : settled.outcome === 'signed'
            ? words.signed(settled.words, when)
            : words.refused(settled.words, when)}
      </p>
      <div className="row">
        {settled === null ? <OpenButtons statement={statement} onWrite={onWrite} /> : null}
        <Source statement={statement} />
      </div>
    </article>
  );
}

function OpenButtons({ statement, onWrite }: Pick<StatementCardProps, 'statement' | 'onWrite'>) {
  const words = useWords().accounts.statements;
  const settle = useCommandCall('witness-statement.settle');
  const [asking, setAsking] = useState<'signed' | 'refused' | null>(null);
  const { id, number } = statement;
  return (
    <>
      <Button size="compact-sm" variant="default" aria-label={words.goOnOf(number)} onClick={onWrite}>
        {words.goOn}
      </Button>
      <Button size="compact-sm" variant="default" aria-label={words.signOf(number)} onClick={() => setAsking('signed')}>
        {words.sign}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={words.refuseOf(number)}
        onClick={() => setAsking('refused')}
      >
        {words.refuse}
      </Button>
      <ReasonDialog
        opened={asking !== null}
        title={asking === 'refused' ? words.refuseTitle : words.signTitle}
        about={asking === 'refused' ? words.refuseAbout : words.signAbout}
        action={asking === 'refused' ? words.refuse : words.sign}
        busy={settle.busy}
        error={settle.error}
        onCancel={() => setAsking(null)}
        onReason={(said) =>
          void settle.run({ id, outcome: asking ?? 'signed', words: said }).then((done) => {
            if (done !== null) setAsking(null);
          })
        }
      />
    </>
  );
}

function Source({ statement }: { readonly statement: WitnessStatement }) {
  const words = useWords().accounts.statements;
  const { go } = useNavigation();
  const take = useCommandCall('witness-statement.take-as-evidence');
  const { id, number, evidenceId, linked } = statement;
  if (evidenceId !== null) {
    return (
      <p className="row small quiet">
        <span>{words.inEvidence(linked.for, linked.against)}</span>
        <button type="button" className="link-button" onClick={() => go('evidence', { source: evidenceId })}>
          {words.openSource}
        </button>
      </p>
    );
  }
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={words.takeInOf(number)}
        title={words.takeInAbout}
        aria-disabled={take.busy}
        onClick={() => void take.run({ id })}
      >
        {words.takeIn}
      </Button>
      {take.error === null ? null : <ErrorNotice error={take.error} />}
    </>
  );
}
