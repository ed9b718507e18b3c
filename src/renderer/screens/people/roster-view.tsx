import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { CaseRole } from '../../../contract/person.ts';
import { RosterField, type RosterOrder, type RosterTable } from '../../../contract/roster.ts';
import { useOs } from '../../engine/os.tsx';
import { useQueryCall } from '../../engine/use-call.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { useWords } from '../../words/use-words.ts';
import { RosterRows } from './roster-rows.tsx';

/** A list of people from a file: what its columns hold, what becomes of each row, then all that was chosen or none. */
export function RosterView({ onClose }: { readonly onClose: () => void }) {
  const words = useWords().personRecords.roster;
  const os = useOs();
  const [path, setPath] = useState<string | null>(null);
  const choose = async () => {
    const [chosen] = (await os.chooseFiles()) ?? [];
    if (chosen !== undefined) setPath(chosen);
  };
  return (
    <section className="roster stack" aria-label={words.title}>
      <div className="row-apart">
        <h2>{words.title}</h2>
        <div className="row">
          {path === null ? null : (
            <Button size="compact-sm" variant="default" onClick={() => void choose()}>
              {words.another}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" onClick={onClose}>
            {words.close}
          </Button>
        </div>
      </div>
      {path === null ? (
        <EmptyState
          icon={<IconFileSpreadsheet size={22} />}
          title={words.choose}
          about={words.about}
          action={{ label: words.choose, run: () => void choose() }}
        />
      ) : (
        <RosterFileView key={path} path={path} />
      )}
    </section>
  );
}

function RosterFileView({ path }: { readonly path: string }) {
  const words = useWords().personRecords.roster;
  const file = useQueryCall('roster.read', { path });
  const [sheet, setSheet] = useState('');
  if (file.state === 'failed') return <ErrorNotice error={file.error} />;
  if (file.state === 'loading') return <p className="loading-line">{words.reading}</p>;
  const tables = file.value.tables;
  const table = tables.find((one) => one.sheet === sheet) ?? tables[0];
  if (table === undefined) return null;
  return (
    <div className="stack">
      <p>
        <strong>{file.value.name}</strong> <span className="quiet">{words.rows(table.rows)}</span>
      </p>
      {tables.length < 2 ? null : (
        <SelectField
          label={words.sheet}
          value={table.sheet ?? ''}
          options={tables.map((one) => ({ value: one.sheet ?? '', label: one.sheet ?? '' }))}
          onChange={setSheet}
        />
      )}
      <Columns key={table.sheet ?? ''} path={path} table={table} />
    </div>
  );
}

function Columns({ path, table }: { readonly path: string; readonly table: RosterTable }) {
  const all = useWords();
  const words = all.personRecords.roster;
  const [columns, setColumns] = useState(table.proposed);
  const [caseRole, setCaseRole] = useState<RosterOrder['caseRole']>('witness');
  const [order, setOrder] = useState<RosterOrder | null>(null);
  const named = columns.some((field) => field === 'name' || field === 'first-name' || field === 'last-name');
  const options = [
    { value: '', label: words.leaveOut },
    ...RosterField.options.map((value) => ({ value: value as string, label: words.fields[value] })),
  ];
  const change = (at: number, value: string) => {
    const field = RosterField.options.find((one) => one === value) ?? null;
    setOrder(null);
    // What a column holds no other one does.
    setColumns(columns.map((held, index) => (index === at ? field : held === field && field !== null ? null : held)));
  };
  return (
    <>
      <div className="table-scroll">
        <table className="plain-table roster-columns" aria-label={words.columns}>
          <thead>
            <tr>
              <th scope="col">{words.columnHead.heading}</th>
              <th scope="col">{words.columnHead.examples}</th>
              <th scope="col">{words.columnHead.field}</th>
            </tr>
          </thead>
          <tbody>
            {table.headings.map((heading, index) => (
              <tr key={keyOfPlace(index)} data-left-out={columns[index] === null}>
                <th scope="row">{words.column(heading, index + 1)}</th>
                <td className="quiet">
                  {table.sample
                    .map((row) => row[index] ?? '')
                    .filter((cell) => cell !== '')
                    .join(' · ')}
                </td>
                <td>
                  <SelectField
                    label={words.holds(words.column(heading, index + 1))}
                    value={columns[index] ?? ''}
                    options={options}
                    onChange={(value) => change(index, value)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="row roster-order">
        <SelectField
          label={words.role}
          value={caseRole}
          options={CaseRole.options.map((value) => ({ value, label: all.people.roles[value] }))}
          onChange={(role) => {
            setOrder(null);
            setCaseRole(role);
          }}
        />
        <Button
          aria-disabled={!named}
          onClick={() => (named ? setOrder({ path, sheet: table.sheet, columns, caseRole }) : undefined)}
        >
          {words.check}
        </Button>
        {named ? null : <p role="status">{words.missing.name}</p>}
      </div>
      {order === null ? null : <RosterRows key={JSON.stringify(order)} order={order} />}
    </>
  );
}

/** Two columns may bear the same heading: a column is known by its place. */
function keyOfPlace(index: number): string {
  return `column-${index}`;
}
