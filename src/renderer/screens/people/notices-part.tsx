import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { Person } from '../../../contract/person.ts';
import { NoticeMeans, type PolicyNotice } from '../../../contract/person-records.ts';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { localWords } from '../../parts/moment-words.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';
import { PaperField } from './paper-field.tsx';
import { RecordLine, RecordsPart } from './record-line.tsx';

/** Proofs that somebody had a policy, oldest first. */
export function NoticesPart({ person, open }: { readonly person: Person; readonly open: boolean }) {
  const words = useWords().personRecords.notices;
  const list = useQueryCall('policy-notice.list', { personId: person.id });
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
      form={<NoticeForm personId={person.id} onDone={() => setAdding(false)} />}
    >
      {(list.value ?? []).map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </RecordsPart>
  );
}

function NoticeLine({ notice }: { readonly notice: PolicyNotice }) {
  const all = useWords();
  const words = all.personRecords.notices;
  const withdraw = useCommandCall('policy-notice.withdraw');
  const day = localWords(notice.on, all.parts.moment);
  return (
    <RecordLine
      withdrawTitle={words.withdrawOf(words.means[notice.how], day)}
      busy={withdraw.busy}
      error={withdraw.error}
      onWithdraw={async (reason) => (await withdraw.run({ id: notice.id, reason })) !== null}
    >
      <p>
        {words.means[notice.how]}, {day}
      </p>
      <p className="small quiet">{words.line(notice.policy, notice.version)}</p>
      {notice.note === null ? null : <p className="small">{notice.note}</p>}
    </RecordLine>
  );
}

const Draft = z.object({
  /** `norwalk@2013-09-03`; the version is empty where the paper does not say. */
  policy: z.string(),
  version: z.string(),
  how: NoticeMeans,
  on: z.string(),
  evidenceId: z.string(),
  note: z.string(),
});

function NoticeForm({ personId, onDone }: { readonly personId: string; readonly onDone: () => void }) {
  const all = useWords().personRecords;
  const words = all.notices;
  const shelf = useQueryCall('policy.list', {});
  const record = useCommandCall('policy-notice.record');
  const versions = (shelf.value?.policies ?? [])
    .filter(({ used }) => used)
    .map(({ policy, version, title }) => ({ policy, version, title }));
  const policies = [...new Set(versions.map(({ policy }) => policy))];
  const titleOf = (id: string) => versions.findLast(({ policy }) => policy === id)?.title ?? id;
  const blank = { policy: '', version: '', how: 'acknowledgement', on: '', evidenceId: '', note: '' } as const;
  const { draft, change, forget } = useFormDraft(`policy-notice/${personId}`, Draft, blank);
  const policy = draft.policy === '' ? (policies[0] ?? '') : draft.policy;
  const missing = [...(policy === '' ? [words.missing.policy] : []), ...(draft.on === '' ? [words.missing.on] : [])];
  const close = () => {
    forget();
    onDone();
  };
  const submit = async () => {
    const saved = await record.run({
      personId,
      policy,
      version: draft.version === '' ? null : draft.version,
      how: draft.how,
      on: draft.on,
      evidenceId: draft.evidenceId === '' ? null : draft.evidenceId,
      note: draft.note.trim() === '' ? null : draft.note.trim(),
    });
    if (saved !== null) close();
  };
  return (
    <section className="panel stack" aria-label={words.add}>
      <div className="form-grid">
        <SelectField
          label={words.policy}
          value={policy}
          options={policies.map((value) => ({ value, label: titleOf(value) }))}
          onChange={(value) => change({ policy: value, version: '' })}
        />
        <SelectField
          label={words.version}
          value={draft.version}
          options={[
            { value: '', label: words.versionUnknown },
            ...versions
              .filter((one) => one.policy === policy)
              .map(({ version }) => ({ value: version, label: version })),
          ]}
          onChange={(version) => change({ version })}
        />
        <SelectField
          label={words.how}
          value={draft.how}
          options={NoticeMeans.options.map((value) => ({ value, label: words.means[value] }))}
          onChange={(how) => change({ how })}
        />
        <TextInput
          type="date"
          label={words.on}
          value={draft.on}
          onChange={(event) => change({ on: event.currentTarget.value })}
        />
        <PaperField value={draft.evidenceId} onChange={(evidenceId) => change({ evidenceId })} />
        <TextInput
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
