import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { BackupChoice } from './backup-choice.tsx';
import { type CaseOpening, caseName } from './use-case-opening.ts';

/** Where the case itself cannot be opened for writing, a copy can still be read. */
const LOOKED_AT: ReadonlySet<string> = new Set(['case-in-use', 'disk-full', 'case-folder-missing']);

/** Asks for the passphrase of the case file at hand. */
export function OpenCaseForm({ opening, path }: { readonly opening: CaseOpening; readonly path: string }) {
  const all = useWords();
  const words = all.start.opening;
  const [backups, setBackups] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  if (backups) {
    return (
      <BackupChoice casePath={path} onOpen={(laid) => opening.open(laid, null)} onLeave={() => setBackups(false)} />
    );
  }
  const kind = opening.error?.kind;
  return (
    <form
      className="panel stack"
      aria-label={words.title(caseName(path))}
      onSubmit={(event) => {
        event.preventDefault();
        opening.open(path, passphrase === '' ? null : passphrase);
      }}
    >
      <div>
        <h2>{words.title(caseName(path))}</h2>
        <p className="small quiet start-path">{path}</p>
      </div>
      <PasswordInput
        label={words.passphrase}
        description={words.passphraseHelp}
        autoFocus
        autoComplete="off"
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      {opening.error === null ? null : <ErrorNotice error={opening.error} />}
      {kind !== undefined && LOOKED_AT.has(kind) ? (
        <div className="row">
          <Button variant="default" onClick={() => opening.look(path, passphrase === '' ? null : passphrase)}>
            {all.caseFile.look.button}
          </Button>
          <span className="small quiet">{all.caseFile.look.about}</span>
        </div>
      ) : null}
      <div className="row">
        <Button type="submit" aria-disabled={opening.busy}>
          {opening.busy ? words.opening : words.open}
        </Button>
        <Button variant="subtle" onClick={opening.leave}>
          {words.cancel}
        </Button>
        <button type="button" className="link-button" onClick={() => setBackups(true)}>
          {all.caseFile.takeBackup.way}
        </button>
      </div>
    </form>
  );
}
