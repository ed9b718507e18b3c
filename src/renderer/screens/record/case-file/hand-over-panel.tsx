import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseState } from '../../../../contract/case.ts';
import type { HandOver } from '../../../../contract/hand-over.ts';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { tellDone } from '../../../frame/notices.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { TimestampText } from '../../../parts/moment-text.tsx';
import { SubmitRow } from '../../../parts/submit-row.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useAsked } from './use-asked.ts';

/** Who may write in this case, and the way to hand that over. */
export function HandOverPanel({ state }: { readonly state: CaseState }) {
  const all = useWords();
  const words = all.caseFile.handOver;
  const list = useQueryCall('hand-over.list', {});
  const [asking, setAsking] = useState(false);
  const writable = state.readOnly === null;
  useAsked('hand-over', () => setAsking(writable));
  const done = list.value ?? [];
  const holder = done.at(-1)?.takenBy ?? null;
  return (
    <section className="panel stack" aria-labelledby="hand-over">
      <div className="stack-close">
        <h2 id="hand-over">{words.title}</h2>
        <p className="quiet">{state.readOnly?.words ?? (holder === null ? words.all : words.holder(holder))}</p>
      </div>
      {done.length === 0 ? null : (
        <ul className="file-list" aria-label={words.history}>
          {done.map((one) => (
            <Line key={one.id} one={one} />
          ))}
        </ul>
      )}
      <div>
        <Button
          variant="default"
          disabled={!writable}
          leftSection={<IconArrowRight size={14} aria-hidden />}
          onClick={() => setAsking(true)}
        >
          {words.give}
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

function Line({ one }: { readonly one: HandOver }) {
  const words = useWords().caseFile.handOver;
  return (
    <li>
      <span>{words.line(one.by, `${one.toName}, ${one.toRole}`)}</span>
      <TimestampText at={one.at} />
      <span className="small quiet">
        {one.takenBy === null ? words.open : words.taken(one.takenBy)}{' '}
        {one.takenReason === null ? null : words.reason(one.takenReason)}
      </span>
    </li>
  );
}

function GiveForm({ onDone }: { readonly onDone: () => void }) {
  const words = useWords().caseFile.handOver;
  const give = useCommandCall('hand-over.give');
  const [draft, setDraft] = useState({ toName: '', toRole: '', toKey: '', vouched: '' });
  const put = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const digits = draft.toKey.toLowerCase().replace(/[\s-]/g, '');
  const wrong = digits !== '' && !/^[0-9a-f]{32}$/.test(digits);
  const missing = [
    ...(draft.toName.trim() === '' ? [words.missing.name] : []),
    ...(draft.toRole.trim() === '' ? [words.missing.role] : []),
    ...(digits === '' ? [words.missing.key] : []),
    ...(wrong ? [words.keyWrong] : []),
    ...(draft.vouched.trim() === '' ? [words.missing.vouched] : []),
  ];
  const submit = async () => {
    const given = await give.run(draft);
    if (given === null) return;
    tellDone(words.given(given.toName));
    onDone();
  };
  return (
    <div className="stack">
      <p>{words.dialogAbout}</p>
      <div className="form-grid">
        <TextInput
          label={words.name}
          data-autofocus
          maxLength={200}
          value={draft.toName}
          onChange={(event) => put({ toName: event.currentTarget.value })}
        />
        <TextInput
          label={words.role}
          maxLength={200}
          value={draft.toRole}
          onChange={(event) => put({ toRole: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label={words.key}
        description={words.keyHelp}
        classNames={{ input: 'mono' }}
        spellCheck={false}
        value={draft.toKey}
        onChange={(event) => put({ toKey: event.currentTarget.value })}
      />
      <Textarea
        label={words.vouched}
        description={words.vouchedHelp}
        autosize
        minRows={2}
        value={draft.vouched}
        onChange={(event) => put({ vouched: event.currentTarget.value })}
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
