import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Identity } from '../../../contract/case.ts';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';

/** Who acts on this computer: every line of every log carries this name. */
export function IdentityLine() {
  const words = useWords().start.identity;
  const identity = useQueryCall('identity.view', {});
  const [editing, setEditing] = useState(false);
  // The engine tells of changes to a case; who acts on this computer is no part of one.
  const [saved, setSaved] = useState<Identity | null>(null);
  if (identity.state === 'failed') return <ErrorNotice error={identity.error} />;
  if (identity.state === 'loading') return <p className="quiet">{words.loading}</p>;
  const shown = saved ?? identity.value;
  if (editing) {
    return (
      <IdentityForm
        identity={shown}
        onDone={(renamed) => {
          if (renamed !== null) setSaved(renamed);
          setEditing(false);
        }}
      />
    );
  }
  const { name, role, key } = shown;
  return (
    <div className="start-identity row">
      <p>
        {words.youAre} <strong>{name === '' ? words.notSet : name}</strong>
        {role === '' ? null : `, ${role}`}. <span className="quiet">{words.why}</span>{' '}
        <span className="unseen">{words.key(key)}</span>
      </p>
      <button type="button" className="link-button" title={words.key(key)} onClick={() => setEditing(true)}>
        {words.change}
      </button>
    </div>
  );
}

interface IdentityFormProps {
  readonly identity: Identity;
  /** Given what was saved, or null where everything stays as it was. */
  readonly onDone: (renamed: Identity | null) => void;
}

function IdentityForm({ identity, onDone }: IdentityFormProps) {
  const words = useWords().start.identity;
  const rename = useCommandCall('identity.rename');
  const [name, setName] = useState(identity.name);
  const [role, setRole] = useState(identity.role);
  const complete = name.trim() !== '' && role.trim() !== '';
  return (
    <form
      className="panel stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!complete) return;
        void rename.run({ name: name.trim(), role: role.trim() }).then((renamed) => {
          if (renamed !== null) onDone(renamed);
        });
      }}
    >
      <div className="form-grid">
        <TextInput
          label={words.name}
          required
          data-autofocus
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={words.role}
          placeholder={words.rolePlaceholder}
          required
          maxLength={200}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value)}
        />
      </div>
      {rename.error === null ? null : <ErrorNotice error={rename.error} />}
      <div className="row">
        <Button type="submit" loading={rename.busy}>
          {words.save}
        </Button>
        <Button variant="subtle" onClick={() => onDone(null)}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
