import { integer, type ReadableDb, text } from '../../case-file/index.ts';

/** A row that exists only because of what is removed. */
export interface HangingRow {
  readonly table: string;
  /** SQLite's own number of the row; null where the table has none. */
  readonly rowid: number;
  /** The row's id where its table is recorded; null for what can be made anew at any time. */
  readonly recordedId: string | null;
}

/** Tables whose rows stay when a source goes: what is emptied instead, and what says that it was there. */
const STAYING: ReadonlySet<string> = new Set([
  'evidence',
  'reading',
  'item',
  'exhibit',
  'evidence_lock',
  'quarantine_decision',
  'removal',
  'removal_row',
  'removal_copy',
]);

interface Reference {
  readonly table: string;
  readonly column: string;
  readonly target: string;
  readonly targetColumn: string;
  readonly recorded: boolean;
  readonly hasRowid: boolean;
}

/** Every reference between two tables of the file, read from the file itself, so that no later table is forgotten. */
function references(db: ReadableDb): readonly Reference[] {
  return db
    .all(
      `SELECT t.name AS tbl, f."from" AS col, f."table" AS target, coalesce(f."to", 'id') AS target_col,
         (SELECT count(*) FROM pragma_table_info(t.name) c WHERE c.name IN ('id', 'withdrawn')) = 2 AS recorded, NOT l.wr AS has_rowid
       FROM pragma_table_list l JOIN sqlite_schema t ON t.name = l.name AND t.type = 'table', pragma_foreign_key_list(t.name) f
       WHERE l.schema = 'main'`,
    )
    .map((row) => ({
      table: text(row, 'tbl'),
      column: text(row, 'col'),
      target: text(row, 'target'),
      targetColumn: text(row, 'target_col'),
      recorded: integer(row, 'recorded') === 1,
      hasRowid: integer(row, 'has_rowid') === 1,
    }))
    .filter(({ table }) => !STAYING.has(table));
}

/**
 * Every row that hangs, directly or by others, on the given sources, their readings or their items: links, facts,
 * corrections, transcripts, suggestions.
 */
export function hangingRows(db: ReadableDb, evidenceIds: readonly string[]): readonly HangingRow[] {
  const all = references(db);
  const found = new Map<string, HangingRow>();
  const visit = (row: HangingRow) => {
    const key = `${row.table} ${row.rowid}`;
    if (found.has(key)) return;
    found.set(key, row);
    for (const next of all.filter(({ target }) => target === row.table)) {
      for (const child of rowsWhere(db, next, 'SELECT {column} FROM {target} WHERE rowid = ?', row.rowid)) visit(child);
    }
  };
  const ids = JSON.stringify(evidenceIds);
  const roots: Readonly<Record<string, string>> = {
    evidence: 'SELECT {column} FROM evidence WHERE id IN (SELECT value FROM json_each(?))',
    reading: 'SELECT {column} FROM reading WHERE evidence_id IN (SELECT value FROM json_each(?))',
    item: 'SELECT {column} FROM item WHERE evidence_id IN (SELECT value FROM json_each(?))',
  };
  for (const reference of all) {
    const root = roots[reference.target];
    if (root === undefined || !reference.hasRowid) continue;
    for (const row of rowsWhere(db, reference, root, ids)) visit(row);
  }
  return [...found.values()];
}

function rowsWhere(
  db: ReadableDb,
  reference: Reference,
  targets: string,
  value: string | number,
): readonly HangingRow[] {
  const { table, column, target, targetColumn, recorded } = reference;
  const within = targets.replace('{column}', `"${targetColumn}"`).replace('{target}', `"${target}"`);
  return db
    .all(
      `SELECT rowid AS place, ${recorded ? 'id' : 'NULL'} AS id FROM "${table}" WHERE "${column}" IN (${within})`,
      value,
    )
    .map((row) => ({
      table,
      rowid: integer(row, 'place'),
      recordedId: row['id'] === null ? null : text(row, 'id'),
    }));
}
