import { Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { SelectField } from '../../parts/select-field.tsx';
import { useWords } from '../../words/use-words.ts';
import type { PersonDraft } from './person-draft.ts';

type Account = PersonDraft['accounts'][number];

interface AccountMoreProps {
  readonly account: Account;
  readonly onChange: (part: Partial<Account>) => void;
}

/** Since when an account is theirs and how that is known, and what each look at its profile showed. */
export function AccountMore({ account, onChange }: AccountMoreProps) {
  const words = useWords().personRecords.account;
  const known = account.howKnown !== '' || account.since !== '' || account.disclaimers.length > 0;
  const setLook = (at: number, part: Partial<Account['disclaimers'][number]>) =>
    onChange({ disclaimers: account.disclaimers.map((look, index) => (index === at ? { ...look, ...part } : look)) });
  return (
    <details className="account-more" open={known}>
      <summary>{words.more}</summary>
      <div className="form-lines">
        <div className="form-line">
          <TextInput
            label={words.howKnown}
            placeholder={words.howKnownPlaceholder}
            maxLength={400}
            className="account-how"
            value={account.howKnown}
            onChange={(event) => onChange({ howKnown: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={words.since}
            value={account.since}
            onChange={(event) => onChange({ since: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={words.until}
            value={account.until}
            onChange={(event) => onChange({ until: event.currentTarget.value })}
          />
        </div>
        <p className="small quiet">{words.seenHelp}</p>
        {account.disclaimers.map((look, index) => (
          <fieldset key={keyOfPlace(index)} className="form-line" aria-label={words.seenRow(index + 1, account.handle)}>
            <TextInput
              type="date"
              label={words.seenOn}
              value={look.seenOn}
              onChange={(event) => setLook(index, { seenOn: event.currentTarget.value })}
            />
            <SelectField
              label={words.shown}
              value={look.shown ? 'yes' : 'no'}
              options={(['yes', 'no'] as const).map((value) => ({ value, label: words.shownChoices[value] }))}
              onChange={(value) => setLook(index, { shown: value === 'yes' })}
            />
            <TextInput
              label={words.words}
              maxLength={1000}
              value={look.words}
              onChange={(event) => setLook(index, { words: event.currentTarget.value })}
            />
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={words.removeSeen(index + 1)}
              title={words.removeSeen(index + 1)}
              onClick={() => onChange({ disclaimers: account.disclaimers.filter((_, other) => other !== index) })}
            >
              <IconX size={14} aria-hidden />
            </Button>
          </fieldset>
        ))}
        <div>
          <Button
            variant="default"
            size="compact-xs"
            onClick={() => onChange({ disclaimers: [...account.disclaimers, { seenOn: '', shown: true, words: '' }] })}
          >
            {words.addSeen}
          </Button>
        </div>
      </div>
    </details>
  );
}

function keyOfPlace(index: number): string {
  return `line-${index}`;
}
