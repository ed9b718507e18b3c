import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { CallOutput } from '../../../contract/calls.ts';
import type { Comparator, JustCauseView, RegisterLine } from '../../../contract/just-cause.ts';
import { useOs } from '../../engine/os.tsx';
import { useCommandCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';

/** Earlier similar cases, without names: how each is alike and how it differs stand side by side. */
export function ComparatorsPart({ sheet }: { readonly sheet: JustCauseView }) {
  const words = useWords().procedure.counsel;
  const os = useOs();
  const read = useCommandCall('comparator.read-register');
  const [found, setFound] = useState<CallOutput<'comparator.read-register'> | null>(null);
  /** What the form begins with; null where it is closed. */
  const [adding, setAdding] = useState<{ readonly from: RegisterLine | null } | null>(null);
  const start = (from: RegisterLine | null) => setAdding({ from });
  const choose = async () => {
    const [path] = (await os.chooseFiles()) ?? [];
    if (path !== undefined) setFound(await read.run({ path }));
  };
  return (
    <section className="stack" aria-label={words.comparators}>
      <div className="row-apart">
        <div>
          <h4>{words.comparators}</h4>
          <p className="quiet">{words.comparatorsAbout}</p>
        </div>
        <div className="row">
          <Button size="compact-sm" variant="default" title={words.registerAbout} onClick={() => void choose()}>
            {words.register}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => start(null)}>
            {words.add}
          </Button>
        </div>
      </div>
      {read.error === null ? null : <ErrorNotice error={read.error} />}
      {found === null ? null : <Register found={found} onUse={start} />}
      {sheet.comparators.length === 0 ? <p className="quiet">{words.noComparators}</p> : <Table sheet={sheet} />}
      {adding === null ? null : (
        <ComparatorForm
          key={JSON.stringify(adding.from)}
          respondentId={sheet.respondentId}
          from={adding.from}
          onDone={() => setAdding(null)}
        />
      )}
    </section>
  );
}

interface RegisterProps {
  readonly found: CallOutput<'comparator.read-register'>;
  readonly onUse: (line: RegisterLine) => void;
}

/** What a register holds: a person says which of it is similar, and how. */
function Register({ found, onUse }: RegisterProps) {
  const words = useWords().procedure.counsel;
  return (
    <div className="table-scroll">
      <ul className="dash-list">
        {found.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <table className="plain-table" aria-label={words.register}>
        <thead>
          <tr>
            <th scope="col">{words.fields.year}</th>
            <th scope="col">{words.fields.conduct}</th>
            <th scope="col">{words.fields.outcome}</th>
            <th scope="col">{words.fields.source}</th>
            <th scope="col">
              <span className="unseen">{words.take}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {found.lines.map((line) => (
            <tr key={`${line.year} ${line.source} ${line.conduct}`}>
              <th scope="row">{line.year}</th>
              <td>{line.conduct}</td>
              <td>{line.outcome}</td>
              <td>{line.source}</td>
              <td>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={words.takeOf(line.conduct)}
                  onClick={() => onUse(line)}
                >
                  {words.take}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Table({ sheet }: { readonly sheet: JustCauseView }) {
  const words = useWords().procedure.counsel;
  return (
    <div className="table-scroll">
      <table className="plain-table" aria-label={words.comparators}>
        <thead>
          <tr>
            {Object.entries(words.fields).map(([name, label]) => (
              <th key={name} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">{words.withdraw}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.comparators.map((each) => (
            <tr key={each.id}>
              <th scope="row">{each.year}</th>
              <td>{each.conduct}</td>
              <td>{each.outcome}</td>
              <td>{each.alike}</td>
              <td>{each.unlike}</td>
              <td>{each.source}</td>
              <td>
                <Withdraw comparator={each} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Withdraw({ comparator }: { readonly comparator: Comparator }) {
  const words = useWords().procedure.counsel;
  const withdraw = useCommandCall('comparator.withdraw');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={words.withdrawOf(comparator.year)}
        onClick={() => setAsking(true)}
      >
        {words.withdraw}
      </Button>
      <ReasonDialog
        opened={asking}
        title={words.withdrawOf(comparator.year)}
        about={words.withdrawAbout}
        action={words.withdraw}
        busy={withdraw.busy}
        error={withdraw.error}
        onCancel={() => setAsking(false)}
        onReason={(reason) => void withdraw.run({ id: comparator.id, reason }).then(() => setAsking(false))}
      />
    </>
  );
}

const Draft = z.object({
  year: z.string(),
  conduct: z.string(),
  outcome: z.string(),
  alike: z.string(),
  unlike: z.string(),
  source: z.string(),
});

const FIELDS = ['year', 'conduct', 'outcome', 'alike', 'unlike', 'source'] as const;

interface ComparatorFormProps {
  readonly respondentId: string;
  readonly from: RegisterLine | null;
  readonly onDone: () => void;
}

function ComparatorForm({ respondentId, from, onDone }: ComparatorFormProps) {
  const words = useWords().procedure.counsel;
  const add = useCommandCall('comparator.add');
  const blank = {
    year: String(from?.year ?? ''),
    conduct: from?.conduct ?? '',
    outcome: from?.outcome ?? '',
    alike: '',
    unlike: '',
    source: from?.source ?? '',
  };
  const form = useFormDraft(`comparator/${respondentId}/${from === null ? '' : JSON.stringify(from)}`, Draft, blank);
  const { draft, change } = form;
  const whole =
    /^\d{4}$/.test(draft.year) &&
    [draft.conduct, draft.outcome, draft.alike, draft.source].every((value) => value.trim() !== '');
  const submit = async () => {
    const saved = await add.run({ ...draft, respondentId, year: Number(draft.year) });
    if (saved === null) return;
    form.forget();
    onDone();
  };
  return (
    <div className="panel stack">
      <div className="form-grid">
        {FIELDS.map((name) => (
          <TextInput
            key={name}
            label={words.fields[name]}
            inputMode={name === 'year' ? 'numeric' : 'text'}
            value={draft[name]}
            onChange={(event) => change({ [name]: event.currentTarget.value })}
          />
        ))}
      </div>
      {add.error === null ? null : <ErrorNotice error={add.error} />}
      <SubmitRow
        label={words.saveComparator}
        busyLabel={words.saveComparator}
        busy={add.busy}
        missing={whole ? [] : [words.comparatorNeed]}
        onSubmit={() => void submit()}
      >
        <Button variant="subtle" onClick={onDone}>
          {words.cancel}
        </Button>
      </SubmitRow>
    </div>
  );
}
