import { IconCircleCheck, IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { AllegationView } from '../../../contract/finding.ts';
import type { DisputedFact } from '../../../contract/weighing.ts';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { SideBySide } from '../../parts/side-by-side.tsx';
import { useWords } from '../../words/use-words.ts';
import { PassageList } from '../findings/passage-list.tsx';
import { AccountsGrid } from './accounts-grid.tsx';
import { AuthenticityPart } from './authenticity-part.tsx';
import { ConclusionPart } from './conclusion-part.tsx';
import { ContextPart, ExplanationsPart } from './explanations-part.tsx';

interface FactDetailProps {
  readonly fact: DisputedFact;
  readonly view: AllegationView | null;
}

/** One disputed fact, in the order in which a careful person weighs it; at the end, what is believed and why. */
export function FactDetail({ fact, view }: FactDetailProps) {
  const words = useWords().accounts.weighing;
  return (
    <article className="allegation weighing" aria-label={words.number(fact.number)}>
      <header className="stack">
        <div className="row-apart">
          <p className="small quiet">
            {view === null ? null : words.allegationNumber(view.allegation.number, view.respondent)}
            {fact.elementLabel === null ? null : ` · ${fact.elementLabel}`}
          </p>
          <Withdraw fact={fact} />
        </div>
        <h2 className="fact-question">{fact.question}</h2>
        <StillOpen open={fact.open} />
      </header>
      <AccountsGrid fact={fact} view={view} />
      <Passages fact={fact} view={view} />
      <AuthenticityPart fact={fact} />
      <ExplanationsPart fact={fact} />
      <ContextPart fact={fact} />
      <ConclusionPart fact={fact} />
    </article>
  );
}

function StillOpen({ open }: { readonly open: readonly string[] }) {
  const words = useWords().accounts.weighing;
  if (open.length === 0) {
    return (
      <p className="row">
        <IconCircleCheck size={16} aria-hidden /> {words.nothingOpen}
      </p>
    );
  }
  return (
    <details className="missing-list" open>
      <summary className="row">
        <IconListCheck size={16} aria-hidden /> {words.stillOpen}
      </summary>
      <ul className="dash-list">
        {open.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}

function Passages({ fact, view }: FactDetailProps) {
  const words = useWords().accounts.weighing;
  const filter = { policy: view?.allegation.policy ?? null, clause: view?.allegation.clause ?? null };
  const links = useQueryCall('mapping.list', { itemId: null, allegationId: null, ...filter });
  const of = (ids: readonly string[]) => (links.value ?? []).filter(({ id }) => ids.includes(id));
  return (
    <section className="allegation-part stack" aria-label={words.passages}>
      <h3>{words.passages}</h3>
      <SideBySide
        about={fact.question}
        forCount={fact.passages.for.length}
        againstCount={fact.passages.against.length}
        forSide={<PassageList passages={of(fact.passages.for)} />}
        againstSide={<PassageList passages={of(fact.passages.against)} />}
      />
    </section>
  );
}

function Withdraw({ fact }: { readonly fact: DisputedFact }) {
  const words = useWords().accounts.weighing;
  const withdraw = useCommandCall('weighing.withdraw');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="link-button" onClick={() => setAsking(true)}>
        {words.withdraw}
      </button>
      <ReasonDialog
        opened={asking}
        title={words.withdraw}
        about={words.withdrawAbout}
        action={words.withdraw}
        busy={withdraw.busy}
        error={withdraw.error}
        onCancel={() => setAsking(false)}
        onReason={(reason) =>
          void withdraw.run({ id: fact.id, reason }).then((done) => {
            if (done !== null) setAsking(false);
          })
        }
      />
    </>
  );
}
