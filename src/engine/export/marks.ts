import type { Compartment } from '../../contract/custody.ts';
import { Compartment as CompartmentSchema } from '../../contract/custody.ts';
import { type ReadableDb, text } from '../case-file/index.ts';
import { documentCompartment, eventCompartment, TABLE_COMPARTMENT } from './audiences.ts';
import { type Image, type Snapshot, standing } from './snapshot.ts';

/** Why a row is not for everybody: a compartment, or a lock that keeps it from all. */
export type Mark = Compartment | 'locked';

/** Marks by table and id, spread to everything that hangs on a marked row. */
export class Marks {
  readonly #marks = new Map<string, Set<Mark>>();

  of(table: string, id: string): ReadonlySet<Mark> {
    return this.#marks.get(`${table} ${id}`) ?? NONE;
  }

  /** @returns whether anything is new */
  add(table: string, id: string, marks: Iterable<Mark>): boolean {
    const key = `${table} ${id}`;
    const known = this.#marks.get(key) ?? new Set<Mark>();
    const before = known.size;
    for (const mark of marks) known.add(mark);
    if (known.size > 0) this.#marks.set(key, known);
    return known.size > before;
  }
}

const NONE: ReadonlySet<Mark> = new Set();

export function marksOf(db: ReadableDb, snapshot: Snapshot): Marks {
  const marks = new Marks();
  markNamed(snapshot, marks);
  markByKind(snapshot, marks);
  markCompelled(snapshot, marks);
  markLocked(db, marks);
  spreadDown(db, snapshot, marks);
  spreadUp(snapshot, marks);
  return marks;
}

function markNamed(snapshot: Snapshot, marks: Marks): void {
  for (const row of standing(snapshot, 'compartment')) {
    marks.add(textIn(row, 'tbl'), textIn(row, 'row_id'), [CompartmentSchema.parse(row['compartment'])]);
  }
}

/** A compelled interview, its errata, and any record of that employee's interviews: apart from every other use. */
function markCompelled(snapshot: Snapshot, marks: Marks): void {
  const compelled = [...(snapshot.tables.get('interview') ?? [])].filter(
    ([, { image }]) => image['manner'] === 'compelled',
  );
  const ids = new Set<unknown>(compelled.map(([id]) => id));
  const employees = new Set<unknown>(compelled.map(([, { image }]) => image['respondent_id']));
  for (const [id] of compelled) marks.add('interview', id, ['compelled-statement']);
  for (const [id, { image }] of snapshot.tables.get('interview_erratum') ?? []) {
    if (ids.has(image['interview_id'])) marks.add('interview_erratum', id, ['compelled-statement']);
  }
  for (const [id, { image }] of snapshot.tables.get('document') ?? []) {
    if (image['kind'] === 'interview-record' && employees.has(image['respondent_id'])) {
      marks.add('document', id, ['compelled-statement']);
    }
  }
}

function markByKind(snapshot: Snapshot, marks: Marks): void {
  for (const [table, compartment] of Object.entries(TABLE_COMPARTMENT)) {
    for (const id of snapshot.tables.get(table)?.keys() ?? []) marks.add(table, id, [compartment]);
  }
  const kinds = [
    ['document', documentCompartment],
    ['case_event', eventCompartment],
  ] as const;
  for (const [table, compartmentOf] of kinds) {
    for (const [id, { image }] of snapshot.tables.get(table) ?? []) {
      const compartment = compartmentOf(String(image['kind'] ?? ''));
      if (compartment !== null) marks.add(table, id, [compartment]);
    }
  }
}

/**
 * What nobody may look at (locked, set apart for counsel, removed) leaves in no copy, whoever it is for. As it is now, and
 * not as it was at the snapshot: what was closed meanwhile stays here as well.
 */
function markLocked(db: ReadableDb, marks: Marks): void {
  for (const row of db.all('SELECT evidence_id FROM hidden_evidence UNION SELECT evidence_id FROM closed_bytes')) {
    marks.add('evidence', text(row, 'evidence_id'), ['locked']);
  }
  for (const row of db.all('SELECT tbl, row_id FROM removal_row'))
    marks.add(text(row, 'tbl'), text(row, 'row_id'), ['locked']);
}

