import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import type { DistrictDraftView } from '../../../contract/district-draft.ts';
import { useOs } from '../../engine/os.tsx';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { tellDone } from '../../frame/notices.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { LoadingLine } from '../../parts/loading-line.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useWords } from '../../words/use-words.ts';
import { AgreementDetail } from '../steps/agreement-detail.tsx';
import { AgreementEditor } from '../steps/agreement-editor.tsx';
import { AgreementHomeProvider } from '../steps/agreement-home.tsx';
import { blankAgreement } from '../steps/blank-agreement.ts';
import { PackList } from '../steps/pack-line.tsx';

interface DraftProps {
  readonly district: string;
  readonly onLeave: () => void;
}

/** One district's file: its agreements to confirm, what else it carries, and who signs it. */
export function DraftView({ district, onLeave }: DraftProps) {
  const words = useWords().district;
  const view = useQueryCall('district-draft.view', { district });
  const [writing, setWriting] = useState<string | null>(null);
  const [chosen, setChosen] = useState<{ pack: string; version: string } | null>(null);
  if (view.state === 'failed') return <ErrorNotice error={view.error} />;
  if (view.state === 'loading') return <LoadingLine what={words.loading} />;
  return (
    <AgreementHomeProvider home={{ kind: 'draft', district }}>
      <section className="panel stack" aria-label={view.value.row.name}>
        {writing !== null ? (
          <AgreementEditor initial={writing} onDone={() => setWriting(null)} />
        ) : chosen !== null ? (
          <AgreementDetail name={chosen} onBack={() => setChosen(null)} onEdit={setWriting} />
        ) : (
          <>
            <DraftHead view={view.value} onLeave={onLeave} />
            <Agreements view={view.value} onOpen={setChosen} onAdd={() => setWriting(blankAgreement)} />
            <Carried view={view.value} />
          </>
        )}
      </section>
    </AgreementHomeProvider>
  );
}

function DraftHead({ view, onLeave }: { readonly view: DistrictDraftView; readonly onLeave: () => void }) {
  const words = useWords().district;
  const os = useOs();
  const save = useCommandCall('district-draft.export');
  const reverse = useCommandCall('district-draft.reverse');
  const { row, signer } = view;
  const { district } = row;
  const onSave = async () => {
    const folder = await os.chooseFolder();
    const saved = folder === null ? null : await save.run({ district, folder });
    if (saved !== null) tellDone(words.draft.saved(saved.name));
  };
  const error = save.error ?? reverse.error;
  return (
    <header className="stack">
      <div>
        <Button variant="subtle" size="compact-xs" leftSection={<IconArrowLeft size={14} />} onClick={onLeave}>
          {words.draft.all}
        </Button>
      </div>
      <div className="row-apart">
        <div className="stack-close">
          <h1>{row.name}</h1>
          <p className="quiet">{row.from}</p>
        </div>
        <span className="chip" data-tone={row.confirmed === row.articles ? 'done' : 'attention'}>
          {words.confirmed(row.confirmed, row.articles)}
        </span>
      </div>
      <p>
        {words.draft.signer(signer.by, signer.keyId)} <span className="quiet">{words.draft.signerAbout}</span>
      </p>
      <div className="row">
        <Button loading={save.busy} onClick={() => void onSave()}>
          {words.draft.sign}
        </Button>
        {row.last === null ? null : (
          <Button
            variant="default"
            title={words.draft.reverseOf(row.last)}
            aria-label={words.draft.reverseOf(row.last)}
            onClick={() =>
              void reverse.run({ district }).then((done) => done !== null && tellDone(words.draft.reversed))
            }
          >
            {words.draft.reverse}
          </Button>
        )}
        <SetAside row={row} onDone={onLeave} />
      </div>
      {error === null ? null : <ErrorNotice error={error} />}
    </header>
  );
}

function SetAside({ row, onDone }: { readonly row: DistrictDraftView['row']; readonly onDone: () => void }) {
  const words = useWords().district.draft;
  const aside = useCommandCall('district-draft.set-aside');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {words.aside}
      </Button>
      <ReasonDialog
        opened={asking}
        title={words.asideTitle(row.name)}
        about={words.asideAbout}
        action={words.aside}
        busy={aside.busy}
        error={aside.error}
        onCancel={() => setAsking(false)}
        onReason={(reason) =>
          void aside.run({ district: row.district, reason }).then((done) => done !== null && onDone())
        }
      />
    </>
  );
}

interface AgreementsProps {
  readonly view: DistrictDraftView;
  readonly onOpen: (name: { pack: string; version: string }) => void;
  readonly onAdd: () => void;
}

function Agreements({ view, onOpen, onAdd }: AgreementsProps) {
  const words = useWords().district.draft;
  const { packs, refused } = view.shelf;
  const used = packs.filter((row) => row.used && row.kind !== 'law');
  return (
    <>
      <div className="row-apart">
        <h2>{words.inForce}</h2>
        <Button variant="default" size="compact-sm" onClick={onAdd}>
          {words.add}
        </Button>
      </div>
      <p className="small quiet">{words.confirmAbout}</p>
      {refused.map(({ pack, problem }) => (
        <p key={pack} className="counsel-mark">
          <strong>{pack}</strong>: {problem}
        </p>
      ))}
      {used.length === 0 ? <p className="quiet">{words.none}</p> : <PackList rows={used} onOpen={onOpen} />}
      <details>
        <summary>
          {words.others} ({packs.filter((row) => !row.used && row.kind !== 'law').length})
        </summary>
        <p className="small quiet">{words.othersAbout}</p>
        <PackList rows={packs.filter((row) => !row.used && row.kind !== 'law')} onOpen={onOpen} />
      </details>
      <details>
        <summary>
          {words.laws} ({packs.filter((row) => row.used && row.kind === 'law').length})
        </summary>
        <PackList rows={packs.filter((row) => row.used && row.kind === 'law')} onOpen={onOpen} />
      </details>
    </>
  );
}

/** What else goes along in the file. */
function Carried({ view }: { readonly view: DistrictDraftView }) {
  const words = useWords().district.draft;
  return (
    <dl className="facts">
      <dt>{words.units}</dt>
      <dd>
        {view.units.map(({ name, union, agreement }) => (
          <p key={name}>
            {name} ({[union, agreement ?? words.unitNone].filter((part) => part !== null).join(', ')})
          </p>
        ))}
      </dd>
      <dt>{words.calendar}</dt>
      <dd>{view.calendar ?? words.noCalendar}</dd>
      <dt>{words.policies}</dt>
      <dd>{view.policies.length === 0 ? words.noPolicies : view.policies.join(', ')}</dd>
    </dl>
  );
}
