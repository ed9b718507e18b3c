import { Checkbox } from '@mantine/core';
import { ChoiceRow } from '../../parts/choice-row.tsx';
import { useWords } from '../../words/use-words.ts';
import type { NewCaseDraft } from './new-case-draft.ts';
import { PassphraseFields } from './passphrase-fields.tsx';

interface ProtectionChoiceProps {
  readonly draft: NewCaseDraft;
  readonly onChange: (part: Partial<NewCaseDraft>) => void;
}

/** Encrypted by default; going without is possible, but only with a sentence that is ticked. */
export function ProtectionChoice({ draft, onChange }: ProtectionChoiceProps) {
  const words = useWords().start.create;
  return (
    <div className="option-list">
      <ChoiceRow
        legend={words.protection}
        value={draft.protection}
        choices={[
          { value: 'with', label: words.withPassphrase, about: words.withPassphraseAbout },
          { value: 'without', label: words.withoutPassphrase, about: words.withoutPassphraseAbout },
        ]}
        onChange={(protection) => onChange({ protection, withoutConfirmed: false })}
      />
      {draft.protection === 'with' ? (
        <PassphraseFields
          passphrase={draft.passphrase}
          repeat={draft.repeat}
          label={words.passphrase}
          help={words.passphraseHelp}
          repeatLabel={words.repeat}
          onChange={onChange}
        />
      ) : null}
      {draft.protection === 'without' ? (
        <Checkbox
          label={words.withoutConfirm}
          checked={draft.withoutConfirmed}
          onChange={(event) => onChange({ withoutConfirmed: event.currentTarget.checked })}
        />
      ) : null}
    </div>
  );
}
