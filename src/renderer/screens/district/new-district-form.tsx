import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallInput } from '../../../contract/calls.ts';
import type { CallError } from '../../../contract/wire.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';

interface Draft {
  readonly name: string;
  readonly superintendent: string;
  readonly letterhead: string;
  readonly zone: string;
  readonly agreements: readonly string[];
  /** Policy and version, with the day since which it is in force; empty while nobody has said. */
  readonly policies: readonly { readonly name: string; readonly since: string }[];
}

const BLANK: Draft = {
  name: '',
  superintendent: '',
  letterhead: '',
  zone: 'America/New_York',
  agreements: [],
  policies: [],
};

interface NewDistrictFormProps {
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly onLeave: () => void;
  readonly onStart: (order: Extract<CallInput<'district-draft.start'>, { kind: 'new' }>) => void;
}

function split(name: string): { readonly id: string; readonly version: string } {
  const at = name.lastIndexOf('@');
  return { id: name.slice(0, at), version: name.slice(at + 1) };
}

/** A district of which only the name, the letterhead, agreements and policies are known yet. */
export function NewDistrictForm({ busy, error, onLeave, onStart }: NewDistrictFormProps) {
  const words = useWords().district.begin;
  const cancel = useWords().procedure.agreements.cancel;
  const choices = useQueryCall('district-draft.choices', {});
  const policies = useQueryCall('policy.list', {});
  const [draft, setDraft] = useState<Draft>(BLANK);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const lines = draft.letterhead
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const missing = [
    ...(draft.name.trim() === '' ? [words.missing.name] : []),
    ...(draft.superintendent.trim() === '' ? [words.missing.superintendent] : []),
    ...(lines.length === 0 ? [words.missing.letterhead] : []),
    ...(draft.agreements.length === 0 ? [words.missing.agreements] : []),
    ...(draft.policies.some(({ since }) => since === '') ? [words.missing.dates] : []),
  ];
  const submit = () =>
    onStart({
      kind: 'new',
      name: draft.name.trim(),
      superintendent: draft.superintendent.trim(),
      letterhead: lines,
      timeZone: draft.zone,
      agreements: draft.agreements.map(split).map(({ id, version }) => ({ pack: id, version })),
      policies: draft.policies.map(({ name, since }) => {
        const { id, version } = split(name);
        return { policy: id, version, inForceFrom: since, inForceTo: null };
      }),
    });
  const toggle = (list: readonly string[], name: string) =>
    list.includes(name) ? list.filter((each) => each !== name) : [...list, name];
  return (
    <section className="form-lines stack" aria-label={words.fresh}>
      <h2>{words.fresh}</h2>
      <p className="quiet">{words.freshAbout}</p>
      <TextInput
        label={words.name}
        required
        data-autofocus
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={words.superintendent}
        required
        value={draft.superintendent}
        onChange={(event) => change({ superintendent: event.currentTarget.value })}
      />
      <Textarea
        label={words.letterhead}
        required
        autosize
        minRows={2}
        value={draft.letterhead}
        onChange={(event) => change({ letterhead: event.currentTarget.value })}
      />
      <SelectField
        label={words.zone}
        value={draft.zone}
        options={(choices.value?.timeZones ?? [draft.zone]).map((zone) => ({ value: zone, label: zone }))}
        onChange={(zone) => change({ zone })}
      />
      <fieldset className="form-part stack-close">
        <legend className="field-label">{words.agreements}</legend>
        <span className="small quiet">{words.agreementsAbout}</span>
        {(choices.value?.agreements ?? []).map(({ pack, version, title, units }) => {
          const name = `${pack}@${version}`;
          return (
            <Checkbox
              key={name}
              label={title}
              description={units.join(', ')}
              checked={draft.agreements.includes(name)}
              onChange={() => change({ agreements: toggle(draft.agreements, name) })}
            />
          );
        })}
      </fieldset>
      <fieldset className="form-part stack-close">
        <legend className="field-label">{words.policies}</legend>
        {(policies.value?.policies ?? []).map(({ policy, version, title }) => {
          const name = `${policy}@${version}`;
          const taken = draft.policies.find((each) => each.name === name);
          const rest = draft.policies.filter((each) => each.name !== name);
          return (
            <div key={name} className="form-line" data-wide="true">
              <Checkbox
                label={title}
                checked={taken !== undefined}
                onChange={() => change({ policies: taken === undefined ? [...rest, { name, since: '' }] : rest })}
              />
              {taken === undefined ? null : (
                <TextInput
                  type="date"
                  aria-label={words.policySince(title)}
                  value={taken.since}
                  onChange={(event) => change({ policies: [...rest, { name, since: event.currentTarget.value }] })}
                />
              )}
            </div>
          );
        })}
      </fieldset>
      {error === null ? null : <ErrorNotice error={error} />}
      <SubmitRow label={words.start} busyLabel={words.starting} busy={busy} missing={missing} onSubmit={submit}>
        <Button variant="subtle" onClick={onLeave}>
          {cancel}
        </Button>
      </SubmitRow>
    </section>
  );
}
