import { Button, Modal } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseState } from '../../contract/case.ts';
import { useCommandCall } from '../engine/use-call.ts';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { useWords } from '../words/use-words.ts';
import { tellDone } from './notices.ts';

/** Above every room while nothing can be changed: why, and the way on. */
export function ReadOnlyStrip({ state }: { readonly state: CaseState }) {
  const all = useWords();
  const words = all.caseFile.look;
  const take = useCommandCall('hand-over.take');
  const [asking, setAsking] = useState<'named' | 'other' | null>(null);
  const { readOnly } = state;
  if (readOnly === null) return null;
  const taken = async (reason: string | null) => {
    if ((await take.run({ reason })) === null) return;
    setAsking(null);
    tellDone(words.taken);
  };
  const mayTakeOther = readOnly.why === 'handed-over' || readOnly.why === 'not-holder';
  return (
    <section className="read-only-strip" aria-label={words.strip}>
      <IconEye size={16} aria-hidden />
      <strong>{words.strip}</strong>
      <span className="read-only-words">{readOnly.words}</span>
      {readOnly.mayTake ? (
        <Button size="compact-sm" onClick={() => setAsking('named')}>
          {words.take}
        </Button>
      ) : null}
      {mayTakeOther && !readOnly.mayTake ? (
        <button type="button" className="link-button" onClick={() => setAsking('other')}>
          {words.takeOther}
        </button>
      ) : null}
      <Modal
        opened={asking === 'named'}
        onClose={() => setAsking(null)}
        title={words.takeTitle}
        closeButtonProps={{ 'aria-label': all.parts.close }}
      >
        <div className="stack">
          <p>{words.takeAbout}</p>
          {take.error === null ? null : <ErrorNotice error={take.error} />}
          <div className="row dialog-buttons">
            <Button variant="default" onClick={() => setAsking(null)}>
              {all.parts.cancel}
            </Button>
            <Button data-autofocus loading={take.busy} onClick={() => void taken(null)}>
              {words.take}
            </Button>
          </div>
        </div>
      </Modal>
      <ReasonDialog
        opened={asking === 'other'}
        title={words.takeOther}
        about={words.takeOtherAbout}
        action={words.take}
        busy={take.busy}
        error={take.error}
        onCancel={() => setAsking(null)}
        onReason={(reason) => void taken(reason)}
      />
    </section>
  );
}
