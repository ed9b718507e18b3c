import { Button, Modal, PasswordInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { RecoverySheet } from '../../../../contract/case-file-calls.ts';
import { useOs } from '../../../engine/os.tsx';
import { useCommandCall } from '../../../engine/use-call.ts';
import { ChoiceRow } from '../../../parts/choice-row.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useWords } from '../../../words/use-words.ts';
import '../../start/start.css';

interface SheetDialogProps {
  readonly opened: boolean;
  readonly number: string;
  readonly onClose: () => void;
}

/** Prints the recovery sheet once more, whole or in two halves, for whoever knows the passphrase. */
export function SheetDialog({ opened, number, onClose }: SheetDialogProps) {
  const all = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={all.caseFile.sheet.title}
      closeButtonProps={{ 'aria-label': all.parts.close }}
    >
      {opened ? <SheetForm number={number} onClose={onClose} /> : null}
    </Modal>
  );
}

function SheetForm({ number, onClose }: Omit<SheetDialogProps, 'opened'>) {
  const words = useWords().caseFile.sheet;
  const ask = useCommandCall('recovery.sheet');
  const [passphrase, setPassphrase] = useState('');
  const [sheet, setSheet] = useState<RecoverySheet | null>(null);
  if (sheet !== null) return <Sheet sheet={sheet} number={number} onClose={onClose} />;
  const show = async () => {
    if (!ask.busy) setSheet(await ask.run({ now: passphrase }));
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void show();
      }}
    >
      <p>{words.about}</p>
      <PasswordInput
        label={words.passphrase}
        data-autofocus
        autoComplete="off"
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      {ask.error === null ? null : <ErrorNotice error={ask.error} />}
      <div className="row dialog-buttons">
        <Button type="submit" aria-disabled={ask.busy}>
          {ask.busy ? words.showing : words.show}
        </Button>
      </div>
    </form>
  );
}

type Which = 'whole' | 'first' | 'second';

interface SheetProps {
  readonly sheet: RecoverySheet;
  readonly number: string;
  readonly onClose: () => void;
}

function Sheet({ sheet, number, onClose }: SheetProps) {
  const words = useWords().caseFile.sheet;
  const os = useOs();
  const [which, setWhich] = useState<Which>('whole');
  const shown = which === 'whole' ? sheet.key : sheet.halves[which];
  return (
    <div className="stack recovery-sheet">
      <ChoiceRow
        legend={words.which}
        value={which}
        choices={(['whole', 'first', 'second'] as const).map((value) => ({
          value,
          label: words[value],
          about: words[`${value}About`],
        }))}
        onChange={setWhich}
      />
      <p className="recovery-key">{shown}</p>
      {which === 'whole' ? null : <p className="quiet">{words.pair}</p>}
      <div className="row dialog-buttons">
        <Button variant="default" onClick={onClose}>
          {words.done}
        </Button>
        <Button leftSection={<IconPrinter size={14} aria-hidden />} onClick={() => void os.print()}>
          {words.print}
        </Button>
      </div>
      <div className="recovery-sheet-print" aria-hidden="true">
        <h1>{which === 'whole' ? words.paper : words.paperHalf(words[which])}</h1>
        <p>{words.paperFor(number)}</p>
        <p className="recovery-key">{shown}</p>
        <p>{which === 'whole' ? words.paperUse : words.paperUseHalf}</p>
      </div>
    </div>
  );
}
