import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { PastDisciplineRow } from '../../../contract/just-cause.ts';
import type { Person } from '../../../contract/person.ts';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { localWords } from '../../parts/moment-words.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';

/** What was done before, for each employee, and whether the agreement still lets it be relied on. */
export function PastDisciplinePart({ respondents }: { readonly respondents: readonly Person[] }) {
  const words = useWords().procedure.past;
  return (
    <section className="stack" aria-label={words.title}>
      <div>
        <h2>{words.title}</h2>
        <p className="quiet">{words.about}</p>
      </div>
      {respondents.map((person) => (
        <OfPerson key={person.id} person={person} />
      ))}
    </section>
  );
}

function OfPerson({ person }: { readonly person: Person }) {
  const words = useWords().procedure.past;
  const past = useQueryCall('past-discipline.list', { respondentId: person.id });
  const [adding, setAdding] = useState(false);
  return (
    <div className="stack">
      <div className="row-apart">
        <h3>{person.name}</h3>
        <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      </div>
      {past.state === 'failed' ? <ErrorNotice error={past.error} /> : null}
      {past.value?.rows.length === 0 ? <p className="quiet">{words.none}</p> : null}
      {(past.value?.rows ?? []).map((row) => (
        <PastItem key={row.id} row={row} />
      ))}
      {adding && past.value !== null ? (
        <PastForm
          respondentId={person.id}
          items={past.value.items}
          exceptions={past.value.exceptions}
          onDone={() => setAdding(false)}
        />
      ) : null}
    </div>
  );
}

function PastItem({ row }: { readonly row: PastDisciplineRow }) {
  const all = useWords();
  const words = all.procedure.past;
  const withdraw = useCommandCall('past-discipline.withdraw');
  const [asking, setAsking] = useState(false);
  const state = row.ageing === null ? 'unknown' : row.ageing.live ? 'live' : 'aged';
  return (
    <div className="stack-close">
      <div className="row-apart">
        <p>
          <strong>{row.item}</strong>, {localWords(row.on, all.parts.moment)}
          {row.subject === null ? null : `, ${row.subject}`}
        </p>
        <span className="chip" data-tone={state === 'live' ? 'attention' : 'blocked'}>
          {words[state]}
        </span>
      </div>
      {row.ageing === null ? null : (
        <p className="small">
          {row.ageing.why} {row.ageing.kept}
        </p>
      )}
      {row.note === null ? null : <p className="small">{row.note}</p>}
      <div>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={words.withdrawOf(row.item, row.on)}
          onClick={() => setAsking(true)}
        >
          {words.withdraw}
        </Button>
      </div>
      <ReasonDialog
        opened={asking}
        title={words.withdrawOf(row.item, row.on)}
        about={words.withdrawAbout}
        action={words.withdraw}
        busy={withdraw.busy}
        error={withdraw.error}
        onCancel={() => setAsking(false)}
        onReason={(reason) => void withdraw.run({ id: row.id, reason }).then(() => setAsking(false))}
      />
    </div>
  );
}

const Draft = z.object({
  item: z.string(),
  on: z.string(),
  subject: z.string(),
  conduct: z.array(z.string()),
  request: z.string(),
  note: z.string(),
});

interface PastFormProps {
  readonly respondentId: string;
  readonly items: readonly string[];
  readonly exceptions: readonly string[];
  readonly onDone: () => void;
}

function PastForm({ respondentId, items, exceptions, onDone }: PastFormProps) {
  const words = useWords().procedure.past;
  const record = useCommandCall('past-discipline.record');
  const form = useFormDraft(`past/${respondentId}`, Draft, {
    item: items[0] ?? '',
    on: '',
    subject: '',
    conduct: [],
    request: '',
    note: '',
  });
  const { draft, change } = form;
  const missing = [
    ...(draft.item.trim() === '' ? [words.missing.item] : []),
    ...(draft.on === '' ? [words.missing.on] : []),
  ];
  const submit = async () => {
    const saved = await record.run({
      respondentId,
      item: draft.item,
      on: draft.on,
      subject: draft.subject.trim() || null,
      conduct: draft.conduct,
      moveRequestedOn: draft.request || null,
      note: draft.note.trim() || null,
    });
    if (saved === null) return;
    form.forget();
    onDone();
  };
  const field = (name: 'item' | 'on' | 'subject' | 'request' | 'note', type: 'text' | 'date') => (
    <TextInput
      type={type}
      label={words[name]}
      list={name === 'item' ? `past-items-${respondentId}` : undefined}
      value={draft[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <section className="panel stack" aria-label={words.add}>
      <datalist id={`past-items-${respondentId}`}>
        {items.map((item) => (
          <option key={item} value={item} />
        ))}
      </datalist>
      <div className="form-grid">
        {field('item', 'text')}
        {field('on', 'date')}
        {field('subject', 'text')}
        {field('request', 'date')}
        {field('note', 'text')}
      </div>
      {exceptions.map((name) => (
        <Checkbox
          key={name}
          label={words.conduct(name)}
          checked={draft.conduct.includes(name)}
          onChange={(event) =>
            change({
              conduct: event.currentTarget.checked
                ? [...draft.conduct, name]
                : draft.conduct.filter((each) => each !== name),
            })
          }
        />
      ))}
      {record.error === null ? null : <ErrorNotice error={record.error} />}
      <SubmitRow
        label={words.save}
        busyLabel={words.save}
        busy={record.busy}
        missing={missing}
        onSubmit={() => void submit()}
      >
        <Button variant="subtle" onClick={onDone}>
          {useWords().procedure.counsel.cancel}
        </Button>
      </SubmitRow>
    </section>
  );
}
