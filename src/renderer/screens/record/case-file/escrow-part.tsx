import { Button, Modal, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useOs } from '../../../engine/os.tsx';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { tellDone } from '../../../frame/notices.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useWords } from '../../../words/use-words.ts';

/** Whether the district could open this case if passphrase and sheet were lost, and the way to let it. */
export function EscrowPart({ writable }: { readonly writable: boolean }) {
  const all = useWords();
  const words = all.caseFile.escrow;
  const escrow = useQueryCall('escrow.view', {});
  const [asking, setAsking] = useState(false);
  if (escrow.value === null) return null;
  const { holder, key, sealed } = escrow.value;
  const last = sealed.at(-1);
  return (
    <div className="stack-close">
      <h3>{words.title}</h3>
      {holder === null || key === null ? <p className="quiet">{words.none}</p> : null}
      {holder === null || key === null ? null : (
        <>
          <p>{words.holder(holder, key)}</p>
          <p className="quiet">{last === undefined ? words.notSealed : words.sealed(last.at.slice(0, 10), last.by)}</p>
          <div>
            <Button variant="default" disabled={!writable} onClick={() => setAsking(true)}>
              {last === undefined ? words.seal : words.again}
            </Button>
          </div>
        </>
      )}
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={words.title2}
        closeButtonProps={{ 'aria-label': all.parts.close }}
      >
        {asking ? <SealForm onDone={() => setAsking(false)} /> : null}
      </Modal>
    </div>
  );
}

function SealForm({ onDone }: { readonly onDone: () => void }) {
  const all = useWords().caseFile;
  const os = useOs();
  const seal = useCommandCall('escrow.seal');
  const [now, setNow] = useState('');
  const start = async () => {
    const folder = await os.chooseFolder('place');
    if (folder === null) return;
    const saved = await seal.run({ folder, now });
    if (saved === null) return;
    tellDone(all.escrow.done(saved.path));
    onDone();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!seal.busy) void start();
      }}
    >
      <p>{all.escrow.dialogAbout}</p>
      <PasswordInput
        label={all.protection.now}
        description={all.protection.nowHelp}
        data-autofocus
        autoComplete="off"
        value={now}
        onChange={(event) => setNow(event.currentTarget.value)}
      />
      {seal.error === null ? null : <ErrorNotice error={seal.error} />}
      <div className="row dialog-buttons">
        <Button type="submit" aria-disabled={seal.busy}>
          {all.escrow.choose}
        </Button>
      </div>
    </form>
  );
}
