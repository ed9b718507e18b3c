import { Found, numberOf, type SqlReader, textOf } from './reader.ts';
import type { Removals } from './removals.ts';

/** Every row of every recorded table must stand exactly as its last entry left it; every entry must build on the one before. */
export function checkRows(db: SqlReader, removals: Removals): void {
  const tables = recordedTables(db);
  const last = lastTexts(db, new Set(tables.map(({ name }) => name)));
  for (const table of tables) {
    for (const row of db.all(table.select)) {
      const id = textOf(row, 'id');
      const key = `${table.name} ${id}`;
      const recorded = last.get(key);
      if (removals.isGone(table.name, id)) {
        throw new Found('a record stands that a removal took away', key, recorded?.seq ?? null);
      }
      if (recorded === undefined) throw new Found('a record was added outside the evidence record', key);
      if (!sameRow(recorded.after, textOf(row, 'image'))) {
        throw new Found('a record differs from what the evidence record says', key, recorded.seq);
      }
      last.delete(key);
    }
  }
  const [gone] = [...last].filter(([key]) => !isRemoved(key, removals));
  if (gone !== undefined) throw new Found('a record was removed', gone[0], gone[1].seq);
}

/** The text of each row after the entry that changed it last. */
function lastTexts(db: SqlReader, tables: ReadonlySet<string>): Map<string, { after: string; seq: number }> {
  const last = new Map<string, { after: string; seq: number }>();
  for (const row of db.all('SELECT seq, tbl, row_id, before, after FROM ledger_change ORDER BY seq, ordinal')) {
    const seq = numberOf(row, 'seq');
    const key = `${textOf(row, 'tbl')} ${textOf(row, 'row_id')}`;
    if (!tables.has(textOf(row, 'tbl'))) throw new Found('a table is missing', textOf(row, 'tbl'), seq);
    const before = row['before'] === null ? null : textOf(row, 'before');
    if (!sameRow(last.get(key)?.after ?? null, before))
      throw new Found('a recorded change does not follow the one before', key, seq);
    last.set(key, { after: textOf(row, 'after'), seq });
  }
  return last;
}

function isRemoved(key: string, removals: Removals): boolean {
  const [table = '', row = ''] = key.split(' ');
  return removals.isGone(table, row);
}

/** A column that a later version added is absent from earlier texts, and null in the rows that they tell of. */
function sameRow(one: string | null, other: string | null): boolean {
  if (one === other) return true;
  return one !== null && other !== null && withoutNulls(one) === withoutNulls(other);
}

function withoutNulls(image: string): string {
  const columns: Readonly<Record<string, unknown>> = JSON.parse(image);
  return JSON.stringify(Object.entries(columns).filter(([, value]) => value !== null));
}

interface Table {
  readonly name: string;
  readonly select: string;
}

function recordedTables(db: SqlReader): readonly Table[] {
  return db
    .all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .map((row) => textOf(row, 'name'))
    .map((name) => ({
      name,
      columns: db.all('SELECT name FROM pragma_table_info(?) ORDER BY cid', name).map((row) => textOf(row, 'name')),
    }))
    .filter(({ columns }) => columns.includes('id') && columns.includes('withdrawn'))
    .map(({ name, columns }) => ({
      name,
      select: `SELECT id, json_object(${columns.map(pairOf).join(', ')}) AS image FROM ${quoted(name)}`,
    }));
}

function pairOf(column: string): string {
  return `'${column.replaceAll("'", "''")}', ${quoted(column)}`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
