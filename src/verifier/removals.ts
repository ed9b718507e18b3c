import { Found, numberOf, type SqlReader, textOf } from './reader.ts';

export type Fate = 'emptied' | 'gone' | 'bytes-gone';

/** What stands in the place of a text that a removal emptied. */
export const EMPTIED = '{}';
/** What stands in the place of the hash of a source that a removal emptied. */
export const NO_HASH = 'removed';

/** Tables of which no removal may take a row: who acted, the case itself, and what says what was removed. */
const UNTOUCHABLE = new Set(['actor', 'case_info', 'removal', 'removal_row', 'removal_copy']);

/** What was taken out of the case on a written instruction, as its own recorded rows say. */
export interface Removals {
  /** The entry under which a row was emptied or taken away; null for a row that no removal touched. */
  entryOf(table: string, row: string): number | null;
  isEmptied(table: string, row: string): boolean;
  isGone(table: string, row: string): boolean;
  /** Whether the bytes that a source or document names were taken away. */
  hasNoBytes(table: string, row: string): boolean;
  /** Each removal in a sentence, for whoever reads the report. */
  readonly words: readonly string[];
}

export function readRemovals(db: SqlReader): Removals {
  const fates = new Map<string, Map<Fate, number>>();
  if (hasTable(db, 'removal_row')) {
    for (const row of db.all(
      `SELECT r.tbl, r.row_id, r.fate, c.seq FROM removal_row r
       LEFT JOIN ledger_change c ON c.tbl = 'removal_row' AND c.row_id = r.id ORDER BY c.seq`,
    )) {
      const table = textOf(row, 'tbl');
      const key = `${table} ${textOf(row, 'row_id')}`;
      if (UNTOUCHABLE.has(table)) throw new Found('a removal names what no removal may take', key);
      if (row['seq'] === null)
        throw new Found('a record was added outside the evidence record', `removal_row of ${key}`);
      const known = fates.get(key) ?? new Map<Fate, number>();
      fates.set(key, known.set(textOf(row, 'fate') as Fate, numberOf(row, 'seq')));
    }
  }
  const of = (table: string, row: string) => fates.get(`${table} ${row}`);
  return {
    entryOf: (table, row) => of(table, row)?.get('emptied') ?? of(table, row)?.get('gone') ?? null,
    isEmptied: (table, row) => of(table, row)?.has('emptied') === true,
    isGone: (table, row) => of(table, row)?.has('gone') === true,
    hasNoBytes: (table, row) => of(table, row)?.has('bytes-gone') === true,
    words: hasTable(db, 'removal') ? wordsOf(db) : [],
  };
}

function wordsOf(db: SqlReader): readonly string[] {
  return db
    .all(
      `SELECT m.number, m.instructed_by, m.instructed_on, m.reference, m.at,
         (SELECT group_concat('source ' || e.number || ' (' || e.name || ')', ', ' ORDER BY e.number) FROM removal_row r
          JOIN evidence e ON e.id = r.row_id WHERE r.removal_id = m.id AND r.tbl = 'evidence' AND r.fate = 'emptied') AS sources
       FROM removal m ORDER BY m.number`,
    )
    .map(
      (row) =>
        `${textOf(row, 'sources')} was removed on ${textOf(row, 'at').slice(0, 10)} on the written instruction of ${textOf(row, 'instructed_by')} of ${textOf(row, 'instructed_on')} (${textOf(row, 'reference')})`,
    );
}

function hasTable(db: SqlReader, name: string): boolean {
  return db.all("SELECT 1 AS there FROM sqlite_schema WHERE type = 'table' AND name = ?", name).length > 0;
}
