import { Modal, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useCommandCall } from '../../../engine/use-call.ts';
import { tellDone } from '../../../frame/notices.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { SubmitRow } from '../../../parts/submit-row.tsx';
import { useWords } from '../../../words/use-words.ts';
import { PassphraseFields } from '../../start/passphrase-fields.tsx';
import { shortestPassphrase } from '../../start/passphrase-strength.ts';

interface PassphraseDialogProps {
  readonly opened: boolean;
  readonly encrypted: boolean;
  readonly onClose: () => void;
}

/** Gives the case another passphrase, or its first one. */
export function PassphraseDialog({ opened, encrypted, onClose }: PassphraseDialogProps) {
  const all = useWords();
  const words = all.caseFile.protection;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={encrypted ? words.changeTitle : words.firstTitle}
      closeButtonProps={{ 'aria-label': all.parts.close }}
    >
      {opened ? <PassphraseForm encrypted={encrypted} onClose={onClose} /> : null}
    </Modal>
  );
}

function PassphraseForm({ encrypted, onClose }: Omit<PassphraseDialogProps, 'opened'>) {
  const words = useWords().caseFile.protection;
  const change = useCommandCall('case.new-passphrase');
  const [draft, setDraft] = useState({ now: '', passphrase: '', repeat: '' });
  const put = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const missing = [
    ...(encrypted && draft.now === '' ? [words.missing.now] : []),
    ...([...draft.passphrase].length < shortestPassphrase ? [words.missing.short] : []),
    ...(draft.passphrase === draft.repeat ? [] : [words.missing.differ]),
  ];
  const start = async () => {
    const job = await change.run({ now: encrypted ? draft.now : null, next: draft.passphrase });
    if (job === null) return;
    tellDone(words.started);
    onClose();
  };
  return (
    <div className="stack">
      <p>{words.changeAbout}</p>
      {encrypted ? (
        <PasswordInput
          label={words.now}
          description={words.nowHelp}
          data-autofocus
          autoComplete="off"
          value={draft.now}
          onChange={(event) => put({ now: event.currentTarget.value })}
        />
      ) : null}
      <PassphraseFields
        passphrase={draft.passphrase}
        repeat={draft.repeat}
        label={words.next}
        help={words.nextHelp}
        repeatLabel={words.again}
        onChange={put}
      />
      {encrypted ? <p className="quiet">{words.stays}</p> : null}
      {change.error === null ? null : <ErrorNotice error={change.error} />}
      <SubmitRow
        label={words.start}
        busyLabel={words.starting}
        busy={change.busy}
        missing={missing}
        onSubmit={() => void start()}
      />
    </div>
  );
}
