import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { CompartmentRow } from '../../../../contract/custody.ts';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { ReasonDialog } from '../../../parts/reason-dialog.tsx';
import { useWords } from '../../../words/use-words.ts';
import { ApartForm } from './apart-form.tsx';
import { useSubjects } from './use-subjects.ts';

/** What is kept apart from the ordinary case, and the way to put something there or back. */
export function ApartPanel() {
  const all = useWords();
  const words = all.caseFile.apart;
  const rows = useQueryCall('compartment.list', {});
  const [asking, setAsking] = useState(false);
  const list = rows.value ?? [];
  return (
    <section className="panel stack" aria-labelledby="apart">
      <div className="stack-close">
        <h2 id="apart">{words.title}</h2>
        <p className="quiet">{words.about}</p>
      </div>
      {rows.state === 'failed' ? <ErrorNotice error={rows.error} /> : null}
      {rows.state === 'ready' && list.length === 0 ? <p>{words.none}</p> : null}
      {list.length === 0 ? null : (
        <ul className="file-list" aria-label={words.title}>
          {list.map((row) => (
            <Row key={`${row.subject} ${row.id} ${row.compartment}`} row={row} rows={list} />
          ))}
        </ul>
      )}
      <div>
        <Button variant="default" onClick={() => setAsking(true)}>
          {words.put}
        </Button>
      </div>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        size="lg"
        title={words.dialogTitle}
        closeButtonProps={{ 'aria-label': all.parts.close }}
      >
        {asking ? <ApartForm rows={list} onDone={() => setAsking(false)} /> : null}
      </Modal>
    </section>
  );
}

function Row({ row, rows }: { readonly row: CompartmentRow; readonly rows: readonly CompartmentRow[] }) {
  const words = useWords().caseFile.apart;
  const set = useCommandCall('compartment.set');
  const subjects = useSubjects(row.subject);
  const [asking, setAsking] = useState(false);
  const name = subjects.find(({ id }) => id === row.id)?.name ?? words.kinds[row.subject];
  const back = async (reason: string) => {
    // It may be in others as well: those stay.
    const left = rows
      .filter((one) => one.id === row.id && one.subject === row.subject && one.compartment !== row.compartment)
      .map(({ compartment }) => compartment);
    const done = await set.run({ subject: row.subject, id: row.id, compartments: left, reason });
    if (done !== null) setAsking(false);
  };
  return (
    <li>
      <span>
        <span className="chip">{words.compartments[row.compartment]}</span> {name}
      </span>
      <Button size="compact-sm" variant="default" aria-label={words.backOf(name)} onClick={() => setAsking(true)}>
        {words.back}
      </Button>
      <span className="small quiet">
        {row.reason} {row.by}, {row.at.slice(0, 10)}
      </span>
      <ReasonDialog
        opened={asking}
        title={words.backTitle}
        about={words.backAbout}
        action={words.back}
        busy={set.busy}
        error={set.error}
        onCancel={() => setAsking(false)}
        onReason={(reason) => void back(reason)}
      />
    </li>
  );
}
