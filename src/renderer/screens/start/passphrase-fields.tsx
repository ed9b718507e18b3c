import { PasswordInput } from '@mantine/core';
import type { Words } from '../../words/index.ts';
import { useWords } from '../../words/use-words.ts';
import { type Strength, strengthOf } from './passphrase-strength.ts';
import './start.css';

interface PassphraseFieldsProps {
  readonly passphrase: string;
  readonly repeat: string;
  readonly label: string;
  readonly help: string;
  readonly repeatLabel: string;
  readonly onChange: (part: { readonly passphrase?: string; readonly repeat?: string }) => void;
}

/** A new passphrase, twice, with a hint of how easily it is guessed. */
export function PassphraseFields({ passphrase, repeat, label, help, repeatLabel, onChange }: PassphraseFieldsProps) {
  const words = useWords().start.create;
  const strength = strengthOf(passphrase);
  return (
    <div className="stack">
      <div className="form-grid">
        <PasswordInput
          label={label}
          description={help}
          autoComplete="new-password"
          value={passphrase}
          onChange={(event) => onChange({ passphrase: event.currentTarget.value })}
        />
        <PasswordInput
          label={repeatLabel}
          description={'\u00a0'}
          autoComplete="new-password"
          value={repeat}
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
