import { Button } from '@mantine/core';
import { IconFileImport, IconGavel } from '@tabler/icons-react';
import { useState } from 'react';
import type { DraftRow, PolicyRow } from '../../../contract/policy-import.ts';
import { useOs } from '../../engine/os.tsx';
import { useCommandCall, useJobs, useQueryCall } from '../../engine/use-call.ts';
import { useActions } from '../../frame/actions.tsx';
import { useNavigation } from '../../frame/navigation.tsx';
import { tellDone } from '../../frame/notices.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { LoadingLine } from '../../parts/loading-line.tsx';
import { useWords } from '../../words/use-words.ts';

/** Every policy at hand, what is not finished yet, and the two ways in: a document, or a file of another district. */
export function PolicyShelf() {
  const words = useWords().policies;
  const os = useOs();
  const { set } = useNavigation();
  const shelf = useQueryCall('policy.list', {});
  const start = useCommandCall('policy-draft.start');
  const take = useCommandCall('policy.take');
  const [reading, setReading] = useState<{ readonly draft: string; readonly job: string } | null>(null);
  const job = useJobs().find(({ id }) => id === reading?.job) ?? null;
  const read = async () => {
    const [path] = (await os.chooseFiles()) ?? [];
    const started = path === undefined ? null : await start.run({ path });
    if (started !== null) setReading({ draft: started.draft, job: started.job.id });
  };
  const takeIn = async () => {
    const [path] = (await os.chooseFiles()) ?? [];
    const row = path === undefined ? null : await take.run({ path });
    if (row !== null) tellDone(row.title);
  };
  useActions([
    { id: 'policies.read', label: words.read, group: 'here', keys: 'mod+shift+o', run: () => void read() },
    { id: 'policies.take', label: words.take, group: 'here', run: () => void takeIn() },
  ]);
  const error = start.error ?? take.error;
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.title}</h1>
        <Button variant="default" className="screen-head-action" onClick={() => void takeIn()}>
          {words.take}
        </Button>
        <Button leftSection={<IconFileImport size={14} />} loading={start.busy} onClick={() => void read()}>
          {words.read}
        </Button>
      </header>
      <div className="screen-scroll">
        <div className="screen-column stack">
          <p className="quiet">{words.about}</p>
          {error === null ? null : <ErrorNotice error={error} />}
          {job === null ? null : (
            <div className="panel row-apart" aria-live="polite">
              <span>{job.result ?? words.reading(job.current ?? job.title)}</span>
              {job.state === 'done' && reading !== null ? (
                <Button size="compact-sm" onClick={() => set({ draft: reading.draft })}>
                  {words.openDraft('')}
                </Button>
              ) : null}
            </div>
          )}
          {shelf.state === 'failed' ? <ErrorNotice error={shelf.error} /> : null}
          {shelf.state === 'loading' ? <LoadingLine what={words.loading} /> : null}
          {shelf.state === 'ready' ? (
            <>
              {shelf.value.refused.map((message) => (
                <p key={message} className="counsel-mark">
                  {message}
                </p>
              ))}
              <h2>{words.drafts}</h2>
              {shelf.value.drafts.length === 0 ? (
                <EmptyState
                  icon={<IconGavel size={22} />}
                  title={words.noDrafts}
                  about={words.noDraftsAbout}
                  action={{ label: words.read, run: () => void read() }}
                />
              ) : (
                <ul className="policy-list">
                  {shelf.value.drafts.map((draft) => (
                    <DraftLine key={draft.id} draft={draft} />
                  ))}
                </ul>
              )}
              <h2>{words.shelf}</h2>
              <ul className="policy-list">
                {shelf.value.policies.map((row) => (
                  <PolicyLine key={`${row.policy}@${row.version}`} row={row} all={shelf.value.policies} />
                ))}
              </ul>
            </>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function DraftLine({ draft }: { readonly draft: DraftRow }) {
  const words = useWords().policies;
  const { set } = useNavigation();
  const aside = useCommandCall('policy-draft.set-aside');
  return (
    <li className="panel row-apart">
      <div className="stack-close policy-line">
        <button
          type="button"
          className="link-button"
          aria-label={words.openDraft(draft.title)}
          onClick={() => set({ draft: draft.id })}
        >
          {draft.title}
        </button>
        <p className="small quiet">{words.draftRow(draft.confirmed, draft.clauses, draft.file)}</p>
      </div>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={words.setAsideOf(draft.title)}
        onClick={() => void aside.run({ draft: draft.id })}
      >
        {words.setAside}
      </Button>
    </li>
  );
}

function PolicyLine({ row, all }: { readonly row: PolicyRow; readonly all: readonly PolicyRow[] }) {
  const words = useWords().policies;
  const os = useOs();
  const { set } = useNavigation();
  const save = useCommandCall('policy.export');
  const older = all.filter(({ policy, version }) => policy === row.policy && version < row.version).at(-1) ?? null;
  const onSave = async () => {
    const folder = await os.chooseFolder();
    const saved = folder === null ? null : await save.run({ policy: row.policy, version: row.version, folder });
    if (saved !== null) tellDone(saved.name);
  };
  return (
    <li className="panel stack-close">
      <div className="row-apart">
        <strong className="policy-line">{row.title}</strong>
        <div className="row">
          {row.used ? (
            <span className="chip" data-tone="done">
              {words.used}
            </span>
          ) : null}
          {older === null ? null : (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => set({ compare: row.policy, older: older.version, newer: row.version })}
            >
              {words.compareOf(older.version)}
            </Button>
          )}
          <Button
            variant="default"
            size="compact-sm"
            aria-label={words.exportOf(row.title)}
            onClick={() => void onSave()}
          >
            {words.export}
          </Button>
        </div>
      </div>
      <p className="small quiet">
        {words.version(row.version)}. {words.origin[row.origin]}. {words.row(row.clauses, row.silent)}.
      </p>
      {row.problems.map((problem) => (
        <p key={problem} className="small policy-problem">
          {problem}
        </p>
      ))}
      {save.error === null ? null : <ErrorNotice error={save.error} />}
    </li>
  );
}
