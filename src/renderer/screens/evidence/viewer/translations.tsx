import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { TimestampText } from '../../../parts/moment-text.tsx';
import { ReasonDialog } from '../../../parts/reason-dialog.tsx';
import { SubmitRow } from '../../../parts/submit-row.tsx';
import { useWords } from '../../../words/use-words.ts';

/** What people say that the item says in English, each with its translator. */
export function Translations({ itemId }: { readonly itemId: string }) {
  const words = useWords().reading.translation;
  const list = useQueryCall('translation.list', { itemId });
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<string | null>(null);
  const withdraw = useCommandCall('translation.withdraw');
  const close = () => {
    withdraw.clear();
    setLeaving(null);
  };
  const all = list.value ?? [];
  return (
    <section className="stack-close">
      <h3>{words.title}</h3>
      {all.every(({ withdrawn }) => withdrawn) ? <p className="quiet">{words.none}</p> : null}
      <ul className="stack">
        {all.map((one) => (
          <li key={one.id} className="link-line" data-withdrawn={one.withdrawn}>
            <q className="reading">{one.words}</q>
            <p>{words.from(one.language, one.translator)}</p>
            {one.note === null ? null : <p>{one.note}</p>}
            <p className="quiet small">
              {one.by}, <TimestampText at={one.at} />{' '}
              {one.withdrawn ? null : (
                <button type="button" className="link-button" onClick={() => setLeaving(one.id)}>
                  {words.takeBack}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
      {adding ? (
        <TranslationForm itemId={itemId} onDone={() => setAdding(false)} />
      ) : (
        <div>
          <Button variant="default" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        </div>
      )}
      <ReasonDialog
        opened={leaving !== null}
        title={words.takeBackTitle}
        about={words.takeBackAbout}
        action={words.takeBack}
        busy={withdraw.busy}
        error={withdraw.error}
        onCancel={close}
        onReason={(reason) => {
          if (leaving === null) return;
          void withdraw.run({ id: leaving, reason }).then((done) => {
            if (done !== null) close();
          });
        }}
      />
    </section>
  );
}

function TranslationForm({ itemId, onDone }: { readonly itemId: string; readonly onDone: () => void }) {
  const words = useWords().reading;
  const own = words.translation;
  const record = useCommandCall('translation.record');
  const [typed, setTyped] = useState({ language: '', words: '', translator: '', note: '' });
  const ready = typed.language.trim() !== '' && typed.words.trim() !== '' && typed.translator.trim() !== '';
  const save = () =>
    void record.run({ itemId, ...typed, note: typed.note.trim() === '' ? null : typed.note.trim() }).then((done) => {
      if (done !== null) onDone();
    });
  return (
    <div className="stack">
      <Textarea
        label={own.words}
        autosize
        minRows={2}
        value={typed.words}
        onChange={(event) => setTyped({ ...typed, words: event.currentTarget.value })}
      />
      <div className="form-grid">
        <TextInput
          label={own.language}
          value={typed.language}
          onChange={(event) => setTyped({ ...typed, language: event.currentTarget.value })}
        />
        <TextInput
          label={own.translator}
          placeholder={own.translatorHint}
          value={typed.translator}
          onChange={(event) => setTyped({ ...typed, translator: event.currentTarget.value })}
        />
      </div>
      {record.error === null ? null : <ErrorNotice error={record.error} />}
      <SubmitRow
        label={own.save}
        busyLabel={words.transcript.saving}
        busy={record.busy}
        missing={ready ? [] : [own.missing]}
        onSubmit={save}
      >
        <Button variant="default" onClick={onDone}>
          {words.correct.cancel}
        </Button>
      </SubmitRow>
    </div>
  );
}
