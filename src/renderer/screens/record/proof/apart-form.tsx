import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { Compartment, type CompartmentRow } from '../../../../contract/custody.ts';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { ChoiceRow } from '../../../parts/choice-row.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { SelectField } from '../../../parts/select-field.tsx';
import { SubmitRow } from '../../../parts/submit-row.tsx';
import { useWords } from '../../../words/use-words.ts';
import { type ChosenSubject, chosenSubjects, useSubjects } from './use-subjects.ts';

/** One page of items: the number asked for is in it unless hundreds were read anew. */
const PAGE = 500;

interface ApartFormProps {
  readonly rows: readonly CompartmentRow[];
  readonly onDone: () => void;
}

/** Puts a record into a compartment, with the reason. */
export function ApartForm({ rows, onDone }: ApartFormProps) {
  const words = useWords().caseFile.apart;
  const set = useCommandCall('compartment.set');
  const [kind, setKind] = useState<ChosenSubject>('evidence');
  const [chosen, setChosen] = useState('');
  const [into, setInto] = useState<Compartment | null>(null);
  const [reason, setReason] = useState('');
  const subjects = useSubjects(kind);
  const item = useItemId(kind === 'item' ? Number(chosen) : null);
  const id = kind === 'item' ? item : chosen;
  const missing = [
    ...(chosen === '' ? [words.missing.which] : []),
    ...(chosen !== '' && id === null ? [words.missing.item] : []),
    ...(into === null ? [words.missing.into] : []),
    ...(reason.trim() === '' ? [words.missing.reason] : []),
  ];
  const submit = async () => {
    if (id === null || into === null) return;
    const already = rows.filter((row) => row.subject === kind && row.id === id).map(({ compartment }) => compartment);
    const compartments = [...new Set([...already, into])];
    if ((await set.run({ subject: kind, id, compartments, reason })) !== null) onDone();
  };
  return (
    <div className="stack">
      <div className="form-grid">
        <SelectField
          label={words.kind}
          value={kind}
          options={chosenSubjects.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(value) => {
            setKind(value);
            setChosen('');
          }}
        />
        {kind === 'item' ? (
          <TextInput
            label={words.whichItem}
            inputMode="numeric"
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value.replace(/\D/g, ''))}
          />
        ) : (
          <SelectField
            label={words.which}
            value={chosen}
            options={[
              { value: '', label: subjects.length === 0 ? words.noSubjects : '' },
              ...subjects.map((subject) => ({ value: subject.id, label: subject.name })),
            ]}
            onChange={setChosen}
          />
        )}
      </div>
      <ChoiceRow
        legend={words.into}
        value={into}
        choices={Compartment.options.map((value) => ({
          value,
          label: words.compartments[value],
          about: words.compartmentsAbout[value],
        }))}
        onChange={setInto}
      />
      <TextInput
        label={words.reason}
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {set.error === null ? null : <ErrorNotice error={set.error} />}
      <SubmitRow
        label={words.confirm}
        busyLabel={words.confirm}
        busy={set.busy}
        missing={missing}
        onSubmit={() => void submit()}
      />
    </div>
  );
}

/** The id of the item that bears a number; null while none is found. */
function useItemId(number: number | null): string | null {
  const offset = Math.max(0, (number ?? 0) - PAGE);
  const page = useQueryCall('item.page', { sort: 'number', offset, limit: PAGE }, { enabled: number !== null });
  return page.value?.rows.find((row) => row.number === number)?.id ?? null;
}
