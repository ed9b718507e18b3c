import { Button, Textarea } from '@mantine/core';
import { z } from 'zod';
import type { Person } from '../../../contract/person.ts';
import { type Conflict, ConflictKind } from '../../../contract/person-records.ts';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';

const Handled = z.enum(['open', 'replaced', 'disclosed', 'none-needed']);
const Draft = z.object({
  kind: ConflictKind,
  toward: z.string(),
  words: z.string(),
  handled: Handled,
  handling: z.string(),
});

interface ConflictFormProps {
  readonly person: Person;
  /** The conflict of which it is said what was done; null records a new one. */
  readonly settles: Conflict | null;
  readonly onDone: () => void;
}

/** Records a conflict of interest, or says what was done about one. */
export function ConflictForm({ person, settles, onDone }: ConflictFormProps) {
  const all = useWords().personRecords;
  const words = all.conflicts;
  const people = useQueryCall('person.list', {});
  const record = useCommandCall('conflict.record');
  const handle = useCommandCall('conflict.handle');
  const blank: z.infer<typeof Draft> = {
    kind: 'friendship',
    toward: '',
    words: '',
    handled: settles === null ? 'open' : 'replaced',
    handling: '',
  };
  const { draft, change, forget } = useFormDraft(`conflict/${settles?.id ?? person.id}`, Draft, blank);
  const others = (people.value ?? []).filter(({ id }) => id !== person.id);
  const isSettled = draft.handled !== 'open';
  const missing = [
    ...(settles === null && draft.words.trim() === '' ? [words.missing.words] : []),
    ...(isSettled && draft.handling.trim() === '' ? [words.missing.handling] : []),
  ];
  const close = () => {
    forget();
    onDone();
  };
  const save = () => {
    const handling = draft.handling.trim();
    if (settles !== null && draft.handled !== 'open') {
      return handle.run({ id: settles.id, handled: draft.handled, handling });
    }
    return record.run({
      personId: person.id,
      towardId: draft.toward === '' ? null : draft.toward,
      kind: draft.kind,
      words: draft.words.trim(),
      handled: draft.handled,
      handling: isSettled ? handling : null,
    });
  };
  const submit = async () => {
    if ((await save()) !== null) close();
  };
  const error = record.error ?? handle.error;
  return (
    <section className="panel stack" aria-label={settles === null ? words.add : words.settleOf(settles.words)}>
      {settles === null ? (
        <div className="form-grid">
          <SelectField
            label={words.kind}
            value={draft.kind}
            options={ConflictKind.options.map((value) => ({ value, label: words.kinds[value] }))}
            onChange={(kind) => change({ kind })}
          />
          <SelectField
            label={words.toward}
            value={draft.toward}
            options={[
              { value: '', label: words.towardMatter },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(toward) => change({ toward })}
          />
          <Textarea
            className="form-wide"
            label={words.words}
            autosize
            minRows={1}
            maxLength={4000}
            value={draft.words}
            onChange={(event) => change({ words: event.currentTarget.value })}
          />
        </div>
      ) : null}
      <SelectField
        label={words.handled}
        value={draft.handled}
        options={Handled.options
          .filter((value) => settles === null || value !== 'open')
          .map((value) => ({ value, label: words.handledWords[value] }))}
        onChange={(handled) => change({ handled })}
      />
      {isSettled ? (
        <Textarea
          label={words.handling}
          autosize
          minRows={1}
          maxLength={4000}
          value={draft.handling}
          onChange={(event) => change({ handling: event.currentTarget.value })}
        />
      ) : null}
      {error === null ? null : <ErrorNotice error={error} />}
      <SubmitRow
        label={settles === null ? words.add : words.settle}
        busyLabel={all.records.recording}
        busy={record.busy || handle.busy}
        missing={missing}
        onSubmit={() => void submit()}
      >
        <Button variant="subtle" onClick={close}>
          {all.records.cancel}
        </Button>
      </SubmitRow>
    </section>
  );
}
