import { Checkbox, PasswordInput } from '@mantine/core';
import { ChoiceRow } from '../../parts/choice-row.tsx';
import type { Words } from '../../words/index.ts';
import { useWords } from '../../words/use-words.ts';
import type { NewCaseDraft } from './new-case-draft.ts';
import { type Strength, strengthOf } from './passphrase-strength.ts';

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
      {draft.protection === 'with' ? <PassphraseFields draft={draft} onChange={onChange} /> : null}
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

function PassphraseFields({ draft, onChange }: ProtectionChoiceProps) {
  const words = useWords().start.create;
  const strength = strengthOf(draft.passphrase);
  return (
    <div className="stack">
      <div className="form-grid">
        <PasswordInput
          label={words.passphrase}
          description={words.passphraseHelp}
          autoComplete="new-password"
          value={draft.passphrase}
          onChange={(event) => onChange({ passphrase: event.currentTarget.value })}
        />
        <PasswordInput
          label={words.repeat}
          description={'\u00a0'}
          autoComplete="new-password"
          value={draft.repeat}
          onChange={(event) => onChange({ repeat: event.currentTarget.value })}
        />
      </div>
      <p className="strength" role="status">
        <span className="strength-bars" aria-hidden="true">
          {(['weak', 'fair', 'good'] as const).map((level) => (
            <i key={level} data-on={reaches(strength, level)} />
          ))}
        </span>
        <span className="small">
          {words.strength}: {strengthWords(strength, words.strengthWords)}
        </span>
      </p>
    </div>
  );
}

const order = ['none', 'short', 'weak', 'fair', 'good'];

function reaches(strength: Strength, level: 'weak' | 'fair' | 'good'): boolean {
  return order.indexOf(strength.level) >= order.indexOf(level);
}

function strengthWords(strength: Strength, words: Words['start']['create']['strengthWords']): string {
  return strength.level === 'short' ? words.short(strength.missing) : words[strength.level];
}
