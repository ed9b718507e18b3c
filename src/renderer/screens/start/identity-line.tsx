import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Identity } from '../../../contract/case.ts';
import { useOs } from '../../engine/os.tsx';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';

/** Who acts on this computer: every line of every log carries this name. */
export function IdentityLine() {
  const words = useWords().start.identity;
  const os = useOs();
  const identity = useQueryCall('identity.view', {});
  const [editing, setEditing] = useState(false);
  if (identity.state === 'failed') return <ErrorNotice error={identity.error} />;
  if (identity.state === 'loading') return <p className="quiet">{words.loading}</p>;
  if (editing) return <IdentityForm identity={identity.value} onDone={() => setEditing(false)} />;
  const { name, role, key } = identity.value;
  return (
    <div className="start-identity row">
      <p>
        {words.youAre} <strong>{name === '' ? words.notSet : name}</strong>
        {role === '' ? null : `, ${role}`}. <span className="quiet">{words.why}</span>{' '}
        <span className="small quiet">
          {words.keyIs} <code>{key.match(/.{1,8}/g)?.join(' ')}</code>
        </span>
        <CopyButton compact label={words.copyKey} done={words.keyCopied} copy={() => os.copyText(key)} />
      </p>
      <button type="button" className="link-button" title={words.key(key)} onClick={() => setEditing(true)}>
        {words.change}
      </button>
    </div>
  );
}

interface IdentityFormProps {
  readonly identity: Identity;
  readonly onDone: () => void;
}

function IdentityForm({ identity, onDone }: IdentityFormProps) {
  const words = useWords().start.identity;
  const rename = useCommandCall('identity.rename');
  const cache = useQueryClient();
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
          if (renamed === null) return;
          // The engine tells of changes to a case; who acts on this computer is no part of one.
          cache.setQueryData(['identity.view', {}], renamed);
          onDone();
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
        <Button variant="subtle" onClick={onDone}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
