import { Button, TextInput } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useOs } from '../../engine/os.tsx';
import { useCommandCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';
import { DistrictChoice } from './district-choice.tsx';
import { blankNewCase, districtOf, missingOf, type NewCaseDraft } from './new-case-draft.ts';
import { OwnPolicies } from './own-policies.tsx';
import { ProtectionChoice } from './protection-choice.tsx';
import { useCaseOpened } from './use-case-opening.ts';

/** Everything a new case needs: a title, a place for its one file, its district, and how it is protected. */
export function NewCaseForm({ onLeave }: { readonly onLeave: () => void }) {
  const words = useWords().start.create;
  const create = useCommandCall('case.create');
  const opened = useCaseOpened();
  const [draft, setDraft] = useState<NewCaseDraft>(blankNewCase);
  const change = (part: Partial<NewCaseDraft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = async () => {
    if (draft.path === null) return;
    const encrypted = draft.protection === 'with';
    const state = await create.run({
      path: draft.path,
      title: draft.title.trim(),
      passphrase: encrypted ? draft.passphrase : null,
      district: districtOf(draft),
      policies: districtOf(draft) === null ? [] : draft.policies,
    });
    if (state !== null) opened(state, encrypted ? 'recovery' : 'questions');
  };
  return (
    <section className="panel stack start-create" aria-labelledby="new-case">
      <div>
        <Button variant="subtle" size="compact-xs" leftSection={<IconArrowLeft size={14} />} onClick={onLeave}>
          {words.back}
        </Button>
      </div>
      <h2 id="new-case">{words.title}</h2>
      <TextInput
        label={words.caseTitle}
        description={words.caseTitleHelp}
        placeholder={words.caseTitlePlaceholder}
        required
        autoFocus
        maxLength={200}
        value={draft.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <PlaceField path={draft.path} onChange={(path) => change({ path })} />
      <DistrictChoice draft={draft} onChange={change} />
      {districtOf(draft) === null ? null : (
        <OwnPolicies chosen={draft.policies} onChange={(policies) => change({ policies })} />
      )}
      <ProtectionChoice draft={draft} onChange={change} />
      {create.error === null ? null : <ErrorNotice error={create.error} onDismiss={create.clear} />}
      <SubmitRow
        label={words.create}
        busyLabel={words.creating}
        busy={create.busy}
        missing={missingOf(draft).map((part) => words.missing[part])}
        onSubmit={() => void submit()}
      />
    </section>
  );
}

interface PlaceFieldProps {
  readonly path: string | null;
  readonly onChange: (path: string) => void;
}

function PlaceField({ path, onChange }: PlaceFieldProps) {
  const words = useWords().start.create;
  const os = useOs();
  const choose = async () => {
    const chosen = await os.placeCase(words.fileName);
    if (chosen !== null) onChange(chosen);
  };
  return (
    <fieldset className="form-part stack-close">
      <legend className="field-label">{words.place}</legend>
      <span className="small quiet">{words.placeHelp}</span>
      <div className="row">
        <Button variant="default" onClick={() => void choose()}>
          {path === null ? words.choosePlace : words.changePlace}
        </Button>
        <span className={path === null ? 'quiet' : 'start-path'}>{path ?? words.noPlace}</span>
      </div>
    </fieldset>
  );
}
