import { Button, Modal, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Person } from '../../../contract/person.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';

interface MergeDialogProps {
  /** The entry that it starts from. */
  readonly person: Person;
  /** The other entry; null lets it be chosen. */
  readonly other: Person | null;
  readonly people: readonly Person[];
  readonly onDone: (kept: string | null) => void;
}

/** Takes two entries for one person: which one is kept, and why. */
export function MergeDialog(props: MergeDialogProps) {
  const all = useWords();
  return (
    <Modal
      opened
      onClose={() => props.onDone(null)}
      title={all.personRecords.merge.title}
      closeButtonProps={{ 'aria-label': all.parts.close }}
    >
      <MergeForm {...props} />
    </Modal>
  );
}

function MergeForm({ person, other: given, people, onDone }: MergeDialogProps) {
  const all = useWords();
  const words = all.personRecords.merge;
  const merge = useCommandCall('person.merge');
  const others = people.filter(({ id }) => id !== person.id);
  const [otherId, setOtherId] = useState(given?.id ?? others[0]?.id ?? '');
  const [kept, setKept] = useState(person.id);
  const [reason, setReason] = useState('');
  const other = given ?? others.find(({ id }) => id === otherId) ?? null;
  const line = (one: Person) => words.keepLine(one.name, all.people.roles[one.caseRole], one.number);
  const submit = async () => {
    if (other === null) return;
    const merged = kept === person.id ? other.id : person.id;
    const into = kept === person.id ? person.id : other.id;
    const done = await merge.run({ kept: into, merged, reason: reason.trim() });
    if (done !== null) onDone(done.id);
  };
  return (
    <div className="stack">
      <p>{words.about}</p>
      {given === null ? (
        <SelectField
          label={words.other}
          value={otherId}
          options={others.map((one) => ({ value: one.id, label: line(one) }))}
          onChange={(id) => {
            setOtherId(id);
            setKept(person.id);
          }}
        />
      ) : null}
      {other === null ? null : (
        <Radio.Group label={words.keep} value={kept} onChange={setKept}>
          <div className="stack-close">
            {[person, other].map((one) => (
              <Radio key={one.id} value={one.id} label={line(one)} />
            ))}
          </div>
        </Radio.Group>
      )}
      <Textarea
        label={words.reason}
        description={words.reasonHelp}
        autosize
        minRows={2}
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {merge.error === null ? null : <ErrorNotice error={merge.error} />}
      <SubmitRow
        label={words.action}
        busyLabel={words.merging}
        busy={merge.busy}
        missing={reason.trim() === '' ? [words.reasonMissing] : []}
        onSubmit={() => void submit()}
      >
        <Button variant="subtle" onClick={() => onDone(null)}>
          {all.parts.cancel}
        </Button>
      </SubmitRow>
    </div>
  );
}
