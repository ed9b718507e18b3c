import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { DisputedFact } from '../../../contract/weighing.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ChoiceRow } from '../../parts/choice-row.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { timestampWords } from '../../parts/moment-words.ts';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';

const NOBODY = 'nobody';
const Draft = z.object({ believed: z.string().nullable(), reasons: z.string() });

/** Which account is believed and why; the reasons go into the referral. */
export function ConclusionPart({ fact }: { readonly fact: DisputedFact }) {
  const words = useWords().accounts.weighing;
  const [again, setAgain] = useState(false);
  const { conclusion } = fact;
  return (
    <section className="allegation-part stack" aria-label={words.conclusion}>
      <div>
        <h3>{words.conclusion}</h3>
        <p className="quiet">{words.conclusionAbout}</p>
      </div>
      {conclusion === null || again ? <ConclusionForm fact={fact} onDone={() => setAgain(false)} /> : null}
      {conclusion === null || again ? null : <Concluded fact={fact} onAgain={() => setAgain(true)} />}
    </section>
  );
}

function Concluded({ fact, onAgain }: { readonly fact: DisputedFact; readonly onAgain: () => void }) {
  const all = useWords();
  const words = all.accounts.weighing;
  const { conclusion, accounts } = fact;
  if (conclusion === null) return null;
  const believed = accounts.find(({ id }) => id === conclusion.believed) ?? null;
  return (
    <article className="finding-record stack" aria-label={words.conclusion}>
      <p className="finding-record-words">{believed === null ? words.nobody : words.believedIs(believed.where)}</p>
      <p>{conclusion.reasons}</p>
      <p className="small quiet">{words.concluded(conclusion.by, timestampWords(conclusion.at, all.parts.moment))}</p>
      <div>
        <Button size="compact-sm" variant="default" onClick={onAgain}>
          {words.again}
        </Button>
      </div>
    </article>
  );
}

function ConclusionForm({ fact, onDone }: { readonly fact: DisputedFact; readonly onDone: () => void }) {
  const words = useWords().accounts.weighing;
  const conclude = useCommandCall('weighing.conclude');
  const { draft, change, forget } = useFormDraft(`conclusion/${fact.id}`, Draft, { believed: null, reasons: '' });
  const missing = [
    ...(draft.believed === null ? [words.concludeMissing.believed] : []),
    ...(draft.reasons.trim() === '' ? [words.concludeMissing.reasons] : []),
  ];
  const submit = async () => {
    const believed = draft.believed === NOBODY ? null : draft.believed;
    const saved = await conclude.run({ factId: fact.id, believed, reasons: draft.reasons.trim() });
    if (saved === null) return;
    forget();
    onDone();
  };
  return (
    <div className="stack">
      <ChoiceRow
        legend={words.believed}
        value={draft.believed}
        choices={[
          ...fact.accounts.map(({ id, where, says }) => ({ value: id, label: where, about: says })),
          { value: NOBODY, label: words.nobody },
        ]}
        onChange={(believed) => change({ believed })}
      />
      <Textarea
        label={words.reasons}
        autosize
        minRows={3}
        maxLength={4000}
        value={draft.reasons}
        onChange={(event) => change({ reasons: event.currentTarget.value })}
      />
      {conclude.error === null ? null : <ErrorNotice error={conclude.error} />}
      <SubmitRow
        label={words.conclude}
        busyLabel={words.recording}
        busy={conclude.busy}
        missing={missing}
        onSubmit={() => void submit()}
      />
    </div>
  );
}
