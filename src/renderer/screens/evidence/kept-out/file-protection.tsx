import { Button } from '@mantine/core';
import { IconEyeOff, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { EvidenceRow } from '../../../../contract/evidence.ts';
import { useCommandCall } from '../../../engine/use-call.ts';
import { useNavigation } from '../../../frame/navigation.tsx';
import { useWords } from '../../../words/use-words.ts';
import { LockDialog } from './lock-dialog.tsx';

/** Why a file is closed, or the ways to close it: a lock at once, a veil over a graphic picture. */
export function FileProtection({ row }: { readonly row: EvidenceRow }) {
  const words = useWords().keptOut;
  const { set } = useNavigation();
  const [locking, setLocking] = useState(false);
  const veil = useCommandCall('protection.veil');
  const { closed } = row;
  if (closed !== null && closed !== 'holds-closed') {
    return (
      <section className="stack-close">
        <h3>
          <IconEyeOff size={15} aria-hidden /> {words.closed[closed]}
        </h3>
        <p>{words.closedAbout[closed]}</p>
        <div className="row">
          <Button variant="default" onClick={() => set({ files: 'kept-out' })}>
            {words.see}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <section className="stack-close">
      {closed === null ? null : <p>{words.closedAbout[closed]}</p>}
      <div className="row">
        <Button variant="default" leftSection={<IconLock size={15} aria-hidden />} onClick={() => setLocking(true)}>
          {words.lock.button}
        </Button>
        {isPicture(row) ? (
          <Button
            variant="default"
            leftSection={<IconEyeOff size={15} aria-hidden />}
            loading={veil.busy}
            onClick={() => void veil.run({ evidenceId: row.id, veiled: !row.veiled, because: null })}
          >
            {row.veiled ? words.veil.off : words.veil.put}
          </Button>
        ) : null}
      </div>
      {locking ? <LockDialog evidenceId={row.id} isPicture={isPicture(row)} onClose={() => setLocking(false)} /> : null}
    </section>
  );
}

function isPicture({ outcome }: EvidenceRow): boolean {
  return outcome?.width !== undefined;
}
