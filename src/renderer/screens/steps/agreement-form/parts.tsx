import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../../words/use-words.ts';
import { besideFields, faultsIn, isThere, listAt, type Path, useForm, useValue } from './form-state.ts';

interface PartProps {
  readonly title: string;
  readonly path: Path;
  /** The keys that fields of this part show, so that other problems are said at its top. */
  readonly fields: readonly string[];
  /** The keys that other parts show, where this one stands at the top of the agreement. */
  readonly elsewhere?: readonly string[];
  readonly children: ReactNode;
}

/** One part of the agreement, closed until it is wanted; how much is wrong in it stands on its line. */
export function Part({ title, path, fields, elsewhere = [], children }: PartProps) {
  const words = useWords().agreementForm;
  const { faults } = useForm();
  const wrong = faultsIn(faults, path, elsewhere);
  return (
    <details className="pack-part">
      <summary>
        {title}{' '}
        {wrong === 0 ? null : (
          <span className="chip" data-tone="late">
            {words.problems(wrong)}
          </span>
        )}
      </summary>
      <div className="form-lines">
        <Beside path={path} fields={[...fields, ...elsewhere]} />
        {children}
      </div>
    </details>
  );
}

/** What is wrong here and is shown at no field. */
function Beside({ path, fields }: Pick<PartProps, 'path' | 'fields'>) {
  const { faults } = useForm();
  return besideFields(faults, path, fields).map((problem) => (
    <p key={problem} className="field-problem" role="status">
      {problem}
    </p>
  ));
}

interface MayPartProps extends PartProps {
  /** What is written where nothing is yet. */
  readonly blank: unknown;
  readonly add: string;
}

/** A part that an agreement may lack: it is added, or taken out. */
export function MayPart({ blank, add, ...part }: MayPartProps) {
  const words = useWords().agreementForm;
  const { change } = useForm();
  const there = isThere(useValue(part.path));
  return (
    <Part {...part}>
      {there ? part.children : <p className="quiet">{words.silent}</p>}
      <div>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => change(part.path, there ? undefined : blank)}
          aria-label={there ? words.takeOutOf(part.title) : add}
        >
          {there ? words.takeOut : add}
        </Button>
      </div>
    </Part>
  );
}

interface RowsProps {
  readonly title: string;
  readonly path: Path;
  readonly fields: readonly string[];
  readonly add: string;
  readonly blank: (index: number) => unknown;
  readonly nameOf: (row: unknown, index: number) => string;
  readonly children: (path: Path, row: unknown) => ReactNode;
}

/** A list of the agreement: units, rungs, levels. Each entry with its own problems, added at the end, taken out singly. */
export function Rows({ title, path, fields, add, blank, nameOf, children }: RowsProps) {
  const { read, change } = useForm();
  const rows = listAt(read, path);
  return (
    <Part title={`${title} (${rows.length})`} path={path} fields={rows.map((_, index) => String(index))}>
      {rows.map((row, index) => (
        <Row key={keyOfPlace(index)} name={nameOf(row, index)} path={[...path, index]} fields={fields}>
          {children([...path, index], row)}
        </Row>
      ))}
      <div>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() =>
            rows.length === 0 ? change(path, [blank(0)]) : change([...path, rows.length], blank(rows.length))
          }
        >
          {add}
        </Button>
      </div>
    </Part>
  );
}

interface RowProps {
  readonly name: string;
  readonly path: Path;
  readonly fields: readonly string[];
  readonly children: ReactNode;
}

function Row({ name, path, fields, children }: RowProps) {
  const words = useWords().agreementForm;
  const { faults, change } = useForm();
  const wrong = faultsIn(faults, path);
  return (
    <details className="pack-row">
      <summary>
        {name}{' '}
        {wrong === 0 ? null : (
          <span className="chip" data-tone="late">
            {words.problems(wrong)}
          </span>
        )}
      </summary>
      <Beside path={path} fields={fields} />
      <div className="form-grid">{children}</div>
      <div>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={words.takeOutOf(name)}
          onClick={() => change(path, undefined)}
        >
          {words.takeOut}
        </Button>
      </div>
    </details>
  );
}

/** An entry has no identity but its place in the text. */
function keyOfPlace(index: number): string {
  return `entry ${index}`;
}
