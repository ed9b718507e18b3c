import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { type CaseOpening, caseName } from './use-case-opening.ts';

/** Asks for the passphrase of the case file at hand. */
export function OpenCaseForm({ opening, path }: { readonly opening: CaseOpening; readonly path: string }) {
  const words = useWords().start.opening;
  const [passphrase, setPassphrase] = useState('');
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
      <div className="row">
        <Button type="submit" aria-disabled={opening.busy}>
          {opening.busy ? words.opening : words.open}
        </Button>
        <Button variant="subtle" onClick={opening.leave}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
