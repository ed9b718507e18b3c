import { z } from 'zod';
import { raise } from '../../contract/errors.ts';
import { integer, integerOrNull, type ReadableDb, text, textOrNull, type WritableDb } from '../case-file/index.ts';

/** A line that can be reversed next, or repeated next. */
export interface HistoryTarget {
  readonly seq: number;
  /** The call it reverses or repeats, at the root: `mapping.add`. */
  readonly did: string;
  readonly about: string;
}

export interface History {
  readonly reverse: HistoryTarget | null;
  readonly repeat: HistoryTarget | null;
}

interface Line extends HistoryTarget {
  readonly reverses: number | null;
}

/** A removal empties recorded texts, so that nothing before it can be put back. */
const REMOVAL = 'protection.remove';

/** What a line was about at the root, without the words of the reversal itself. */
export function plainWords(about: string): string {
  return about.replace(/^(Reversed: )+/, '');
}

/**
 * What can be reversed and repeated now, read off the ledger itself, so that it is the same after closing and opening.
 * A reversal is a line like any other; reversing it is a repeat. A new change clears what could be repeated.
 */
export function historyOf(db: ReadableDb): History {
  const reversible: Line[] = [];
  const repeatable: Line[] = [];
  for (const line of reversibleLines(db)) {
    if (line.did === REMOVAL) {
      reversible.length = 0;
      repeatable.length = 0;
    } else if (line.reverses === null) {
      reversible.push(line);
      repeatable.length = 0;
    } else if (repeatable.at(-1)?.seq === line.reverses) {
      repeatable.pop();
      reversible.push(line);
    } else {
      reversible.pop();
      repeatable.push(line);
    }
  }
  return { reverse: reversible.at(-1) ?? null, repeat: repeatable.at(-1) ?? null };
}

function reversibleLines(db: ReadableDb): readonly Line[] {
  return db
    .all(
      `SELECT seq, did, reverses, json_extract(body, '$.about') AS about FROM ledger
       WHERE reversible = 1 OR did = ? ORDER BY seq`,
      REMOVAL,
    )
    .map((row) => ({
      seq: integer(row, 'seq'),
      did: text(row, 'did'),
      about: text(row, 'about'),
      reverses: integerOrNull(row, 'reverses'),
    }));
}

const Image = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/**
 * Puts back every row that line `seq` changed, newest first: a changed row to its text before, an added row to
 * withdrawn. The caller runs it inside a new ledger line.
 * @throws reverse-conflict when a row is no longer as that line left it, or something that stands rests on it
 */
export function reverseChanges(db: WritableDb, seq: number): void {
  const changes = db.all(
    'SELECT tbl, row_id, before, after FROM ledger_change WHERE seq = ? ORDER BY ordinal DESC',
    seq,
  );
  for (const change of changes) {
    const table = text(change, 'tbl');
    const rowId = text(change, 'row_id');
    if (table === 'actor') continue;
    const after = Image.parse(JSON.parse(text(change, 'after')));
    const before = textOrNull(change, 'before');
    assertUnchanged(db, table, rowId, after);
    if (before === null) assertUnused(db, table, rowId);
    const target = before === null ? { ...after, withdrawn: 1 } : Image.parse(JSON.parse(before));
    const columns = Object.keys(target).filter((column) => column !== 'id' && target[column] !== after[column]);
    if (columns.length === 0) continue;
    const sets = columns.map((column) => `"${column}" = ?`).join(', ');
    db.run(`UPDATE "${table}" SET ${sets} WHERE id = ?`, ...columns.map((column) => target[column] ?? null), rowId);
  }
}

function assertUnchanged(db: ReadableDb, table: string, rowId: string, after: z.infer<typeof Image>): void {
  const now = db.get(`SELECT * FROM "${table}" WHERE id = ?`, rowId);
  const same = now !== null && Object.entries(after).every(([column, value]) => now[column] === value);
  if (!same) raise('reverse-conflict');
}

/** Taking back a receipt sheet under which files were received, or a person who was served, would leave them hanging. */
function assertUnused(db: ReadableDb, table: string, rowId: string): void {
  const references = db.all(
    `SELECT t.name AS tbl, f."from" AS col FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
     WHERE t.type = 'table' AND f."table" = ? AND EXISTS (
       SELECT 1 FROM pragma_table_info(t.name) c WHERE c.name = 'withdrawn')`,
    table,
  );
  const used = references.some(
    (reference) =>
      db.get(
        `SELECT 1 AS there FROM "${text(reference, 'tbl')}" WHERE "${text(reference, 'col')}" = ? AND withdrawn = 0 LIMIT 1`,
        rowId,
      ) !== null,
  );
  if (used) raise('reverse-conflict');
}
