import { Button, PasswordInput } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommandCall } from '../engine/use-call.ts';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { useWords } from '../words/use-words.ts';
import { type Locked, setLocked } from './locked.ts';
import '../parts/forms.css';

/** All that is seen of a locked case: that there is one. Its passphrase leads back to the room that was left. */
export function LockedScreen({ locked }: { readonly locked: Locked }) {
  const words = useWords().caseFile.locked;
  const open = useCommandCall('case.open');
  const look = useCommandCall('case.look');
  const [passphrase, setPassphrase] = useState('');
  const { run, busy, error } = locked.look ? look : open;
  const submit = async () => {
    if (busy) return;
    const state = await run({ path: locked.path, passphrase: locked.encrypted ? passphrase : null });
    if (state === null) return;
    window.location.hash = locked.place;
    setLocked(null);
  };
  return (
    <main className="locked">
      <form
        className="panel stack locked-form"
        aria-labelledby="locked-title"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h1 id="locked-title" className="row">
          {locked.encrypted ? <IconLock size={22} aria-hidden /> : <IconLockOpen size={22} aria-hidden />}
          {locked.encrypted ? words.title : words.titlePlain}
        </h1>
        <p>{locked.encrypted ? words.about : words.aboutPlain}</p>
        {locked.encrypted ? (
          <PasswordInput
            label={words.passphrase}
            autoFocus
            autoComplete="off"
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
        ) : null}
        {error === null ? null : <ErrorNotice error={error} />}
        <div className="row">
          <Button type="submit" aria-disabled={busy} autoFocus={!locked.encrypted}>
            {busy ? words.opening : words.open}
          </Button>
          <Button variant="subtle" onClick={() => setLocked(null)}>
            {words.leave}
          </Button>
        </div>
      </form>
    </main>
  );
}
