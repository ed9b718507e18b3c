import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import type { DistrictDraftRow } from '../../../contract/district-draft.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { LoadingLine } from '../../parts/loading-line.tsx';
import { timestampWords } from '../../parts/moment-words.ts';
import { useWords } from '../../words/use-words.ts';
import { BeginPart } from './begin-part.tsx';
import { DraftView } from './draft-view.tsx';
import '../../parts/forms.css';
import '../steps/steps.css';

/** The district's file from the start screen, no case open: begun, gone on with, signed and handed on. */
export function DistrictDesk({ onLeave }: { readonly onLeave: () => void }) {
  const words = useWords().district;
  const drafts = useQueryCall('district-draft.list', {});
  const [open, setOpen] = useState<string | null>(null);
  const shown = drafts.value?.find(({ district }) => district === open);
  if (shown !== undefined) return <DraftView district={shown.district} onLeave={() => setOpen(null)} />;
  return (
    <section className="panel stack" aria-labelledby="district-file">
      <div>
        <Button variant="subtle" size="compact-xs" leftSection={<IconArrowLeft size={14} />} onClick={onLeave}>
          {words.back}
        </Button>
      </div>
      <div className="stack-close">
        <h1 id="district-file">{words.title}</h1>
        <p className="quiet">{words.about}</p>
      </div>
      <h2>{words.making}</h2>
      {drafts.state === 'failed' ? <ErrorNotice error={drafts.error} /> : null}
      {drafts.state === 'loading' ? <LoadingLine what={words.loading} /> : null}
      {drafts.value?.length === 0 ? <p className="quiet">{words.none}</p> : null}
      <ul className="stack">
        {(drafts.value ?? []).map((row) => (
          <DraftLine key={row.district} row={row} onOpen={() => setOpen(row.district)} />
        ))}
      </ul>
      <BeginPart onBegun={setOpen} />
    </section>
  );
}

function DraftLine({ row, onOpen }: { readonly row: DistrictDraftRow; readonly onOpen: () => void }) {
  const all = useWords();
  const words = all.district;
  return (
    <li className="stack-close">
      <div className="row-apart">
        <button type="button" className="link-button" aria-label={words.open(row.name)} onClick={onOpen}>
          {row.name}
        </button>
        <span className="chip" data-tone={row.confirmed === row.articles ? 'done' : 'attention'}>
          {words.confirmed(row.confirmed, row.articles)}
        </span>
      </div>
      <p className="small quiet">
        {row.from}. {words.changed(timestampWords(row.changedAt, all.parts.moment), row.changedBy)}
      </p>
    </li>
  );
}