/** References along which a mark does not travel: who somebody is does not make what they did confidential. */
const NOT_ALONG = new Set(['person', 'actor']);

/** A row that hangs on a marked one is marked: members of containers, items, links, quotations, the same bytes again. */
function spreadDown(db: ReadableDb, snapshot: Snapshot, marks: Marks): void {
  const references = referencesOf(db, [...snapshot.tables.keys()]);
  for (let again = true; again; ) {
    again = spreadBytes(snapshot, marks);
    for (const { table, column, target } of references) {
      for (const [id, { image }] of snapshot.tables.get(table) ?? []) {
        const referred = image[column];
        if (typeof referred !== 'string') continue;
        const of = target === 'item' ? itemMarks(db, marks, referred) : marks.of(target, referred);
        if (of.size > 0 && marks.add(table, id, of)) again = true;
      }
    }
  }
}

/** An item shares the marks of its source. */
export function itemMarks(db: ReadableDb, marks: Marks, itemId: string): ReadonlySet<Mark> {
  const row = db.get('SELECT evidence_id FROM item WHERE id = ?', itemId);
  const own = marks.of('item', itemId);
  return row === null ? own : new Set([...own, ...marks.of('evidence', text(row, 'evidence_id'))]);
}

function spreadBytes(snapshot: Snapshot, marks: Marks): boolean {
  const byBytes = new Map<string, Set<Mark>>();
  const sources = [...(snapshot.tables.get('evidence') ?? [])];
  for (const [id, { image }] of sources) {
    const of = marks.of('evidence', id);
    if (of.size === 0) continue;
    const sha256 = textIn(image, 'sha256');
    byBytes.set(sha256, new Set([...(byBytes.get(sha256) ?? []), ...of]));
  }
  let spread = false;
  for (const [id, { image }] of sources) {
    const of = byBytes.get(textIn(image, 'sha256'));
    if (of !== undefined && marks.add('evidence', id, of)) spread = true;
  }
  return spread;
}

/** A container holds its members’ bytes; a receipt sheet all of whose files are marked tells of nothing else. */
function spreadUp(snapshot: Snapshot, marks: Marks): void {
  const sources = snapshot.tables.get('evidence') ?? new Map<string, { image: Image }>();
  const hanging = new Map(
    [...(snapshot.tables.get('reading') ?? [])].map(([id, { image }]) => [textIn(image, 'evidence_id'), id]),
  );
  for (const [id, { image }] of sources) {
    const of = new Set(marks.of('evidence', id));
    if (of.size === 0) continue;
    for (
      let above = image['parent_id'];
      typeof above === 'string';
      above = sources.get(above)?.image['parent_id'] ?? null
    ) {
      marks.add('evidence', above, of);
      const reading = hanging.get(above);
      if (reading !== undefined) marks.add('reading', reading, of);
    }
  }
  for (const sheet of snapshot.tables.get('receipt')?.keys() ?? []) {
    const under = [...sources]
      .filter(([, { image }]) => image['receipt_id'] === sheet)
      .map(([id]) => marks.of('evidence', id));
    if (under.length > 0 && under.every((of) => of.size > 0))
      marks.add(
        'receipt',
        sheet,
        under.flatMap((of) => [...of]),
      );
  }
}

interface Reference {
  readonly table: string;
  readonly column: string;
  readonly target: string;
}

function referencesOf(db: ReadableDb, tables: readonly string[]): readonly Reference[] {
  return tables
    .flatMap((table) =>
      db.all('SELECT "table" AS target, "from" AS column FROM pragma_foreign_key_list(?)', table).map((row) => ({
        table,
        column: text(row, 'column'),
        target: text(row, 'target'),
      })),
    )
    .filter(({ target }) => !NOT_ALONG.has(target));
}

function textIn(image: Image, column: string): string {
  const value = image[column];
  if (typeof value !== 'string') throw new Error(`broken belief: ${column} holds text`);
  return value;
}
