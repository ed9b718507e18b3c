import { Button, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRef, useState } from 'react';
import type { PackFault } from '../../../contract/agreement-shelf.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { AgreementForm } from './agreement-form/agreement-form.tsx';
import { useAgreementChanges, useAgreementCheck } from './agreement-home.tsx';

/** Milliseconds after the last key until the text is checked. */
const CHECK_AFTER = 300;

interface AgreementEditorProps {
  readonly initial: string;
  readonly onDone: () => void;
}

/** An agreement as a form and as its text, side by side: one and the same, its problems named with their line. */
export function AgreementEditor({ initial, onDone }: AgreementEditorProps) {
  const words = useWords().procedure.editor;
  const [yaml, setYaml] = useState(initial);
  const [checked] = useDebouncedValue(yaml, CHECK_AFTER);
  const check = useAgreementCheck(checked);
  const edit = useCommandCall('agreement.edit');
  const { keep: save } = useAgreementChanges();
  const faults = check.value?.faults ?? null;
  const fresh = checked === yaml && check.state === 'ready';
  const latest = useRef(initial);
  const turn = useRef<Promise<void>>(Promise.resolve());
  const write = (text: string) => {
    latest.current = text;
    setYaml(text);
  };
  // One after the other: leaving a field and choosing in the next are two changes of one text.
  const change = (path: readonly (string | number)[], value: unknown) => {
    turn.current = turn.current.then(async () => {
      const edited = await edit.run({ yaml: latest.current, path: [...path], value });
      if (edited !== null) write(edited.yaml);
    });
  };
  const keep = async () => {
    const kept = await save.run({ yaml });
    if (kept !== null) onDone();
  };
  return (
    <section className="stack" aria-label={words.form}>
      <p className="quiet">{words.about}</p>
      <div className="procedure-columns">
        <section className="stack" aria-label={words.form}>
          <h2>{words.form}</h2>
          {check.value === null || check.value.read === null ? (
            <p>{check.state === 'loading' ? words.checking : words.noForm}</p>
          ) : (
            <AgreementForm read={check.value.read} faults={check.value.faults} onChange={change} />
          )}
        </section>
        <section className="stack" aria-label={words.yaml}>
          <h2>{words.yaml}</h2>
          <Textarea
            className="yaml-text"
            aria-label={words.yaml}
            autosize
            minRows={24}
            maxRows={40}
            spellCheck={false}
            value={yaml}
            onChange={(event) => write(event.currentTarget.value)}
          />
        </section>
      </div>
      <Faults faults={faults} />
      {save.error === null ? null : <ErrorNotice error={save.error} />}
      <div className="row">
        <Button
          disabled={!fresh || faults === null || faults.length > 0}
          loading={save.busy}
          onClick={() => void keep()}
        >
          {words.save}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {words.cancel}
        </Button>
        {faults !== null && faults.length > 0 ? <span className="quiet">{words.mustBeWhole}</span> : null}
      </div>
    </section>
  );
}

function Faults({ faults }: { readonly faults: readonly PackFault[] | null }) {
  const words = useWords().procedure.editor;
  if (faults === null) return null;
  return (
    <div role="status" className="stack-close">
      <p>
        <strong>{faults.length === 0 ? words.noFaults : words.faults(faults.length)}</strong>
      </p>
      <ul className="dash-list">
        {faults.map((fault) => (
          <li key={`${fault.where} ${fault.problem} ${fault.line}`}>
            {fault.line === null ? null : <span className="chip">{words.line(fault.line)}</span>} {fault.where}:{' '}
            {fault.problem}
          </li>
        ))}
      </ul>
    </div>
  );
}
