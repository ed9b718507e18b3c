import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useOs } from '../../../engine/os.tsx';
import { useAskAllAgain, useCommandCall } from '../../../engine/use-call.ts';
import { leaveAllPlaces } from '../../../frame/navigation.tsx';
import { tellDone } from '../../../frame/notices.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { SubmitRow } from '../../../parts/submit-row.tsx';
import { useWords } from '../../../words/use-words.ts';

export function CloseForm({ onDone }: { readonly onDone: () => void }) {
  const words = useWords().caseFile.retention;
  const close = useCommandCall('retention.close');
  const [draft, setDraft] = useState({ period: '', keepUntil: '', authority: '' });
  const put = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const missing = [
    ...(draft.period.trim() === '' ? [words.missing.period] : []),
    ...(draft.authority.trim() === '' ? [words.missing.authority] : []),
  ];
  const submit = async () => {
    const done = await close.run({ ...draft, keepUntil: draft.keepUntil === '' ? null : draft.keepUntil });
    if (done !== null) onDone();
  };
  return (
    <div className="stack">
      <p>{words.closeAbout}</p>
      <TextInput
        label={words.period}
        description={words.periodHelp}
        data-autofocus
        value={draft.period}
        onChange={(event) => put({ period: event.currentTarget.value })}
      />
      <TextInput
        label={words.authority}
        description={words.authorityHelp}
        value={draft.authority}
        onChange={(event) => put({ authority: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.until}
        description={words.untilHelp}
        value={draft.keepUntil}
        onChange={(event) => put({ keepUntil: event.currentTarget.value })}
      />
      {close.error === null ? null : <ErrorNotice error={close.error} />}
      <SubmitRow
        label={words.confirmClose}
        busyLabel={words.confirmClose}
        busy={close.busy}
        missing={missing}
        onSubmit={() => void submit()}
      />
    </div>
  );
}

interface ApproveFormProps {
  /** The end of retention was not known when the case was closed. */
  readonly needsDay: boolean;
  readonly onDone: () => void;
}

export function ApproveForm({ needsDay, onDone }: ApproveFormProps) {
  const words = useWords().caseFile.retention;
  const approve = useCommandCall('retention.approve');
  const [draft, setDraft] = useState({ approvedBy: '', approvedOn: '', reference: '', keepUntil: '' });
  const put = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const missing = [
    ...(draft.approvedBy.trim() === '' ? [words.missing.approvedBy] : []),
    ...(draft.approvedOn === '' ? [words.missing.approvedOn] : []),
    ...(draft.reference.trim() === '' ? [words.missing.reference] : []),
  ];
  const submit = async () => {
    const done = await approve.run({ ...draft, keepUntil: draft.keepUntil === '' ? null : draft.keepUntil });
    if (done !== null) onDone();
  };
  return (
    <div className="stack">
      <p>{words.approveAbout}</p>
      <TextInput
        label={words.approvedBy}
        data-autofocus
        value={draft.approvedBy}
        onChange={(event) => put({ approvedBy: event.currentTarget.value })}
      />
      <div className="form-grid">
        <TextInput
          type="date"
          label={words.approvedOn}
          value={draft.approvedOn}
          onChange={(event) => put({ approvedOn: event.currentTarget.value })}
        />
        <TextInput
          label={words.reference}
          value={draft.reference}
          onChange={(event) => put({ reference: event.currentTarget.value })}
        />
        {needsDay ? (
          <TextInput
            type="date"
            label={words.until}
            value={draft.keepUntil}
            onChange={(event) => put({ keepUntil: event.currentTarget.value })}
          />
        ) : null}
      </div>
      {approve.error === null ? null : <ErrorNotice error={approve.error} />}
      <SubmitRow
        label={words.confirmApprove}
        busyLabel={words.confirmApprove}
        busy={approve.busy}
        missing={missing}
        onSubmit={() => void submit()}
      />
    </div>
  );
}

export function DestroyForm({ number, onDone }: { readonly number: string; readonly onDone: () => void }) {
  const words = useWords().caseFile.retention;
  const os = useOs();
  const destroy = useCommandCall('retention.destroy');
  const askAllAgain = useAskAllAgain();
  const [typed, setTyped] = useState('');
  const submit = async () => {
    const folder = await os.chooseFolder('place');
    if (folder === null) return;
    const done = await destroy.run({ number: typed, folder, note: null });
    if (done === null) return;
    tellDone(words.destroyed(done.certificate));
    onDone();
    leaveAllPlaces();
    askAllAgain();
  };
  return (
    <div className="stack">
      <p>{words.destroyAbout}</p>
      <TextInput
        label={words.number(number)}
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {destroy.error === null ? null : <ErrorNotice error={destroy.error} />}
      <SubmitRow
        label={words.destroyConfirm}
        busyLabel={words.destroyConfirm}
        busy={destroy.busy}
        missing={typed.trim() === number ? [] : [words.missing.number]}
        onSubmit={() => void submit()}
      />
    </div>
  );
}
