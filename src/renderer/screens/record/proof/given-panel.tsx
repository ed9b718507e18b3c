import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { TimestampText } from '../../../parts/moment-text.tsx';
import { SubmitRow } from '../../../parts/submit-row.tsx';
import { WhenField } from '../../../parts/when-field.tsx';
import { computerZone, reckon, wallClock } from '../../../parts/zoned-time.ts';
import { useWords } from '../../../words/use-words.ts';

/** Who was told a fingerprint beside what documents and copies print. */
export function GivenPanel() {
  const all = useWords();
  const words = all.caseFile.given;
  const given = useQueryCall('fingerprint.list', {});
  const [asking, setAsking] = useState(false);
  const list = given.value ?? [];
  return (
    <section className="panel stack" aria-labelledby="given">
      <div className="stack-close">
        <h2 id="given">{words.title}</h2>
        <p className="quiet">{words.about}</p>
      </div>
      {given.state === 'ready' && list.length === 0 ? <p>{words.none}</p> : null}
      {list.length === 0 ? null : (
        <ul className="file-list" aria-label={words.title}>
          {list.map((one) => (
            <li key={`${one.at} ${one.to} ${one.fingerprint}`}>
              <span>
                <strong>{one.to}</strong>, {one.how}
              </span>
              <TimestampText at={one.at} />
              <span className="mono small quiet">{words.line(one.entry, one.fingerprint)}</span>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button variant="default" onClick={() => setAsking(true)}>
          {words.tell}
        </Button>
      </div>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        size="lg"
        title={words.dialogTitle}
        closeButtonProps={{ 'aria-label': all.parts.close }}
      >
        {asking ? <GiveForm onDone={() => setAsking(false)} /> : null}
      </Modal>
    </section>
  );
}

function GiveForm({ onDone }: { readonly onDone: () => void }) {
  const words = useWords().caseFile.given;
  const give = useCommandCall('fingerprint.give');
  const [to, setTo] = useState('');
  const [how, setHow] = useState('');
  const [fingerprint, setFingerprint] = useState('');
  const [at, setAt] = useState(() => wallClock(Date.now(), computerZone()));
  const when = reckon(at);
  const missing = [
    ...(to.trim() === '' ? [words.missing.to] : []),
    ...(how.trim() === '' ? [words.missing.how] : []),
    ...(when.ok ? [] : [words.missing.when]),
  ];
  const submit = async () => {
    if (!when.ok) return;
    const digits = fingerprint.trim();
    const order = { to, how, givenAt: when.timestamp, fingerprint: digits === '' ? null : digits };
    if ((await give.run(order)) !== null) onDone();
  };
  return (
    <div className="stack">
      <div className="form-grid">
        <TextInput
          label={words.to}
          data-autofocus
          maxLength={200}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <TextInput
          label={words.how}
          placeholder={words.howHelp}
          maxLength={200}
          value={how}
          onChange={(event) => setHow(event.currentTarget.value)}
        />
      </div>
      <WhenField label={words.when} value={at} onChange={setAt} />
      <TextInput
        label={words.which}
        description={words.whichHelp}
        classNames={{ input: 'mono' }}
        spellCheck={false}
        value={fingerprint}
        onChange={(event) => setFingerprint(event.currentTarget.value)}
      />
      {give.error === null ? null : <ErrorNotice error={give.error} />}
      <SubmitRow
        label={words.confirm}
        busyLabel={words.confirm}
        busy={give.busy}
        missing={missing}
        onSubmit={() => void submit()}
      />
    </div>
  );
}
