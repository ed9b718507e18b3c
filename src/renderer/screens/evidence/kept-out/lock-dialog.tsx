import { Button, Modal, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ClosedBecause } from '../../../../contract/keeping.ts';
import { useCommandCall } from '../../../engine/use-call.ts';
import { tellDone } from '../../../frame/notices.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useWords } from '../../../words/use-words.ts';

interface LockDialogProps {
  readonly evidenceId: string;
  /** Only a picture can show somebody. */
  readonly isPicture: boolean;
  readonly onClose: () => void;
}

/** Locks a file at once; for a picture of an unclothed minor it says what to do now, and what not. */
export function LockDialog({ evidenceId, isPicture, onClose }: LockDialogProps) {
  const words = useWords();
  const own = words.keptOut.lock;
  const lock = useCommandCall('protection.lock');
  const [because, setBecause] = useState<ClosedBecause>(isPicture ? 'unclothed-minor' : 'privileged');
  const [note, setNote] = useState('');
  return (
    <Modal opened onClose={onClose} title={own.title} closeButtonProps={{ 'aria-label': words.parts.close }}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void lock.run({ evidenceId, because, note: note.trim() || null }).then((done) => {
            if (done === null) return;
            tellDone(own.done);
            onClose();
          });
        }}
      >
        <p>{own.about}</p>
        <Select
          label={own.because}
          allowDeselect={false}
          data={ClosedBecause.options.map((value) => ({ value, label: words.keptOut.because[value] }))}
          value={because}
          onChange={(value) => setBecause(ClosedBecause.catch('unclothed-minor').parse(value))}
        />
        {because === 'unclothed-minor' ? (
          <div className="flag-notice" data-tone="late" role="note">
            <p>{own.minor}</p>
          </div>
        ) : null}
        <Textarea
          label={own.note}
          autosize
          minRows={1}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {lock.error === null ? null : <ErrorNotice error={lock.error} />}
        <div className="row dialog-buttons">
          <Button variant="default" onClick={onClose}>
            {words.parts.cancel}
          </Button>
          <Button type="submit" loading={lock.busy} data-autofocus>
            {own.action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
