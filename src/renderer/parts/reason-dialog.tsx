import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CallError } from '../../contract/wire.ts';
import { useWords } from '../words/use-words.ts';
import { ErrorNotice } from './error-notice.tsx';

interface ReasonDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What happens, and what stays. */
  readonly about: string;
  /** The verb of what is done: `Withdraw the link`. */
  readonly action: string;
  readonly busy?: boolean;
  readonly error?: CallError | null;
  readonly onCancel: () => void;
  readonly onReason: (reason: string) => void;
}

/** Asks for a reason before something is withdrawn, set aside or overridden. */
export function ReasonDialog(props: ReasonDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onCancel} title={props.title} closeButtonProps={useCloseLabel()}>
      {props.opened ? <ReasonForm {...props} /> : null}
    </Modal>
  );
}

function useCloseLabel() {
  return { 'aria-label': useWords().parts.close };
}

function ReasonForm({ about, action, busy = false, error = null, onCancel, onReason }: ReasonDialogProps) {
  const words = useWords().parts;
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (given !== '') onReason(given);
      }}
    >
      <p>{about}</p>
      <Textarea
        label={words.reason.label}
        description={words.reason.hint}
        autosize
        minRows={2}
        required
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        // Enter alone begins a new line of the reason.
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
        }}
      />
      {error === null ? null : <ErrorNotice error={error} />}
      <div className="row dialog-buttons">
        <Button variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button type="submit" disabled={given === ''} loading={busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}
