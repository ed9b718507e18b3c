import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useState } from 'react';
import type { AllegationView } from '../../../contract/finding.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ClauseCode } from '../../parts/clause-code.tsx';
import { localWords } from '../../parts/moment-words.ts';
import { QuotedWords } from '../../parts/quoted-words.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useWords } from '../../words/use-words.ts';
import { StateChip } from './allegation-list.tsx';
import { ElementsPart } from './elements-part.tsx';
import { ExceptionsPart } from './exceptions-part.tsx';
import { FindingPart } from './finding-part.tsx';
import { ForceChip } from './force-chip.tsx';
import { NoticeLine } from './notice-line.tsx';
import { QuestionsPart } from './questions-part.tsx';
import { ResponsePart } from './response-part.tsx';
import { ScreenPart } from './screen-part.tsx';

/** One allegation with everything that bears on it, in the order in which a careful person weighs it. */
export function AllegationDetail({ view }: { readonly view: AllegationView }) {
  const words = useWords().findings;
  const { allegation } = view;
  return (
    <article className="allegation" aria-label={words.list.number(allegation.number)}>
      <header className="stack">
        <div className="row-apart">
          <h2>
            {words.list.number(allegation.number)}: {view.respondent}
          </h2>
          <div className="row">
            <StateChip view={view} />
            {allegation.withdrawn ? null : <Withdraw view={view} />}
          </div>
        </div>
        {allegation.withdrawn ? <p>{words.detail.withdrawn}</p> : null}
        <PartsNav />
        <ClauseCard view={view} />
        <Specification view={view} />
      </header>
      <ElementsPart view={view} />
      <ExceptionsPart view={view} />
      <ScreenPart view={view} />
      <QuestionsPart view={view} />
      <ResponsePart view={view} />
      <FindingPart view={view} />
    </article>
  );
}

function PartsNav() {
  const all = useWords();
  const words = all.findings;
  const parts = [
    ['elements', words.elements.title],
    ['exceptions', words.exceptions.title],
    ['protected-speech', words.screen.title],
    ['questions', all.inquiry.questions.title],
    ['response', words.response.title],
    ['finding', words.finding.title],
  ] as const;
  return (
    <nav className="allegation-parts row" aria-label={words.detail.sections}>
      {parts.map(([id, title]) => (
        <button
          key={id}
          type="button"
          className="link-button"
          onClick={() => document.getElementById(id)?.scrollIntoView({ block: 'start' })}
        >
          {title}
        </button>
      ))}
    </nav>
  );
}

function ClauseCard({ view }: { readonly view: AllegationView }) {
  const words = useWords().findings;
  const { allegation, binds } = view;
  return (
    <section className="panel stack" aria-label={words.clauseWords}>
      <div className="row-apart">
        <p className="row">
          <strong>
            <ClauseCode policy={allegation.policy} clause={allegation.clause} />: {view.clauseLabel}
          </strong>
          <ForceChip force={view.force} />
        </p>
        <span className="small quiet">{words.detail.version(allegation.policyVersion)}</span>
      </div>
      <QuotedWords words={view.clauseWords} />
      <p className="binds-line" data-binds={binds.binds}>
        {binds.binds ? <IconCircleCheck size={16} aria-hidden /> : <IconCircleX size={16} aria-hidden />}
        <span>
          {binds.binds ? words.binds.yes : words.binds.no}. {binds.because}
        </span>
      </p>
      <NoticeLine view={view} />
    </section>
  );
}

function Specification({ view }: { readonly view: AllegationView }) {
  const all = useWords();
  const words = all.findings.detail;
  const { specification, conductOn, policyKnown } = view.allegation;
  return (
    <section className="stack-close" aria-label={words.specification}>
      <dl className="facts">
        <dt>{words.what}</dt>
        <dd>{specification.what}</dd>
        <dt>{words.when}</dt>
        <dd>{specification.when}</dd>
        <dt>{words.where}</dt>
        <dd>{specification.where}</dd>
        <dt>{words.toWhom}</dt>
        <dd>{specification.toWhom ?? words.toWhomUnknown}</dd>
        <dt>{words.conductOn}</dt>
        <dd>{localWords(conductOn, all.parts.moment)}</dd>
        <dt>{words.policyKnown}</dt>
        <dd>{policyKnown ?? words.policyKnownNot}</dd>
      </dl>
    </section>
  );
}

function Withdraw({ view }: { readonly view: AllegationView }) {
  const words = useWords().findings.detail;
  const withdraw = useCommandCall('allegation.withdraw');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="link-button" onClick={() => setAsking(true)}>
        {words.withdraw}
      </button>
      <ReasonDialog
        opened={asking}
        title={words.withdrawTitle(view.allegation.number)}
        about={words.withdrawWhy}
        action={words.withdraw}
        busy={withdraw.busy}
        error={withdraw.error}
        onCancel={() => setAsking(false)}
        onReason={(reason) =>
          void withdraw.run({ id: view.allegation.id, reason }).then((done) => {
            if (done !== null) setAsking(false);
          })
        }
      />
    </>
  );
}
