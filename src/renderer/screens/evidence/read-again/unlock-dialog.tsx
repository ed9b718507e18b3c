import { Button, Modal, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useCommandCall } from '../../../engine/use-call.ts';
import { tellDone } from '../../../frame/notices.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useWords } from '../../../words/use-words.ts';

interface UnlockDialogProps {
  readonly evidenceId: string;
  readonly onClose: () => void;
}

/** Asks for the password of an encrypted file; it goes to the reading and is kept nowhere, also not in this window. */
export function UnlockDialog({ evidenceId, onClose }: UnlockDialogProps) {
  const words = useWords();
  const own = words.readAgain.password;
  const unlock = useCommandCall('evidence.unlock');
  const [password, setPassword] = useState('');
  const [early, setEarly] = useState(false);
  return (
    <Modal opened onClose={onClose} title={own.title} closeButtonProps={{ 'aria-label': words.parts.close }}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setEarly(password === '');
          if (password === '') return;
          void unlock.run({ id: evidenceId, password }).then((job) => {
            if (job === null) return;
            tellDone(words.readAgain.started);
            onClose();
          });
        }}
      >
        <p>{own.about}</p>
        <PasswordInput
          label={own.label}
          autoComplete="off"
          data-autofocus
          value={password}
          error={early && password === '' ? own.missing : null}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {unlock.error === null ? null : <ErrorNotice error={unlock.error} />}
        <div className="row dialog-buttons">
          <Button variant="default" onClick={onClose}>
            {words.parts.cancel}
          </Button>
          <Button type="submit" loading={unlock.busy}>
            {own.action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
