import { Button } from '@mantine/core';
import { IconLayoutGrid } from '@tabler/icons-react';
import type { AllegationView } from '../../../contract/finding.ts';
import type { ClauseView, GridRow } from '../../../contract/mapping.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { ClauseCode } from '../../parts/clause-code.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useWords } from '../../words/use-words.ts';
import { ElementPassages } from './element-passages.tsx';
import { allegationsUnder, type ChosenCell, chosenCell, clauseKey } from './grid-cell.ts';

interface CellPanelProps {
  readonly rows: readonly GridRow[];
  readonly clauses: readonly ClauseView[];
  readonly allegations: readonly AllegationView[];
}

/** What the chosen cell holds: passages for and against an element, or the answers about an exception. */
export function CellPanel({ rows, clauses, allegations }: CellPanelProps) {
  const words = useWords().grid;
  const { place } = useNavigation();
  const cell = chosenCell(place.params);
  const row = rows.find((one) => clauseKey(one) === cell?.clauseKey);
  const clause = clauses.find((one) => clauseKey(one) === cell?.clauseKey);
  if (cell === null || row === undefined || clause === undefined) {
    return <EmptyState icon={<IconLayoutGrid size={22} />} title={words.choose} about={words.chooseAbout} />;
  }
  return (
    <article className="cell-panel" aria-label={clause.label}>
      <header className="stack-close">
        <p className="quiet">
          <ClauseCode clause={clause.clause} />: {clause.label}
        </p>
        <CellTitle cell={cell} clause={clause} />
      </header>
      {cell.kind === 'element' ? (
        <ElementPassages clause={clause} row={row} element={cell.id} />
      ) : (
        <Answers cell={cell} clause={clause} allegations={allegationsUnder(allegations, clause)} />
      )}
      <ClauseWords clause={clause} row={row} />
    </article>
  );
}

function CellTitle({ cell, clause }: { readonly cell: ChosenCell; readonly clause: ClauseView }) {
  const words = useWords();
  if (cell.kind === 'element') {
    const element = clause.elements.find((one) => one.id === cell.id);
    return (
      <>
        <h2>{element?.label ?? cell.id}</h2>
        <p>{element?.question}</p>
      </>
    );
  }
  if (cell.kind === 'exception') {
    const exception = clause.exceptions.find((one) => one.id === cell.id);
    return (
      <>
        <h2>{words.viewer.suggestion.exceptionNames[cell.id] ?? cell.id}</h2>
        <blockquote className="reading clause-words">{exception?.words}</blockquote>
        <p>
          <strong>{words.grid.exceptionQuestion}:</strong> {exception?.question}
        </p>
      </>
    );
  }
  return (
    <>
      <h2>{words.grid.columns.screen}</h2>
      <p>{words.viewer.flags['protected-speech'].about}</p>
    </>
  );
}

interface AnswersProps {
  readonly cell: ChosenCell;
  readonly clause: ClauseView;
  readonly allegations: readonly AllegationView[];
}

function Answers({ cell, allegations }: AnswersProps) {
  const words = useWords();
  const { go } = useNavigation();
  if (allegations.length === 0) return <p className="quiet">{words.grid.noAnswers}</p>;
  return (
    <section className="stack">
      <h3>{words.grid.answersTitle}</h3>
      <ul className="stack">
        {allegations.map((view) => {
          const { answer, reason } = answerOf(view, cell);
          const said = cell.kind === 'screen' ? words.grid.screens[answer] : words.grid.answers[answer];
          return (
            <li key={view.allegation.id} className="panel stack-close">
              <strong>
                {words.viewer.mark.allegationOption(view.allegation.number, view.respondent)}: {said ?? answer}
              </strong>
              {reason === null ? null : <p>{reason}</p>}
              <div>
                <button
                  type="button"
                  className="link-button"
                  onClick={() => go('findings', { allegation: view.allegation.id })}
                >
                  {words.grid.toFindings}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function answerOf(view: AllegationView, cell: ChosenCell): { readonly answer: string; readonly reason: string | null } {
  if (cell.kind !== 'exception') return view.screen;
  return view.exceptions.find((one) => one.id === cell.id) ?? { answer: 'not-asked', reason: null };
}

function ClauseWords({ clause, row }: { readonly clause: ClauseView; readonly row: GridRow }) {
  const words = useWords().grid;
  const { go } = useNavigation();
  return (
    <section className="stack">
      <h3>{words.clauseWords}</h3>
      <blockquote className="reading clause-words">{clause.words}</blockquote>
      {clause.binds.length === 0 ? null : <p className="quiet">{words.bindsAbout(clause.binds.join(', '))}</p>}
      {clause.notes.length === 0 ? null : (
        <details>
          <summary>{words.notes}</summary>
          <ul className="file-reasons">
            {clause.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
      {row.detected ? null : <p className="grid-blind">{words.notDetectedAbout}</p>}
      <div className="row">
        {row.suggested === 0 ? null : (
          <Button variant="default" onClick={() => go('evidence', { clause: clauseKey(row), only: 'suggested' })}>
            {words.showSuggested(row.suggested)}
          </Button>
        )}
        <Button variant="default" onClick={() => go('evidence', { clause: clauseKey(row) })}>
          {words.showItems}
        </Button>
      </div>
    </section>
  );
}
