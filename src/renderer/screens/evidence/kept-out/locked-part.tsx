import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { LockedSource } from '../../../../contract/keeping.ts';
import { useCommandCall } from '../../../engine/use-call.ts';
import { TimestampText } from '../../../parts/moment-text.tsx';
import { ReasonDialog } from '../../../parts/reason-dialog.tsx';
import { useWords } from '../../../words/use-words.ts';
import { RemoveDialog } from './remove-dialog.tsx';

/** Locked files: lifting a lock is a decision with its reason; removing needs a written instruction. */
export function LockedPart({ entries }: { readonly entries: readonly LockedSource[] }) {
  const words = useWords().keptOut;
  const lift = useCommandCall('protection.lift');
  const [lifting, setLifting] = useState<LockedSource | null>(null);
  const [removing, setRemoving] = useState<LockedSource | null>(null);
  return (
    <section className="panel stack-close">
      <h2>
        <IconLock size={17} aria-hidden /> {words.locked.title}
      </h2>
      <p className="quiet">{words.closedAbout.locked}</p>
      <ul className="kept-out-list">
        {entries.map((entry) => (
          <li key={entry.lockId} className="kept-out-entry">
            <div className="stack-close">
              <p className="kept-out-name">
                {entry.source.number}. {entry.source.name}
              </p>
              <p>{words.because[entry.because]}</p>
              {entry.alikeTo === null ? null : <p className="quiet">{words.locked.alike(entry.alikeTo)}</p>}
              {entry.note === null ? null : <p>{entry.note}</p>}
              <p className="quiet">
                {words.locked.by(entry.by)}, <TimestampText at={entry.at} />
              </p>
            </div>
            <div className="row">
              <Button variant="default" onClick={() => setLifting(entry)}>
                {words.locked.lift}
              </Button>
              <Button variant="default" onClick={() => setRemoving(entry)}>
                {words.locked.remove}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <ReasonDialog
        opened={lifting !== null}
        title={words.locked.liftTitle}
        about={words.locked.liftAbout}
        action={words.locked.lift}
        busy={lift.busy}
        error={lift.error}
        onCancel={() => setLifting(null)}
        onReason={(reason) => {
          if (lifting === null) return;
          void lift.run({ id: lifting.lockId, reason }).then((done) => {
            if (done !== null) setLifting(null);
          });
        }}
      />
      {removing === null ? null : <RemoveDialog source={removing.source} onClose={() => setRemoving(null)} />}
    </section>
  );
}
