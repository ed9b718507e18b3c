import { Tooltip } from '@mantine/core';
import { IconEyeOff, IconSparkles } from '@tabler/icons-react';
import type { AllegationView } from '../../../contract/finding.ts';
import type { ClauseView, ElementState, GridRow } from '../../../contract/mapping.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { ClauseCode } from '../../parts/clause-code.tsx';
import { useWords } from '../../words/use-words.ts';
import { allegationsUnder, type ChosenCell, chooseCell, chosenCell, clauseKey, isSameCell } from './grid-cell.ts';

interface GridTableProps {
  readonly rows: readonly GridRow[];
  readonly clauses: readonly ClauseView[];
  readonly allegations: readonly AllegationView[];
}

/** One row a clause, grouped by policy; a cell is a button that opens both lists beside the grid. */
export function GridTable({ rows, clauses, allegations }: GridTableProps) {
  const words = useWords().grid;
  const policies = [...new Set(rows.map((row) => row.policy))];
  const titleOf = (policy: string) => clauses.find((clause) => clause.policy === policy)?.policyTitle ?? policy;
  return (
    <div className="grid-scroll">
      <table className="clause-grid" aria-label={words.table}>
        <thead>
          <tr>
            <th scope="col">{words.columns.clause}</th>
            <th scope="col">{words.columns.elements}</th>
          </tr>
        </thead>
        {policies.map((policy) => (
          <tbody key={policy}>
            <tr className="grid-policy">
              <th scope="rowgroup" colSpan={2}>
                {titleOf(policy)}
              </th>
            </tr>
            {rows
              .filter((row) => row.policy === policy)
              .map((row) => (
                <ClauseRow
                  key={row.clause}
                  row={row}
                  clause={clauses.find((clause) => clause.policy === row.policy && clause.clause === row.clause)}
                  allegations={allegationsUnder(allegations, row)}
                />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface ClauseRowProps {
  readonly row: GridRow;
  readonly clause: ClauseView | undefined;
  readonly allegations: readonly AllegationView[];
}

function ClauseRow({ row, clause, allegations }: ClauseRowProps) {
  const words = useWords().grid;
  const key = clauseKey(row);
  return (
    <tr>
      <th scope="row" className="grid-clause">
        <span className="grid-label">{row.label}</span>
        <Tooltip label={words.forceAbout}>
          <span className="grid-force">
            <ClauseCode clause={row.clause} /> · {words.force[row.force] ?? row.force}
          </span>
        </Tooltip>
        <MachineCell row={row} />
      </th>
      <td>
        <div className="grid-cells">
          {row.elements.map((element) => (
            <ElementCell key={element.id} clauseKey={key} element={element} />
          ))}
          {(clause?.exceptions ?? []).map((exception) => (
            <ExceptionCell key={exception.id} clauseKey={key} id={exception.id} allegations={allegations} />
          ))}
          {allegations.length === 0 ? null : <ScreenCell clauseKey={key} allegations={allegations} />}
        </div>
      </td>
    </tr>
  );
}

function MachineCell({ row }: { readonly row: GridRow }) {
  const words = useWords().grid;
  const { go } = useNavigation();
  if (!row.detected && row.suggested === 0) {
    return (
      <Tooltip label={words.notDetectedAbout}>
        <span className="grid-blind">
          <IconEyeOff size={13} aria-hidden /> {words.notDetected}
        </span>
      </Tooltip>
    );
  }
  const decided = row.relevant + row.notRelevant;
  return (
    <span className="grid-machine">
      {row.suggested === 0 ? null : (
        <button
          type="button"
          className="chip chip-button"
          data-tone="suggested"
          onClick={() => go('evidence', { clause: clauseKey(row), only: 'suggested' })}
        >
          <IconSparkles size={12} aria-hidden />
          {words.suggested(row.suggested)}
        </button>
      )}
      {decided === 0 ? null : <span>{words.decided(row.relevant, row.notRelevant)}</span>}
      {row.setAside === 0 ? null : <span>{words.setAside(row.setAside)}</span>}
      {row.suggested + decided + row.setAside === 0 ? <span>{words.nothing}</span> : null}
    </span>
  );
}

const signs: Readonly<Record<ElementState, string>> = {
  met: '●',
  'not-met': '○',
  inconclusive: '◐',
  'not-examined': '·',
};

/** The states that people gave, each once, with the allegations that have it. */
function statesOf(element: GridRow['elements'][number]) {
  const kinds = [...new Set(element.states.map(({ state }) => state))];
  return kinds.map((state) => ({
    state,
    allegations: element.states.filter((one) => one.state === state).map(({ allegation }) => allegation),
  }));
}

/** Answers of several allegations in one line, equal ones together. */
function together(answers: readonly string[], howMany: (answer: string, n: number, of: number) => string): string {
  const kinds = [...new Set(answers)];
  return kinds
    .map((kind) => howMany(kind, answers.filter((answer) => answer === kind).length, answers.length))
    .join(', ');
}

interface ElementCellProps {
  readonly clauseKey: string;
  readonly element: GridRow['elements'][number];
}

function ElementCell({ clauseKey: key, element }: ElementCellProps) {
  const words = useWords().grid;
  return (
    <Cell cell={{ kind: 'element', clauseKey: key, id: element.id }} empty={element.for + element.against === 0}>
      <span className="cell-label">{element.label}</span>
      <span className="cell-line">
        <span className="cell-states">
          {element.states.length === 0 ? (
            <span title={words.states['not-examined']}>
              <span aria-hidden>{signs['not-examined']}</span>
              <span className="unseen">{words.states['not-examined']}</span>
            </span>
          ) : (
            statesOf(element).map(({ state, allegations }) => (
              <span
                key={state}
                title={allegations.map((allegation) => words.stateOf(allegation, words.states[state])).join('\n')}
              >
                <span aria-hidden>{signs[state]}</span>{' '}
                {words.howMany(words.states[state], allegations.length, element.states.length)}
              </span>
            ))
          )}
        </span>
        <span className="cell-count" data-side="for" data-none={element.for === 0}>
          {words.for(element.for)}
        </span>
        <span className="cell-count" data-side="against" data-none={element.against === 0}>
          {words.against(element.against)}
        </span>
      </span>
    </Cell>
  );
}

interface ExceptionCellProps {
  readonly clauseKey: string;
  readonly id: string;
  readonly allegations: readonly AllegationView[];
}

function ExceptionCell({ clauseKey: key, id, allegations }: ExceptionCellProps) {
  const words = useWords();
  const name = words.viewer.suggestion.exceptionNames[id] ?? id;
  const answers = allegations.flatMap((one) => one.exceptions.find((exception) => exception.id === id)?.answer ?? []);
  const said =
    answers.length === 0
      ? words.grid.answers['not-asked']
      : together(
          answers.map((one) => words.grid.answers[one] ?? one),
          words.grid.howMany,
        );
  return (
    <Cell cell={{ kind: 'exception', clauseKey: key, id }} empty={answers.every((one) => one === 'not-asked')}>
      <span className="cell-label">
        <span className="cell-kind">{words.grid.exception}</span> {name}
      </span>
      <span className="cell-line">{said}</span>
    </Cell>
  );
}

function ScreenCell({ clauseKey: key, allegations }: Omit<ExceptionCellProps, 'id'>) {
  const words = useWords().grid;
  const answers = allegations.map((one) => words.screens[one.screen.answer] ?? one.screen.answer);
  return (
    <Cell
      cell={{ kind: 'screen', clauseKey: key }}
      empty={allegations.every((one) => one.screen.answer === 'not-asked')}
    >
      <span className="cell-label">{words.columns.screen}</span>
      <span className="cell-line">{together(answers, words.howMany)}</span>
    </Cell>
  );
}

interface CellProps {
  readonly cell: ChosenCell;
  readonly empty: boolean;
  readonly children: React.ReactNode;
}

function Cell({ cell, empty, children }: CellProps) {
  const { place, set } = useNavigation();
  const chosen = isSameCell(chosenCell(place.params), cell);
  return (
    <button
      type="button"
      className="grid-cell"
      data-kind={cell.kind}
      data-empty={empty}
      aria-pressed={chosen}
      onClick={() => chooseCell(set, cell)}
    >
      {children}
    </button>
  );
}
