import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { RosterOrder, RosterRow } from '../../../contract/roster.ts';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';

/** What would become of each row, with a tick for those to take. */
export function RosterRows({ order }: { readonly order: RosterOrder }) {
  const words = useWords().personRecords.roster;
  const check = useQueryCall('roster.check', order);
  const take = useCommandCall('roster.take');
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [only, setOnly] = useState(false);
  const [taken, setTaken] = useState<number | null>(null);
  if (taken !== null) return <p role="status">{words.taken(taken)}</p>;
  if (check.state === 'failed') return <ErrorNotice error={check.error} />;
  if (check.state === 'loading') return <p className="loading-line">{words.checking}</p>;
  const { name, rows } = check.value;
  const fresh = rows.filter(({ outcome }) => outcome === 'new');
  const chosen = fresh.flatMap(({ row, person }) => (person === null || left.has(row) ? [] : [{ row, person }]));
  const shown = only ? rows.filter(({ outcome, notes }) => outcome !== 'new' || notes.length > 0) : rows;
  const toggle = (row: number, on: boolean) => {
    const next = new Set(left);
    if (on) next.delete(row);
    else next.add(row);
    setLeft(next);
  };
  const run = async () => {
    const done = await take.run({ name, rows: chosen });
    if (done !== null) setTaken(done.added);
  };
  return (
    <section className="stack" aria-label={words.result}>
      <div className="row-apart">
        <h3>
          {words.result}: <span className="quiet">{words.counts(fresh.length, rows.length - fresh.length)}</span>
        </h3>
        <Checkbox label={words.only} checked={only} onChange={(event) => setOnly(event.currentTarget.checked)} />
      </div>
      <div className="table-scroll">
        <table className="plain-table" aria-label={words.result}>
          <thead>
            <tr>
              <th scope="col">{words.head.take}</th>
              <th scope="col">{words.head.row}</th>
              <th scope="col">{words.head.name}</th>
              <th scope="col">{words.head.what}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.row} row={row} on={!left.has(row.row)} onToggle={(on) => toggle(row.row, on)} />
            ))}
          </tbody>
        </table>
      </div>
      {take.error === null ? null : <ErrorNotice error={take.error} />}
      <div className="row">
        <Button disabled={chosen.length === 0} loading={take.busy} onClick={() => void run()}>
          {words.take(chosen.length)}
        </Button>
        {chosen.length === 0 ? <p>{words.nobody}</p> : null}
      </div>
    </section>
  );
}

interface RowProps {
  readonly row: RosterRow;
  readonly on: boolean;
  readonly onToggle: (on: boolean) => void;
}

function Row({ row, on, onToggle }: RowProps) {
  const words = useWords().personRecords.roster;
  const isNew = row.outcome === 'new';
  return (
    <tr>
      <td>
        {isNew ? (
          <Checkbox
            aria-label={words.takeRow(row.row, row.name ?? '')}
            checked={on}
            onChange={(event) => onToggle(event.currentTarget.checked)}
          />
        ) : null}
      </td>
      <td className="quiet">{row.row}</td>
      <th scope="row">{row.name ?? <span className="quiet">{words.noName}</span>}</th>
      <td>
        <span className="chip" data-tone={isNew ? 'done' : row.outcome === 'cannot-be-taken' ? 'attention' : 'blocked'}>
          {words.outcomes[row.outcome]}
        </span>{' '}
        {row.because}
        {row.notes.map((note) => (
          <span key={note} className="small quiet roster-note">
            {note}
          </span>
        ))}
      </td>
    </tr>
  );
}
