import { Button } from '@mantine/core';
import { IconCircleDashed, IconGavel, IconPlus, IconSlash } from '@tabler/icons-react';
import type { AllegationView } from '../../../contract/finding.ts';
import { ClauseCode } from '../../parts/clause-code.tsx';
import { useWords } from '../../words/use-words.ts';
import { findingWords } from './finding-words.ts';

interface AllegationListProps {
  readonly allegations: readonly AllegationView[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly onAdd: () => void;
}

/** All allegations with how each stands; what is open looks lighter than what a person has found. */
export function AllegationList({ allegations, chosen, onChoose, onAdd }: AllegationListProps) {
  const words = useWords().findings;
  return (
    <nav className="allegation-list" aria-label={words.list.label}>
      <div className="allegation-list-head">
        <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={onAdd}>
          {words.list.add}
        </Button>
      </div>
      <ul>
        {allegations.map((view) => (
          <li key={view.allegation.id}>
            <button
              type="button"
              className="allegation-line plain-button"
              aria-current={view.allegation.id === chosen ? 'true' : undefined}
              onClick={() => onChoose(view.allegation.id)}
            >
              <span className="row-apart">
                <span className="small quiet">{words.list.number(view.allegation.number)}</span>
                <span className="small quiet">
                  <ClauseCode policy={view.allegation.policy} clause={view.allegation.clause} />
                </span>
              </span>
              <strong>{view.respondent}</strong>
              <span className="allegation-line-clause">{view.clauseLabel}</span>
              <StateChip view={view} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Open is dashed; found is solid. */
export function StateChip({ view }: { readonly view: AllegationView }) {
  const words = useWords().findings;
  if (view.allegation.withdrawn) {
    return (
      <span className="chip" data-tone="blocked">
        <IconSlash size={12} aria-hidden /> {words.list.withdrawn}
      </span>
    );
  }
  if (view.finding === null) {
    return (
      <span className="chip chip-open">
        <IconCircleDashed size={12} aria-hidden /> {words.list.open}
      </span>
    );
  }
  return (
    <span className="chip" data-tone="accent">
      <IconGavel size={12} aria-hidden /> {findingWords(view.finding, words.finding)}
    </span>
  );
}
