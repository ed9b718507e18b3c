import { Button, Checkbox } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useOs } from '../../engine/os.tsx';
import { useQueryCall } from '../../engine/use-call.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';
import './start.css';

/** Shown once, right after a case was created: the key that opens it when the passphrase is forgotten. */
export function RecoveryKey({ onKept }: { readonly onKept: () => void }) {
  const words = useWords().start.recovery;
  const os = useOs();
  const recovery = useQueryCall('case.recovery-key', {});
  const state = useQueryCall('case.state', {});
  const [kept, setKept] = useState(false);
  if (recovery.state === 'failed') return <ErrorNotice error={recovery.error} />;
  if (recovery.state === 'loading') return <p className="quiet">{words.reading}</p>;
  const key = recovery.value.key;
  return (
    <section className="panel stack recovery-sheet" aria-labelledby="recovery-title">
      <h2 id="recovery-title">{words.title}</h2>
      <p>{words.about}</p>
      {key === null ? null : (
        <>
          <p className="recovery-key">
            <span className="unseen">{words.key}: </span>
            {key}
          </p>
          <div className="row">
            <Button variant="default" leftSection={<IconPrinter size={14} />} onClick={() => void os.print()}>
              {words.print}
            </Button>
            <CopyButton label={words.copy} done={words.copied} copy={() => os.copyText(key)} />
          </div>
          <div className="recovery-sheet-print" aria-hidden="true">
            <h1>{words.sheetTitle}</h1>
            {state.value === null ? null : <p>{words.sheetFor(state.value.title, state.value.number)}</p>}
            <p className="recovery-key">{key}</p>
            <p>{words.sheetUse}</p>
          </div>
        </>
      )}
      <Checkbox label={words.kept} checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} />
      <SubmitRow
        label={words.goOn}
        busyLabel={words.goOn}
        busy={false}
        missing={kept ? [] : [words.keptNeed]}
        onSubmit={onKept}
      />
    </section>
  );
}
