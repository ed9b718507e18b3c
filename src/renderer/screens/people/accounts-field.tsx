import { Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { SelectField } from '../../parts/select-field.tsx';
import { useWords } from '../../words/use-words.ts';
import { AccountMore } from './account-more.tsx';
import { blankAccount, type PersonDraft } from './person-draft.ts';

type Accounts = PersonDraft['accounts'];

interface AccountsFieldProps {
  readonly accounts: Accounts;
  readonly onChange: (accounts: Accounts) => void;
}

/** The names and handles under which somebody stands in the evidence, and what is known of each account. */
export function AccountsField({ accounts, onChange }: AccountsFieldProps) {
  const words = useWords().people.form;
  return (
    <fieldset className="form-part form-lines">
      <legend>{words.accounts}</legend>
      <p className="small quiet">{words.accountsHelp}</p>
      {accounts.map((account, index) => (
        <AccountLine
          key={keyOfPlace(index)}
          account={account}
          number={index + 1}
          onChange={(part) => onChange(accounts.map((line, other) => (other === index ? { ...line, ...part } : line)))}
          onRemove={() => onChange(accounts.filter((_, other) => other !== index))}
        />
      ))}
      <div>
        <Button variant="default" size="compact-xs" onClick={() => onChange([...accounts, blankAccount])}>
          {words.addAccount}
        </Button>
      </div>
    </fieldset>
  );
}

interface AccountLineProps {
  readonly account: Accounts[number];
  readonly number: number;
  readonly onChange: (part: Partial<Accounts[number]>) => void;
  readonly onRemove: () => void;
}

function AccountLine({ account, number, onChange, onRemove }: AccountLineProps) {
  const all = useWords().people;
  const words = all.form;
  return (
    <fieldset className="form-line" data-wide="true" aria-label={words.accountRow(number)}>
      <TextInput
        label={words.handle}
        value={account.handle}
        onChange={(event) => onChange({ handle: event.currentTarget.value })}
      />
      <TextInput
        label={words.platform}
        placeholder={words.platformPlaceholder}
        value={account.platform}
        onChange={(event) => onChange({ platform: event.currentTarget.value })}
      />
      <SelectField
        label={words.owner}
        value={account.owner}
        options={(['personal', 'district', 'unknown'] as const).map((owner) => ({
          value: owner,
          label: all.owners[owner],
        }))}
        onChange={(owner) => onChange({ owner })}
      />
      <SelectField
        label={words.disclaimer}
        value={account.disclaimer}
        options={(['not-looked', 'yes', 'no'] as const).map((state) => ({
          value: state,
          label: words.disclaimers[state],
        }))}
        onChange={(disclaimer) => onChange({ disclaimer })}
      />
      <Button
        variant="subtle"
        size="compact-xs"
        aria-label={words.removeAccount(number)}
        title={words.removeAccount(number)}
        onClick={onRemove}
      >
        <IconX size={14} aria-hidden />
      </Button>
      <AccountMore account={account} onChange={onChange} />
    </fieldset>
  );
}

function keyOfPlace(index: number): string {
  return `line-${index}`;
}
