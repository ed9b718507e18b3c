import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { WhenField } from '../../parts/when-field.tsx';
import { computerZone, reckon } from '../../parts/zoned-time.ts';
import { useWords } from '../../words/use-words.ts';

/** When somebody first learned of it, who, and which child: the hours of the law run from there. */
export function StartForm({ itemId, onDone }: { readonly itemId: string | null; readonly onDone: () => void }) {
  const words = useWords().inquiry.report;
  const start = useCommandCall('report.start');
  const people = useQueryCall('person.list', {});
  const [at, setAt] = useState({ day: '', time: '', zone: computerZone() });
  const [knownBy, setKnownBy] = useState('');
  const [childId, setChild] = useState<string | null>(null);
  const known = reckon(at);
  const missing = [...(known.ok ? [] : [words.missing.when]), ...(knownBy.trim() === '' ? [words.missing.who] : [])];
  const students = (people.value ?? []).filter(
    ({ caseRole, occupation }) => caseRole === 'student' || occupation === 'student',
  );
  const submit = async () => {
    if (!known.ok) return;
    const started = await start.run({ itemId, childId, knownAt: known.timestamp, knownBy: knownBy.trim() });
    if (started !== null) onDone();
  };
  return (
    <div className="stack">
      <WhenField label={words.knownAt} value={at} onChange={setAt} />
      <TextInput
        label={words.knownBy}
        required
        value={knownBy}
        onChange={(event) => setKnownBy(event.currentTarget.value)}
      />
      <Select
        label={words.child}
        description={words.childHint}
        clearable
        data={students.map(({ id, name, pseudonym }) => ({
          value: id,
          label: pseudonym === null ? name : `${pseudonym}: ${name}`,
        }))}
        value={childId}
        onChange={setChild}
      />
      {start.error === null ? null : <ErrorNotice error={start.error} />}
      <SubmitRow
        label={words.start}
        busyLabel={words.start}
        busy={start.busy}
        missing={missing}
        onSubmit={() => void submit()}
      />
    </div>
  );
}
