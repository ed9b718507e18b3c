import { Button, Modal } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseState } from '../../../../contract/case.ts';
import { useQueryCall } from '../../../engine/use-call.ts';
import { useWords } from '../../../words/use-words.ts';
import { ApproveForm, CloseForm, DestroyForm } from './retention-forms.tsx';
import { useAsked } from './use-asked.ts';

type Doing = 'close' | 'approve' | 'destroy';

/** Closing the case for good, how long it is kept, and the way to its destruction. */
export function RetentionPanel({ state }: { readonly state: CaseState }) {
  const all = useWords();
  const words = all.caseFile.retention;
  const retention = useQueryCall('retention.view', {});
  const [doing, setDoing] = useState<Doing | null>(null);
  const leave = () => setDoing(null);
  const writable = state.readOnly === null;
  useAsked('retention', () => setDoing(writable ? 'close' : null));
  if (retention.value === null) return null;
  const { closing, approval, kept } = retention.value;
  const titles = { close: words.closeTitle, approve: words.approveTitle, destroy: words.destroyTitle };
  return (
    <section className="panel stack" aria-labelledby="retention">
      <h2 id="retention">{words.title}</h2>
      {closing === null ? <p className="quiet">{words.open}</p> : null}
      {closing === null ? null : (
        <div className="stack-close">
          <p>{words.closed(closing.at.slice(0, 10), closing.by)}</p>
          <p>{words.keptUntil(closing.period, closing.keepUntil, closing.authority)}</p>
          {approval === null ? null : (
            <p>{words.approved(approval.approvedBy, approval.approvedOn, approval.reference)}</p>
          )}
          {kept === null ? null : <p className="quiet">{words.kept(kept)}</p>}
        </div>
      )}
      <div className="row">
        {closing === null ? (
          <Button
            variant="default"
            disabled={!writable}
            leftSection={<IconArchive size={14} aria-hidden />}
            onClick={() => setDoing('close')}
          >
            {words.close}
          </Button>
        ) : (
          <Button variant="default" onClick={() => setDoing('approve')}>
            {words.approve}
          </Button>
        )}
        {closing !== null && kept === null ? (
          <Button variant="default" onClick={() => setDoing('destroy')}>
            {words.destroy}
          </Button>
        ) : null}
      </div>
      <Modal
        opened={doing !== null}
        onClose={leave}
        size="lg"
        title={doing === null ? '' : titles[doing]}
        closeButtonProps={{ 'aria-label': all.parts.close }}
      >
        {doing === 'close' ? <CloseForm onDone={leave} /> : null}
        {doing === 'approve' ? <ApproveForm needsDay={closing?.keepUntil === null} onDone={leave} /> : null}
        {doing === 'destroy' ? <DestroyForm number={state.number} onDone={leave} /> : null}
      </Modal>
    </section>
  );
}
