import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PackRow } from '../../../contract/agreement-shelf.ts';
import { useOs } from '../../engine/os.tsx';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { tellDone } from '../../frame/notices.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { AgreementDetail } from './agreement-detail.tsx';
import { AgreementEditor } from './agreement-editor.tsx';
import { blankAgreement } from './blank-agreement.ts';
import { PackList } from './pack-line.tsx';

/** Agreements and laws, what of them is confirmed, and the district's file. */
export function AgreementsView() {
  const words = useWords().procedure.agreements;
  const { place, set } = useNavigation();
  const shelf = useQueryCall('agreement.list', {});
  const [writing, setWriting] = useState<string | null>(null);
  const chosen = place.params['agreement'] ?? null;
  if (shelf.state === 'failed') return <ErrorNotice error={shelf.error} />;
  if (shelf.state === 'loading') return null;
  if (writing !== null) return <AgreementEditor initial={writing} onDone={() => setWriting(null)} />;
  if (chosen !== null) {
    const at = chosen.lastIndexOf('@');
    return (
      <AgreementDetail
        name={{ pack: chosen.slice(0, at), version: chosen.slice(at + 1) }}
        onBack={() => set({ agreement: null })}
        onEdit={setWriting}
      />
    );
  }
  const { packs, refused } = shelf.value;
  const list = (rows: readonly PackRow[]) => (
    <PackList rows={rows} onOpen={({ pack, version }) => set({ agreement: `${pack}@${version}` })} />
  );
  return (
    <section className="stack" aria-label={words.title}>
      <div className="row-apart">
        <div>
          <h2>{words.title}</h2>
          <p className="quiet">{words.about}</p>
        </div>
        <Button variant="default" onClick={() => setWriting(blankAgreement)}>
          {words.newOne}
        </Button>
      </div>
      <DistrictFilePart />
      {refused.map(({ pack, problem }) => (
        <p key={pack} className="counsel-mark">
          <strong>{pack}</strong>: {problem}
        </p>
      ))}
      <h3>{words.used}</h3>
      {list(packs.filter(({ used, kind }) => used && kind !== 'law'))}
      <h3>{words.laws}</h3>
      {list(packs.filter(({ used, kind }) => used && kind === 'law'))}
      <h3>{words.others}</h3>
      {list(packs.filter(({ used }) => !used))}
    </section>
  );
}

function DistrictFilePart() {
  const words = useWords().procedure.agreements.file;
  const os = useOs();
  const shelf = useQueryCall('agreement.list', {});
  const save = useCommandCall('district-file.export');
  const open = useCommandCall('district-file.open');
  const [asked, setAsked] = useState<string | null>(null);
  const file = shelf.value?.file ?? null;
  const take = async (path: string, acceptOtherKey: boolean) => {
    setAsked(path);
    const taken = await open.run({ path, acceptOtherKey });
    if (taken !== null) tellDone(words.done(taken.confirmations));
  };
  const onOpen = async () => {
    const [path] = (await os.chooseFiles()) ?? [];
    if (path !== undefined) await take(path, false);
  };
  const onSave = async () => {
    const folder = await os.chooseFolder();
    const saved = folder === null ? null : await save.run({ folder });
    if (saved !== null) tellDone(saved.name);
  };
  const error = open.error ?? save.error;
  return (
    <section className="panel stack" aria-label={words.title}>
      <div>
        <h3>{words.title}</h3>
        <p className="quiet">{words.about}</p>
      </div>
      <p>{file === null ? words.none : words.taken(file.name, file.signedBy, file.keyId.slice(0, 16))}</p>
      <div className="row">
        <Button variant="default" size="compact-sm" onClick={() => void onOpen()}>
          {words.open}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => void onSave()}>
          {words.save}
        </Button>
      </div>
      {error === null ? null : <ErrorNotice error={error} />}
      {open.error?.kind === 'district-other-key' && asked !== null ? (
        <div>
          <Button variant="default" size="compact-sm" onClick={() => void take(asked, true)}>
            {words.anyway}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
