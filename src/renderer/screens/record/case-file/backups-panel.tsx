import { Button, Checkbox, NumberInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { BackupSettings } from '../../../../contract/backup.ts';
import type { CaseState } from '../../../../contract/case.ts';
import { useOs } from '../../../engine/os.tsx';
import { useCommandCall, useJobs, useQueryCall } from '../../../engine/use-call.ts';
import { tellDone } from '../../../frame/notices.ts';
import { ChoiceRow } from '../../../parts/choice-row.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { localWords } from '../../../parts/moment-words.ts';
import { onThisClock } from '../../../parts/zoned-time.ts';
import { useWords } from '../../../words/use-words.ts';
import { useAsked } from './use-asked.ts';

/** The backups of this case, the way to make one now, and how they are made by themselves. */
export function BackupsPanel({ state }: { readonly state: CaseState }) {
  const words = useWords().caseFile.backups;
  const heading = useRef<HTMLHeadingElement>(null);
  const make = useCommandCall('backup.make');
  useAsked('backups', () => heading.current?.focus());
  return (
    <section className="panel stack" aria-labelledby="backups">
      <div className="stack-close">
        <h2 id="backups" ref={heading} tabIndex={-1}>
          {words.title}
        </h2>
        <p className="quiet">{words.about}</p>
      </div>
      <Backups path={state.path} />
      <div>
        <Button variant="default" aria-disabled={make.busy} onClick={() => void make.run({})}>
          {words.make}
        </Button>
      </div>
      {make.error === null ? null : <ErrorNotice error={make.error} onDismiss={make.clear} />}
      <Settings />
    </section>
  );
}

function Backups({ path }: { readonly path: string }) {
  const all = useWords();
  const words = all.caseFile.backups;
  const { moment } = all.parts;
  const backups = useQueryCall('backup.list', { casePath: path }, { keepPrevious: true });
  useAskAfterJobs();
  if (backups.state === 'failed') return <ErrorNotice error={backups.error} />;
  if (backups.value === null) return null;
  if (backups.value.length === 0) return <p>{words.none}</p>;
  return (
    <ul className="backup-list" aria-label={words.list}>
      {backups.value.map((backup) => (
        <li key={backup.path}>
          <time dateTime={backup.at}>{localWords(onThisClock(backup.at), moment)}</time>
          <span className="quiet">{words.size(backup.bytes)}</span>
          <span className="small quiet file-path">{backup.path}</span>
        </li>
      ))}
    </ul>
  );
}

/** A backup changes nothing of the case, so that the engine tells of no change: its job's end is the sign. */
function useAskAfterJobs(): void {
  const cache = useQueryClient();
  const running = useJobs().filter((job) => job.state === 'running').length;
  useEffect(() => {
    if (running === 0) void cache.invalidateQueries({ queryKey: ['backup.list'] });
  }, [running, cache]);
}

function Settings() {
  const settings = useQueryCall('backup.settings', {});
  return settings.value === null ? null : <SettingsForm kept={settings.value} />;
}

function SettingsForm({ kept }: { readonly kept: BackupSettings }) {
  const words = useWords().caseFile.backups;
  const os = useOs();
  const cache = useQueryClient();
  const keep = useCommandCall('backup.settings-keep');
  const [draft, setDraft] = useState(kept);
  const changed = JSON.stringify(draft) !== JSON.stringify(kept);
  const choose = async () => {
    const folder = await os.chooseFolder('place');
    if (folder !== null) setDraft((before) => ({ ...before, folder }));
  };
  const save = async () => {
    const saved = await keep.run(draft);
    if (saved === null) return;
    cache.setQueryData(['backup.settings', {}], saved);
    void cache.invalidateQueries({ queryKey: ['backup.list'] });
    tellDone(words.saved);
  };
  return (
    <fieldset className="form-part stack">
      <legend className="field-label">{words.settings}</legend>
      <p className="small quiet">{words.settingsAbout}</p>
      <Checkbox
        label={words.automatic}
        checked={draft.automatic}
        onChange={(event) => setDraft({ ...draft, automatic: event.currentTarget.checked })}
      />
      <ChoiceRow
        legend={words.folder}
        value={draft.folder === null ? 'beside' : 'chosen'}
        choices={[
          { value: 'beside', label: words.beside },
          { value: 'chosen', label: words.chosen },
        ]}
        onChange={(value) => (value === 'beside' ? setDraft({ ...draft, folder: null }) : void choose())}
      />
      {draft.folder === null ? <p className="small quiet">{words.other}</p> : null}
      {draft.folder === null ? null : (
        <div className="row">
          <span className="mono small file-path">{draft.folder}</span>
          <button type="button" className="link-button" onClick={() => void choose()}>
            {words.choose}
          </button>
        </div>
      )}
      <NumberInput
        className="field-short"
        label={words.keep}
        min={1}
        max={100}
        allowDecimal={false}
        value={draft.keep}
        onChange={(value) => setDraft({ ...draft, keep: Math.min(100, Math.max(1, Number(value) || 1)) })}
      />
      {keep.error === null ? null : <ErrorNotice error={keep.error} />}
      <div className="row">
        <Button variant={changed ? 'filled' : 'default'} disabled={!changed} onClick={() => void save()}>
          {words.save}
        </Button>
        {changed ? <span className="small quiet">{words.unsaved}</span> : null}
      </div>
    </fieldset>
  );
}
