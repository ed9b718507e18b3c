import { Button } from '@mantine/core';
import { IconKey, IconLock, IconLockOpen, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseState } from '../../../../contract/case.ts';
import { useWords } from '../../../words/use-words.ts';
import { EscrowPart } from './escrow-part.tsx';
import { PassphraseDialog } from './passphrase-dialog.tsx';
import { SheetDialog } from './sheet-dialog.tsx';
import { useAsked } from './use-asked.ts';

/** What opens the case file, and what can be done about it. */
export function ProtectionPanel({ state }: { readonly state: CaseState }) {
  const words = useWords().caseFile.protection;
  const [doing, setDoing] = useState<'passphrase' | 'sheet' | null>(null);
  const leave = () => setDoing(null);
  const writable = state.readOnly === null;
  useAsked('passphrase', () => setDoing(writable ? 'passphrase' : null));
  useAsked('sheet', () => setDoing(state.encrypted ? 'sheet' : null));
  const Sign = state.encrypted ? IconLock : IconLockOpen;
  return (
    <section className="panel stack" aria-labelledby="protection">
      <div className="stack-close">
        <h2 id="protection">{words.title}</h2>
        <p className="file-sign">
          <Sign size={16} aria-hidden />
          <span>{state.encrypted ? words.encrypted : words.plain}</span>
        </p>
        <p className="small quiet file-path">{state.path}</p>
      </div>
      <div className="row">
        <Button
          variant="default"
          leftSection={<IconKey size={14} aria-hidden />}
          disabled={!writable}
          onClick={() => setDoing('passphrase')}
        >
          {state.encrypted ? words.change : words.first}
        </Button>
        {state.encrypted ? (
          <Button
            variant="default"
            leftSection={<IconPrinter size={14} aria-hidden />}
            onClick={() => setDoing('sheet')}
          >
            {words.sheet}
          </Button>
        ) : null}
      </div>
      {state.encrypted ? <EscrowPart writable={writable} /> : null}
      <PassphraseDialog opened={doing === 'passphrase'} encrypted={state.encrypted} onClose={leave} />
      <SheetDialog opened={doing === 'sheet'} number={state.number} onClose={leave} />
    </section>
  );
}
