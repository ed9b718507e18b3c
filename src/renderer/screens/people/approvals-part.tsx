import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { Person } from '../../../contract/person.ts';
import type { Approval } from '../../../contract/person-records.ts';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { localWords } from '../../parts/moment-words.ts';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';
import { PaperField } from './paper-field.tsx';
import { RecordLine, RecordsPart } from './record-line.tsx';

/** Approvals on file, oldest first. */
export function ApprovalsPart({ person, open }: { readonly person: Person; readonly open: boolean }) {
  const words = useWords().personRecords.approvals;
  const list = useQueryCall('approval.list', { personId: person.id });
  const [adding, setAdding] = useState(open);
  if (list.state === 'failed') return <ErrorNotice error={list.error} />;
  return (
    <RecordsPart
      title={words.title}
      about={words.about}
      none={words.none}
      add={words.add}
      any={(list.value ?? []).length > 0}
      adding={adding}
      onAdd={() => setAdding(true)}
      form={<ApprovalForm personId={person.id} onDone={() => setAdding(false)} />}
    >
      {(list.value ?? []).map((approval) => (
        <ApprovalLine key={approval.id} approval={approval} />
      ))}
    </RecordsPart>
  );
}

function ApprovalLine({ approval }: { readonly approval: Approval }) {
  const all = useWords();
  const words = all.personRecords.approvals;
  const withdraw = useCommandCall('approval.withdraw');
  const until = approval.until === null ? null : localWords(approval.until, all.parts.moment);
  return (
    <RecordLine
      withdrawTitle={words.withdrawOf(approval.what)}
      busy={withdraw.busy}
      error={withdraw.error}
      onWithdraw={async (reason) => (await withdraw.run({ id: approval.id, reason })) !== null}
    >
      <p>{approval.what}</p>
      <p className="small quiet">{words.line(approval.givenBy, localWords(approval.from, all.parts.moment), until)}</p>
      {approval.note === null ? null : <p className="small">{approval.note}</p>}
    </RecordLine>
  );
}

const Draft = z.object({
  what: z.string(),
  givenBy: z.string(),
  from: z.string(),
  until: z.string(),
  evidenceId: z.string(),
  note: z.string(),
});
const blank: z.infer<typeof Draft> = { what: '', givenBy: '', from: '', until: '', evidenceId: '', note: '' };

function ApprovalForm({ personId, onDone }: { readonly personId: string; readonly onDone: () => void }) {
  const all = useWords().personRecords;
  const words = all.approvals;
  const record = useCommandCall('approval.record');
  const { draft, change, forget } = useFormDraft(`approval/${personId}`, Draft, blank);
  const missing = [
    ...(draft.what.trim() === '' ? [words.missing.what] : []),
    ...(draft.givenBy.trim() === '' ? [words.missing.givenBy] : []),
    ...(draft.from === '' ? [words.missing.from] : []),
  ];
  const close = () => {
    forget();
    onDone();
  };
  const submit = async () => {
    const saved = await record.run({
      personId,
      what: draft.what.trim(),
      givenBy: draft.givenBy.trim(),
      from: draft.from,
      until: draft.until === '' ? null : draft.until,
      evidenceId: draft.evidenceId === '' ? null : draft.evidenceId,
      note: draft.note.trim() === '' ? null : draft.note.trim(),
    });
    if (saved !== null) close();
  };
  return (
    <section className="panel stack" aria-label={words.add}>
      <div className="form-grid">
        <TextInput
          className="form-wide"
          label={words.what}
          placeholder={words.whatPlaceholder}
          maxLength={4000}
          value={draft.what}
          onChange={(event) => change({ what: event.currentTarget.value })}
        />
        <TextInput
          label={words.givenBy}
          maxLength={200}
          value={draft.givenBy}
          onChange={(event) => change({ givenBy: event.currentTarget.value })}
        />
        <PaperField value={draft.evidenceId} onChange={(evidenceId) => change({ evidenceId })} />
        <TextInput
          type="date"
          label={words.from}
          value={draft.from}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={words.until}
          description={words.untilHelp}
          value={draft.until}
          onChange={(event) => change({ until: event.currentTarget.value })}
        />
        <TextInput
          className="form-wide"
          label={all.records.note}
          maxLength={4000}
          value={draft.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
      </div>
      {record.error === null ? null : <ErrorNotice error={record.error} />}
      <SubmitRow
        label={words.add}
        busyLabel={all.records.recording}
        busy={record.busy}
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
