import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallError } from '../../../../contract/wire.ts';
import { useCommandCall } from '../../../engine/use-call.ts';
import { tellDone } from '../../../frame/notices.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useWords } from '../../../words/use-words.ts';
import { PathList } from './path-list.tsx';
import './receipt.css';

/** What to do about a picture that must not be kept: not to copy or forward it, and whom to call. */
function StopWords() {
  const words = useWords().keptOut.stop;
  return (
    <div className="flag-notice stop-words" data-tone="late" role="alert">
      <IconHandStop size={22} aria-hidden />
      <ol>
        {words.todo.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </div>
  );
}

interface StopForFilesProps {
  readonly paths: readonly string[];
  readonly save: { readonly busy: boolean; readonly error: CallError | null; readonly notTakenIn: () => void };
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** The stop screen for files that were about to be received: their names are recorded, nothing of them is opened. */
export function StopForFiles({ paths, save, onBack, onClose }: StopForFilesProps) {
  const words = useWords();
  const own = words.keptOut.stop;
  return (
    <Modal opened onClose={onClose} title={own.title} size="lg" closeButtonProps={{ 'aria-label': words.parts.close }}>
      <div className="stack">
        <StopWords />
        <PathList paths={paths} />
        <p className="quiet">{own.about}</p>
        {save.error === null ? null : <ErrorNotice error={save.error} />}
        <div className="row dialog-buttons">
          <Button variant="default" onClick={onBack}>
            {own.back}
          </Button>
          <Button onClick={save.notTakenIn} loading={save.busy}>
            {own.record}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

interface StopDialogProps {
  readonly onClose: () => void;
}

/** The stop screen for a file that somebody has not handed in yet: a record of its name, and nothing of the file. */
export function StopDialog({ onClose }: StopDialogProps) {
  const words = useWords();
  const own = words.keptOut.stop;
  const stop = useCommandCall('protection.stop');
  const [name, setName] = useState('');
  const [where, setWhere] = useState('');
  const [called, setCalled] = useState('');
  const record = async () => {
    const stopped = await stop.run({
      name: name.trim(),
      receiptId: null,
      whereItIs: where.trim() || null,
      called: called.trim() || null,
    });
    if (stopped === null) return;
    tellDone(own.done);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={own.title} size="lg" closeButtonProps={{ 'aria-label': words.parts.close }}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void record();
        }}
      >
        <StopWords />
        <p className="quiet">{own.about}</p>
        <TextInput
          label={own.name}
          description={own.nameHint}
          required
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput label={own.where} value={where} onChange={(event) => setWhere(event.currentTarget.value)} />
        <Textarea
          label={own.called}
          autosize
          minRows={2}
          value={called}
          onChange={(event) => setCalled(event.currentTarget.value)}
        />
        {stop.error === null ? null : <ErrorNotice error={stop.error} />}
        <div className="row dialog-buttons">
          <Button variant="default" onClick={onClose}>
            {words.parts.cancel}
          </Button>
          <Button type="submit" disabled={name.trim() === ''} loading={stop.busy}>
            {own.record}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
