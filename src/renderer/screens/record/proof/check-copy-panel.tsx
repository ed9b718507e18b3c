import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconFolderSearch, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useOs } from '../../../engine/os.tsx';
import { useCommandCall } from '../../../engine/use-call.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useWords } from '../../../words/use-words.ts';

/** Checks a folder that was made for somebody, or that came from somebody. */
export function CheckCopyPanel() {
  const words = useWords().caseFile.check;
  const os = useOs();
  const check = useCommandCall('bag.check');
  const [expect, setExpect] = useState('');
  const [found, setFound] = useState<{ readonly ok: boolean; readonly words: readonly string[] } | null>(null);
  const run = async () => {
    const folder = await os.chooseFolder('place');
    if (folder === null) return;
    setFound(null);
    const digits = expect.replace(/[\s-]/g, '');
    setFound(await check.run({ folder, expect: digits === '' ? null : digits }));
  };
  return (
    <section className="panel stack" aria-labelledby="check-copy">
      <div className="stack-close">
        <h2 id="check-copy">{words.title}</h2>
        <p className="quiet">{words.about}</p>
      </div>
      <TextInput
        label={words.expect}
        classNames={{ input: 'mono' }}
        spellCheck={false}
        value={expect}
        onChange={(event) => setExpect(event.currentTarget.value)}
      />
      <div>
        <Button
          variant="default"
          leftSection={<IconFolderSearch size={14} aria-hidden />}
          aria-disabled={check.busy}
          onClick={() => !check.busy && void run()}
        >
          {check.busy ? words.checking : words.choose}
        </Button>
      </div>
      {check.error === null ? null : <ErrorNotice error={check.error} onDismiss={check.clear} />}
      <div role="status">
        {found === null ? null : (
          <div className="stack-close verify-report" data-ok={found.ok}>
            <p className="verify-verdict row">
              {found.ok ? <IconShieldCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
              {found.ok ? words.ok : words.bad}
            </p>
            {found.words.map((sentence) => (
              <p key={sentence} className="file-path">
                {sentence}
              </p>
            ))}
          </div>
        )}
      </div>
    </section>
  );
}
