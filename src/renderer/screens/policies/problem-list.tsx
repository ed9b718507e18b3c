import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DraftEdit, DraftProblem, PolicyDraft } from '../../../contract/policy-import.ts';
import { useWords } from '../../words/use-words.ts';

interface ProblemListProps {
  readonly draft: PolicyDraft;
  readonly onChoose: (clause: string) => void;
  readonly onEdit: (edit: DraftEdit) => void;
}

/** What stands in the way of saving, and what a careful reader should know; each leads to its clause. */
export function ProblemList({ draft, onChoose, onEdit }: ProblemListProps) {
  const words = useWords().policies;
  const [asking, setAsking] = useState(false);
  const blocking = draft.problems.filter((problem) => problem.blocking);
  const hints = draft.problems.filter((problem) => !problem.blocking);
  const rest = draft.clauses.filter(({ confirmed }) => !confirmed).map(({ key }) => key);
  const list = (problems: readonly DraftProblem[]) => (
    <ul className="policy-why">
      {problems.map(({ clause, kind, message }) => (
        <li key={`${clause ?? ''}${kind}${message}`}>
          {clause === null ? (
            message
          ) : (
            <button type="button" className="link-button" onClick={() => onChoose(clause)}>
              {message}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <section className="panel stack" aria-label={words.problems(blocking.length)}>
      <h2>{blocking.length === 0 ? words.noProblems : words.problems(blocking.length)}</h2>
      {list(blocking)}
      {rest.length < 2 ? null : asking ? (
        <div className="stack-close" role="alert">
          <p>{words.confirmRestAsk}</p>
          <div className="row">
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                setAsking(false);
                onEdit({ do: 'confirm', clauses: rest, confirmed: true });
              }}
            >
              {words.confirmRestYes}
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={() => setAsking(false)}>
              {words.cancel}
            </Button>
          </div>
        </div>
      ) : (
        <div>
          <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
            {words.confirmRest(rest.length)}
          </Button>
        </div>
      )}
      {hints.length === 0 ? null : (
        <details className="policy-details">
          <summary>{words.hints(hints.length)}</summary>
          {list(hints)}
        </details>
      )}
    </section>
  );
}
