import { Button, Checkbox, Textarea } from '@mantine/core';
import { z } from 'zod';
import type { Person } from '../../../contract/person.ts';
import { type WitnessStatement, WriteStatement } from '../../../contract/statement.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { useUnsaved } from '../../engine/use-unsaved.ts';
import { ChoiceRow } from '../../parts/choice-row.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { WhenField } from '../../parts/when-field.tsx';
import { computerZone, reckon, WallClockShape, wallClock } from '../../parts/zoned-time.ts';
import { useWords } from '../../words/use-words.ts';

const { how: How, manner: Manner } = WriteStatement.shape;
const Draft = z.object({
  personId: z.string(),
  givenAt: WallClockShape,
  how: How,
  manner: Manner,
  words: z.string(),
  isSummary: z.boolean(),
});
type Draft = z.infer<typeof Draft>;

function draftOf(statement: WitnessStatement | null): Draft {
  if (statement === null) {
    const givenAt = { day: '', time: '', zone: computerZone() };
    return { personId: '', givenAt, how: 'spoken', manner: 'voluntary', words: '', isSummary: true };
  }
  const { personId, how, manner, words, isSummary } = statement;
  return { personId, how, manner, words, isSummary, givenAt: wallClock(Date.parse(statement.givenAt), computerZone()) };
}

interface StatementFormProps {
  readonly statement: WitnessStatement | null;
  readonly people: readonly Person[];
  readonly onDone: () => void;
}

/** A statement as it was given: whose, when, how, of whose will, and the words. */
export function StatementForm({ statement, people, onDone }: StatementFormProps) {
  const words = useWords().accounts.statements;
  const write = useCommandCall('witness-statement.write');
  const form = useUnsaved(`statement/${statement?.id ?? 'new'}`, Draft, draftOf(statement));
  const { draft, change } = form;
  const given = reckon(draft.givenAt);
  const missing = [
    ...(draft.personId === '' ? [words.missing.whom] : []),
    ...(given.ok ? [] : [words.missing.given]),
    ...(draft.words.trim() === '' ? [words.missing.words] : []),
  ];
  const submit = async () => {
    if (!given.ok) return;
    const saved = await write.run({ ...draft, id: statement?.id ?? null, givenAt: given.timestamp });
    if (saved === null) return;
    await form.forget();
    onDone();
  };
  if (!form.ready) return null;
  return (
    <section className="panel stack" aria-label={words.write}>
      <SelectField
        label={words.whom}
        value={draft.personId}
        options={[
          { value: '', label: '' },
          ...people.map(({ id, name, pseudonym }) => ({ value: id, label: pseudonym ?? name })),
        ]}
        onChange={(personId) => change({ personId })}
      />
      <WhenField label={words.given} value={draft.givenAt} onChange={(givenAt) => change({ givenAt })} />
      <ChoiceRow
        legend={words.how}
        value={draft.how}
        choices={How.options.map((value) => ({ value, label: words.hows[value] }))}
        onChange={(how) => change({ how })}
      />
      <ChoiceRow
        legend={words.manner}
        value={draft.manner}
        choices={Manner.options.map((value) => ({ value, label: words.manners[value] }))}
        onChange={(manner) => change({ manner })}
      />
      <Textarea
        label={words.words}
        classNames={{ input: 'reading' }}
        autosize
        minRows={4}
        maxLength={100_000}
        value={draft.words}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
      <Checkbox
        label={words.summary}
        checked={draft.isSummary}
        onChange={(event) => change({ isSummary: event.currentTarget.checked })}
      />
      {write.error === null ? null : <ErrorNotice error={write.error} />}
      <SubmitRow
        label={words.save}
        busyLabel={words.saving}
        busy={write.busy}
        missing={missing}
        onSubmit={() => void submit()}
      >
        <Button variant="subtle" onClick={onDone}>
          {words.close}
        </Button>
      </SubmitRow>
    </section>
  );
}
