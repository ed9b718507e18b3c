import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClauseView } from '../../../contract/mapping.ts';
import type { Person } from '../../../contract/person.ts';
import { ClauseCode } from '../../parts/clause-code.tsx';
import { QuotedWords } from '../../parts/quoted-words.tsx';
import { useWords } from '../../words/use-words.ts';
import { BindsLine } from './binds-line.tsx';
import { ForceChip } from './force-chip.tsx';

interface ClausePickerProps {
  readonly clauses: readonly ClauseView[];
  /** The clause that is chosen, null while none is. */
  readonly chosen: ClauseView | null;
  readonly respondent: Person | null;
  readonly onChoose: (clause: ClauseView | null) => void;
}

/** A clause of the district's own policies, chosen by its exact words; whom it binds and what force it has stand beside it. */
export function ClausePicker({ clauses, chosen, respondent, onChoose }: ClausePickerProps) {
  const words = useWords().findings.create;
  const [filter, setFilter] = useState('');
  if (clauses.length === 0) return <p>{words.noClauses}</p>;
  if (chosen !== null) {
    return (
      <div className="stack">
        <span className="field-label">{words.clause}</span>
        <ClauseWords clause={chosen} respondent={respondent} />
        <div>
          <Button variant="default" size="compact-xs" onClick={() => onChoose(null)}>
            {words.changeClause}
          </Button>
        </div>
      </div>
    );
  }
  const shown = clauses.filter((clause) => matches(clause, filter));
  return (
    <div className="stack-close">
      <TextInput
        label={words.clause}
        placeholder={words.clauseFilter}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
      />
      <span className="small quiet" role="status">
        {shown.length === 0 ? words.clauseNone : words.clauseShown(shown.length, clauses.length)}
      </span>
      <ul className="clause-picker">
        {shown.map((clause) => (
          <li key={`${clause.policy} ${clause.clause}`}>
            <button type="button" className="clause-picker-line plain-button" onClick={() => onChoose(clause)}>
              <span className="row">
                <strong>
                  <ClauseCode policy={clause.policy} clause={clause.clause} />
                </strong>
                <span>{clause.label}</span>
                <ForceChip force={clause.force} />
              </span>
              <span className="clause-picker-words">{clause.words}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ClauseWordsProps {
  readonly clause: ClauseView;
  readonly respondent: Person | null;
}

function ClauseWords({ clause, respondent }: ClauseWordsProps) {
  const words = useWords().findings;
  return (
    <div className="stack">
      <div className="row">
        <strong>
          {clause.policyTitle}, {clause.clause}: {clause.label}
        </strong>
        <ForceChip force={clause.force} />
      </div>
      <QuotedWords words={clause.words} label={words.clauseWords} />
      <BindsLine binds={clause.binds} respondent={respondent} />
      {clause.notes.length === 0 ? null : (
        <div className="stack-close small">
          <span className="field-label">{words.notes}</span>
          <ul className="dash-list">
            {clause.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      )}
      {clause.detected ? null : <p className="small quiet">{words.create.notDetected}</p>}
    </div>
  );
}

function matches(clause: ClauseView, filter: string): boolean {
  const text = `${clause.policy} ${clause.clause} ${clause.label} ${clause.words}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
