import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { type DisputedFact, RecordAuthenticity } from '../../../contract/weighing.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ChoiceRow } from '../../parts/choice-row.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';

const { authorSays: AuthorSays } = RecordAuthenticity.shape;
const Draft = z.object({
  captured: z.string(),
  capturedBy: z.string(),
  authorSays: AuthorSays.nullable(),
  authorWords: z.string(),
  corroboratedBy: z.string(),
});
type Known = DisputedFact['authenticity'][number];

/** Whether each item that a passage stands in is what it seems. */
export function AuthenticityPart({ fact }: { readonly fact: DisputedFact }) {
  const words = useWords().accounts.weighing;
  return (
    <section className="allegation-part stack" aria-label={words.authenticity}>
      <h3>{words.authenticity}</h3>
      {fact.authenticity.length === 0 ? <p className="quiet">{words.authenticityNone}</p> : null}
      {fact.authenticity.map((known) => (
        <ItemCard key={known.itemId} known={known} />
      ))}
    </section>
  );
}

function ItemCard({ known }: { readonly known: Known }) {
  const words = useWords().accounts.weighing;
  const [writing, setWriting] = useState(false);
  const { itemNumber, author, recorded } = known;
  const rows =
    recorded === null
      ? []
      : ([
          [words.captured, recorded.captured],
          [words.capturedBy, recorded.capturedBy],
          [words.authorSays, words.authorSaysWords[recorded.authorSays]],
          [words.authorWords, recorded.authorWords],
          [words.corroboratedBy, recorded.corroboratedBy],
        ] as const);
  return (
    <section className="panel stack" aria-label={words.authenticityOf(itemNumber, author)}>
      <div className="row-apart">
        <h4>{words.authenticityOf(itemNumber, author)}</h4>
        {writing ? null : (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={words.lookIntoOf(itemNumber)}
            onClick={() => setWriting(true)}
          >
            {words.lookInto}
          </Button>
        )}
      </div>
      {recorded === null && !writing ? <p className="quiet">{words.notLookedInto}</p> : null}
      {rows.length === 0 || writing ? null : (
        <dl className="facts">
          {rows.map(([label, value]) =>
            value === null ? null : (
              <div key={label} className="fact-row">
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
      )}
      {writing ? <ItemForm known={known} onDone={() => setWriting(false)} /> : null}
    </section>
  );
}

function ItemForm({ known, onDone }: { readonly known: Known; readonly onDone: () => void }) {
  const words = useWords().accounts.weighing;
  const record = useCommandCall('authenticity.record');
  const { itemId, recorded } = known;
  const { draft, change, forget } = useFormDraft(`authenticity/${itemId}`, Draft, {
    captured: recorded?.captured ?? '',
    capturedBy: recorded?.capturedBy ?? '',
    authorSays: recorded?.authorSays ?? null,
    authorWords: recorded?.authorWords ?? '',
    corroboratedBy: recorded?.corroboratedBy ?? '',
  });
  const missing = [
    ...(draft.captured.trim() === '' ? [words.authenticityMissing.captured] : []),
    ...(draft.authorSays === null ? [words.authenticityMissing.authorSays] : []),
  ];
  const submit = async () => {
    if (draft.authorSays === null) return;
    const saved = await record.run({
      itemId,
      captured: draft.captured.trim(),
      capturedBy: orNull(draft.capturedBy),
      authorSays: draft.authorSays,
      authorWords: orNull(draft.authorWords),
      corroboratedBy: orNull(draft.corroboratedBy),
    });
    if (saved === null) return;
    forget();
    onDone();
  };
  const field = (name: 'captured' | 'capturedBy' | 'authorWords' | 'corroboratedBy') => (
    <TextInput
      label={words[name]}
      maxLength={4000}
      value={draft[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <div className="stack">
      <div className="form-grid">
        {field('captured')}
        {field('capturedBy')}
      </div>
      <ChoiceRow
        legend={words.authorSays}
        value={draft.authorSays}
        choices={AuthorSays.options.map((value) => ({ value, label: words.authorSaysWords[value] }))}
        onChange={(authorSays) => change({ authorSays })}
      />
      <div className="form-grid">
        {field('authorWords')}
        {field('corroboratedBy')}
      </div>
      {record.error === null ? null : <ErrorNotice error={record.error} />}
      <SubmitRow
        label={words.record}
        name={`${words.record}: ${words.authenticityOf(known.itemNumber, known.author)}`}
        busyLabel={words.recording}
        busy={record.busy}
        missing={missing}
        onSubmit={() => void submit()}
      >
        <Button variant="subtle" onClick={onDone}>
          {words.close}
        </Button>
      </SubmitRow>
    </div>
  );
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
