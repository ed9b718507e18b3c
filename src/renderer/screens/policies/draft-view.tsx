import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconArrowLeft, IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import type { DraftClause, DraftEdit, PolicyDraft } from '../../../contract/policy-import.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { useActions } from '../../frame/actions.tsx';
import { useNavigation } from '../../frame/navigation.tsx';
import { tellDone } from '../../frame/notices.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { SplitPane } from '../../parts/split-pane.tsx';
import { useWords } from '../../words/use-words.ts';
import { ClausePanel } from './clause-panel.tsx';
import { DraftText } from './draft-text.tsx';
import { HeadForm } from './head-form.tsx';
import { ProblemList } from './problem-list.tsx';

/** One policy being confirmed: its text on the left with every clause marked, the proposal for one clause on the right. */
export function DraftView({ draft: given }: { readonly draft: PolicyDraft }) {
  const words = useWords().policies;
  const { place, set } = useNavigation();
  const edit = useCommandCall('policy-draft.edit');
  const takeBack = useCommandCall('policy-draft.take-back');
  const doAgain = useCommandCall('policy-draft.do-again');
  const save = useCommandCall('policy-draft.save');
  const [latest, setLatest] = useState<PolicyDraft | null>(null);
  const draft = latest?.id === given.id ? latest : given;
  const { clauses } = draft;
  const chosen =
    clauses.find(({ key }) => key === place.params['clause']) ??
    clauses.find(({ confirmed }) => !confirmed) ??
    clauses[0] ??
    null;
  const at = chosen === null ? -1 : clauses.indexOf(chosen);
  const choose = (one: DraftClause | undefined) => one !== undefined && set({ clause: one.key });
  const shown = (answer: PolicyDraft | null): PolicyDraft | null => {
    if (answer !== null) setLatest(answer);
    return answer;
  };
  const onEdit = async (change: DraftEdit) => shown(await edit.run({ draft: draft.id, edit: change }));
  const onTakeBack = async () => void shown(await takeBack.run({ draft: draft.id }));
  const onDoAgain = async () => void shown(await doAgain.run({ draft: draft.id }));
  const onSave = async () => {
    const row = await save.run({ draft: draft.id });
    if (row === null) return;
    tellDone(words.saved(row.title));
    set({ draft: null, clause: null });
  };
  const confirmNext = async () => {
    if (chosen === null) return;
    await onEdit({ do: 'confirm', clauses: [chosen.key], confirmed: true });
    choose(clauses.slice(at + 1).find(({ confirmed }) => !confirmed) ?? clauses[at + 1]);
  };
  const blocking = draft.problems.filter((problem) => problem.blocking);
  useActions([
    {
      id: 'policies.back',
      label: words.takeBack(draft.takeBack ?? ''),
      group: 'here',
      keys: 'mod+shift+z',
      run: () => void onTakeBack(),
    },
    {
      id: 'policies.again',
      label: words.doAgain(draft.doAgain ?? ''),
      group: 'here',
      keys: 'mod+shift+y',
      run: () => void onDoAgain(),
    },
    {
      id: 'policies.next',
      label: words.next,
      group: 'here',
      keys: 'alt+arrowdown',
      run: () => choose(clauses[at + 1]),
    },
    {
      id: 'policies.previous',
      label: words.previous,
      group: 'here',
      keys: 'alt+arrowup',
      run: () => choose(clauses[at - 1]),
    },
    {
      id: 'policies.confirm',
      label: words.confirmNext,
      group: 'here',
      keys: 'mod+enter',
      run: () => void confirmNext(),
    },
  ]);
  const error = edit.error ?? takeBack.error ?? doAgain.error ?? save.error;
  return (
    <div className="screen">
      <header className="screen-head">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconArrowLeft size={14} />}
          onClick={() => set({ draft: null, clause: null })}
        >
          {words.back}
        </Button>
        <h1 className="clipped policy-title" title={draft.head.title}>
          {draft.head.title}
        </h1>
        <span className="quiet">
          {words.confirmed(clauses.filter(({ confirmed }) => confirmed).length, clauses.length)}
        </span>
        <div className="row screen-head-action">
          <Button
            variant="default"
            size="compact-sm"
            disabled={draft.takeBack === null}
            aria-label={draft.takeBack === null ? words.nothingToTakeBack : words.takeBack(draft.takeBack)}
            title={draft.takeBack === null ? words.nothingToTakeBack : words.takeBack(draft.takeBack)}
            onClick={() => void onTakeBack()}
          >
            <IconArrowBackUp size={16} aria-hidden />
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            disabled={draft.doAgain === null}
            aria-label={draft.doAgain === null ? words.nothingToDoAgain : words.doAgain(draft.doAgain)}
            title={draft.doAgain === null ? words.nothingToDoAgain : words.doAgain(draft.doAgain)}
            onClick={() => void onDoAgain()}
          >
            <IconArrowForwardUp size={16} aria-hidden />
          </Button>
          {draft.before === null ? null : (
            <Button variant="default" size="compact-sm" onClick={() => set({ show: 'changes' })}>
              {words.compareOf(draft.before)}
            </Button>
          )}
          <Button
            size="compact-sm"
            leftSection={<IconDeviceFloppy size={14} />}
            disabled={blocking.length > 0}
            loading={save.busy}
            onClick={() => void onSave()}
          >
            {words.save}
          </Button>
        </div>
      </header>
      {error === null ? null : <ErrorNotice error={error} />}
      <SplitPane
        name="policy"
        share={52}
        label={words.panes}
        start={
          <DraftText
            draft={draft}
            chosen={chosen?.key ?? null}
            onChoose={(key) => set({ clause: key })}
            onEdit={(change) => void onEdit(change)}
          />
        }
        end={
          <div className="screen-scroll policy-side">
            {chosen === null ? (
              <p className="quiet">{words.none}</p>
            ) : (
              <ClausePanel
                key={`${chosen.key}/${draft.takeBack ?? ''}`}
                draft={draft}
                chosen={chosen}
                onEdit={onEdit}
                onConfirmNext={() => void confirmNext()}
                onChoose={choose}
              />
            )}
            <ProblemList
              draft={draft}
              onChoose={(key) => set({ clause: key })}
              onEdit={(change) => void onEdit(change)}
            />
            <HeadForm key={JSON.stringify(draft.head)} head={draft.head} onEdit={(change) => void onEdit(change)} />
          </div>
        }
      />
    </div>
  );
}
