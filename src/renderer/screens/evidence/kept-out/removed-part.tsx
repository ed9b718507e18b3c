import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useState } from 'react';
import type { Removal } from '../../../../contract/keeping.ts';
import { useCommandCall } from '../../../engine/use-call.ts';
import { ReasonDialog } from '../../../parts/reason-dialog.tsx';
import { useWords } from '../../../words/use-words.ts';

/** What was removed, on whose instruction, and which copies outside the case are still to be dealt with. */
export function RemovedPart({ entries }: { readonly entries: readonly Removal[] }) {
  const words = useWords().keptOut.removed;
  return (
    <section className="panel stack-close">
      <h2>{words.title}</h2>
      <ul className="kept-out-list">
        {entries.map((removal) => (
          <RemovedEntry key={removal.id} removal={removal} />
        ))}
      </ul>
    </section>
  );
}

function RemovedEntry({ removal }: { readonly removal: Removal }) {
  const words = useWords().keptOut;
  const own = words.removed;
  const dealWith = useCommandCall('protection.copy-dealt-with');
  const [copy, setCopy] = useState<Removal['copies'][number] | null>(null);
  const open = removal.copies.filter(({ dealtWith }) => dealtWith === null).length;
  return (
    <li className="stack-close">
      <p className="kept-out-name">
        {removal.source.number}. {removal.source.name}
        {removal.sources.length < 2 ? '' : ` (${own.files(removal.sources.length)})`}
      </p>
      <p>{words.because[removal.because]}</p>
      <p className="quiet">{own.line(removal.instructedBy, removal.instructedOn, removal.reference)}</p>
      <p>{open === 0 ? own.allDone : own.open(open)}</p>
      <ul className="kept-out-copies">
        {removal.copies.map((one) => (
          <li key={one.id} className="row">
            {one.dealtWith === null ? (
              <IconCircleDashed size={15} aria-hidden />
            ) : (
              <IconCircleCheck size={15} aria-hidden />
            )}
            <span className="file-path">
              {one.words}
              {one.dealtWith === null ? null : (
                <span className="quiet"> {own.dealt(one.dealtWith.by, one.dealtWith.how)}</span>
              )}
            </span>
            {one.dealtWith === null ? (
              <Button
                variant="default"
                className="head-end"
                aria-label={`${own.mark}: ${one.words}`}
                onClick={() => setCopy(one)}
              >
                {own.mark}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <ReasonDialog
        opened={copy !== null}
        title={own.markTitle}
        about={own.markAbout}
        action={own.mark}
        busy={dealWith.busy}
        error={dealWith.error}
        onCancel={() => setCopy(null)}
        onReason={(how) => {
          if (copy === null) return;
          void dealWith.run({ id: copy.id, how }).then((done) => {
            if (done !== null) setCopy(null);
          });
        }}
      />
    </li>
  );
}
