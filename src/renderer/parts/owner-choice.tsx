import { Select } from '@mantine/core';
import { useCommandCall, useQueryCall } from '../engine/use-call.ts';
import { useNavigation } from '../frame/navigation.tsx';
import { useWords } from '../words/use-words.ts';
import { ErrorNotice } from './error-notice.tsx';

interface OwnerChoiceProps {
  readonly evidenceId: string;
  readonly onDone?: (() => void) | undefined;
}

/** Whose phone or account a file was taken from: its outgoing lines then have a sender, its messages a recipient. */
export function OwnerChoice({ evidenceId, onDone }: OwnerChoiceProps) {
  const words = useWords().parts.owner;
  const { go } = useNavigation();
  const files = useQueryCall('evidence.list', {});
  const people = useQueryCall('person.list', {});
  const set = useCommandCall('evidence.set-owner');
  const row = (files.value ?? []).find(({ id }) => id === evidenceId);
  if (row === undefined) return null;
  const choose = (personId: string | null) =>
    void set.run({ id: evidenceId, personId }).then((done) => {
      if (done !== null) onDone?.();
    });
  return (
    <div className="stack-close">
      <Select
        label={words.label}
        description={words.about}
        placeholder={words.nobody}
        searchable
        clearable
        disabled={set.busy}
        nothingFoundMessage={words.notFound}
        data={(people.value ?? []).map(({ id, name, position }) => ({
          value: id,
          label: position === null ? name : `${name}, ${position}`,
        }))}
        value={row.ownerId}
        onChange={choose}
      />
      <div>
        <button type="button" className="link-button small" onClick={() => go('people', { person: 'new' })}>
          {words.addPerson}
        </button>
      </div>
      {set.error === null ? null : <ErrorNotice error={set.error} onDismiss={set.clear} />}
    </div>
  );
}
