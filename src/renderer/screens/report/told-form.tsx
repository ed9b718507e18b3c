import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ToldWhat } from '../../../contract/report.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { WhenField } from '../../parts/when-field.tsx';
import { computerZone, reckon } from '../../parts/zoned-time.ts';
import { useWords } from '../../words/use-words.ts';

/** Who was told, when, and by whom. */
export function ToldForm({ clockId, onDone }: { readonly clockId: string; readonly onDone: () => void }) {
  const words = useWords().inquiry.report;
  const record = useCommandCall('report.told');
  const [what, setWhat] = useState<ToldWhat>('oral-report');
  const [at, setAt] = useState({ day: '', time: '', zone: computerZone() });
  const [to, setTo] = useState('');
  const [by, setBy] = useState('');
  const [reference, setReference] = useState('');
  const told = reckon(at);
  const missing = [
    ...(told.ok ? [] : [words.missing.when]),
    ...(to.trim() === '' ? [words.missing.to] : []),
    ...(by.trim() === '' ? [words.missing.who] : []),
  ];
  const submit = async () => {
    if (!told.ok) return;
    const done = await record.run({
      clockId,
      what,
      toldAt: told.timestamp,
      toldTo: to.trim(),
      toldBy: by.trim(),
      reference: reference.trim() === '' ? null : reference.trim(),
    });
    if (done !== null) onDone();
  };
  return (
    <div className="stack">
      <SelectField
        label={words.what}
        value={what}
        options={ToldWhat.options.map((value) => ({ value, label: words.duties[value] }))}
        onChange={setWhat}
      />
      <WhenField label={words.toldAt} value={at} onChange={setAt} />
      <TextInput label={words.toldTo} required value={to} onChange={(event) => setTo(event.currentTarget.value)} />
      <TextInput label={words.toldBy} required value={by} onChange={(event) => setBy(event.currentTarget.value)} />
      <TextInput
        label={words.reference}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      {record.error === null ? null : <ErrorNotice error={record.error} />}
      <SubmitRow
        label={words.tell}
        busyLabel={words.tell}
        busy={record.busy}
        missing={missing}
        onSubmit={() => void submit()}
      />
    </div>
  );
}
