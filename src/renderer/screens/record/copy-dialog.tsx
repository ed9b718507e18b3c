import { Button, Modal, TextInput } from '@mantine/core';
import { IconFolder, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { Audience } from '../../../contract/custody.ts';
import { useOs } from '../../engine/os.tsx';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { tellDone } from '../../frame/notices.ts';
import { ChoiceRow } from '../../parts/choice-row.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { pathIn } from './path-in.ts';

interface CopyDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Asks for whom a copy is made, who receives it and where it goes, and says that it is not encrypted. */
export function CopyDialog({ opened, onClose }: CopyDialogProps) {
  const all = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={all.record.copies.dialog.title}
      closeButtonProps={{ 'aria-label': all.parts.close }}
    >
      {opened ? <CopyForm onClose={onClose} /> : null}
    </Modal>
  );
}

function CopyForm({ onClose }: { readonly onClose: () => void }) {
  const all = useWords().record.copies;
  const words = all.dialog;
  const os = useOs();
  const state = useQueryCall('case.state', {});
  const start = useCommandCall('case.export');
  const [audience, setAudience] = useState<Audience | null>(null);
  const [to, setTo] = useState('');
  const [parent, setParent] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const needsName = audience === 'full' && to.trim() === '';
  // The copy gets a folder of its own in the one that was chosen.
  const folder =
    parent === null || audience === null ? null : pathIn(parent, `${state.value?.number ?? 'case'}-${audience}`);
  const make = async () => {
    setTried(true);
    if (audience === null || folder === null || needsName || start.busy) return;
    const job = await start.run({ folder, audience, to: to.trim() === '' ? null : to.trim() });
    if (job === null) return;
    tellDone(words.started(folder));
    onClose();
  };
  return (
    <form
      className="stack copy-form"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <ChoiceRow
        legend={words.audience}
        value={audience}
        choices={Audience.options.map((value) => ({ value, ...all.audiences[value] }))}
        onChange={setAudience}
      />
      {tried && audience === null ? <Missing words={words.audienceMissing} /> : null}
      <p className="copy-warning row">
        <IconLockOpen size={18} aria-hidden />
        <span>{audience === 'full' || audience === 'counsel' ? words.warningWhole : words.warning}</span>
      </p>
      <TextInput
        label={words.to}
        description={words.toHelp}
        error={tried && needsName ? words.toMissing : null}
        value={to}
        maxLength={200}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <div className="stack-close">
        <p className="field-label" id="copy-place">
          {words.place}
        </p>
        <div className="row">
          <Button
            variant="default"
            leftSection={<IconFolder size={14} aria-hidden />}
            aria-describedby="copy-place"
            onClick={() => void os.chooseFolder('place').then((path) => path !== null && setParent(path))}
          >
            {words.choose}
          </Button>
          {parent === null ? (
            <span className="small quiet copy-place">{words.placeNone}</span>
          ) : (
            <span className="mono small copy-place">{folder ?? parent}</span>
          )}
        </div>
        {tried && parent === null ? <Missing words={words.placeMissing} /> : null}
      </div>
      {start.error === null ? null : <ErrorNotice error={start.error} />}
      <div className="row dialog-buttons">
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button type="submit" aria-disabled={start.busy}>
          {words.confirm}
        </Button>
      </div>
    </form>
  );
}

function Missing({ words }: { readonly words: string }) {
  return (
    <p className="copy-missing small" role="alert">
      {words}
    </p>
  );
}
