import { createHash } from 'node:crypto';
import { Found, numberOf, type Row, type SqlReader, textOf } from './reader.ts';
import { EMPTIED, type Removals } from './removals.ts';

const NOTHING_BEFORE = '0'.repeat(64);

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

interface Change {
  readonly table: string;
  readonly row: string;
  readonly before: string | null;
  readonly after: string;
}

interface Line {
  readonly seq: number;
  readonly case: string;
  readonly prev: string;
  readonly at: string;
  readonly by: string;
  readonly did: string;
  readonly reversible: boolean;
  readonly reverses: number | null;
  readonly changes: readonly Change[];
  readonly items: { readonly count: number; readonly digest: string };
}

export interface LedgerEnd {
  readonly entries: number;
  readonly caseId: string | null;
  /** Hash of each line, its moment and who wrote it, by number. */
  readonly lines: ReadonlyMap<number, { readonly hash: string; readonly at: string; readonly by: string }>;
}

/** Walks the chain: numbers without gaps, each hash made of its line's text, each line naming the one before. */
export function checkLedger(db: SqlReader, removals: Removals): LedgerEnd {
  const lines = new Map<number, { hash: string; at: string; by: string }>();
  let caseId: string | null = null;
  let prev = NOTHING_BEFORE;
  let expected = 1;
  for (const row of db.all('SELECT seq, did, reversible, reverses, body, hash FROM ledger ORDER BY seq')) {
    const seq = numberOf(row, 'seq');
    if (seq !== expected) throw new Found('an entry is missing', `entry ${expected}`, expected);
    const body = textOf(row, 'body');
    const hash = textOf(row, 'hash');
    if (sha256(body) !== hash) throw new Found('an entry was changed', `entry ${seq}`, seq);
    const line = parseLine(body, seq);
    if (line.seq !== seq) throw new Found('an entry stands in another place', `entry ${seq}`, seq);
    if (line.prev !== prev)
      throw new Found('the chain is broken', `entry ${seq} does not follow entry ${seq - 1}`, seq);
    if (caseId !== null && line.case !== caseId)
      throw new Found('an entry belongs to another case', `entry ${seq}`, seq);
    caseId = line.case;
    checkColumns(row, line, seq);
    checkChanges(db, seq, line, removals);
    checkItems(db, seq, line);
    lines.set(seq, { hash, at: line.at, by: line.by });
    prev = hash;
    expected += 1;
  }
  const stray = db.all('SELECT seq FROM ledger_change WHERE seq NOT IN (SELECT seq FROM ledger) LIMIT 1')[0];
  if (stray !== undefined) throw new Found('a change stands under no entry', `entry ${numberOf(stray, 'seq')}`);
  const strayItem = db.all('SELECT number FROM item WHERE seq NOT IN (SELECT seq FROM ledger) LIMIT 1')[0];
  if (strayItem !== undefined)
    throw new Found('an item stands under no entry', `item #${numberOf(strayItem, 'number')}`);
  if (lines.size === 0) throw new Found('the evidence record is empty', 'entry 1', 1);
  return { entries: lines.size, caseId, lines };
}

function parseLine(body: string, seq: number): Line {
  try {
    return JSON.parse(body) as Line;
  } catch {
    throw new Found('an entry cannot be read', `entry ${seq}`, seq);
  }
}

/** The columns beside the text serve the program's queries; they must say what the text says. */
function checkColumns(row: Row, line: Line, seq: number): void {
  const same =
    row['did'] === line.did &&
    row['reverses'] === line.reverses &&
    numberOf(row, 'reversible') === (line.reversible ? 1 : 0);
  if (!same) throw new Found('an entry is shown otherwise than it was written', `entry ${seq}`, seq);
}

/**
 * The texts before and after that are kept beside the line must be those whose hashes the line names. Of a row that a
 * later entry removed they are empty, and the line keeps the hashes of what stood there.
 */
function checkChanges(db: SqlReader, seq: number, line: Line, removals: Removals): void {
  const rows = db.all('SELECT tbl, row_id, before, after FROM ledger_change WHERE seq = ? ORDER BY ordinal', seq);
  if (rows.length !== line.changes.length)
    throw new Found('changes of an entry are missing or added', `entry ${seq}`, seq);
  line.changes.forEach((change, index) => {
    const row = rows[index] as Row;
    const removedBy = removals.entryOf(change.table, change.row);
    if (removedBy !== null && seq < removedBy) {
      if (!isEmptied(row, change)) {
        throw new Found('a removal left words behind', `entry ${seq}, ${change.table} ${change.row}`, seq);
      }
      return;
    }
    const before = row['before'] === null ? null : sha256(textOf(row, 'before'));
    const same =
      textOf(row, 'tbl') === change.table &&
      textOf(row, 'row_id') === change.row &&
      before === change.before &&
      sha256(textOf(row, 'after')) === change.after;
    if (!same) throw new Found('a recorded change was altered', `entry ${seq}, ${change.table} ${change.row}`, seq);
  });
}

function isEmptied(row: Row, change: Change): boolean {
  return (
    textOf(row, 'tbl') === change.table &&
    textOf(row, 'row_id') === change.row &&
    row['after'] === EMPTIED &&
    row['before'] === (change.before === null ? null : EMPTIED)
  );
}

function checkItems(db: SqlReader, seq: number, line: Line): void {
  const items = db.all(
    'SELECT number, id, evidence_id, reading_id, ordinal, digest FROM item WHERE seq = ? ORDER BY number',
    seq,
  );
  if (items.length !== line.items.count) throw new Found('items of an entry are missing or added', `entry ${seq}`, seq);
  const columns = ['number', 'id', 'evidence_id', 'reading_id', 'ordinal', 'digest'];
  const text = items.map((item) => `${columns.map((column) => textOf(item, column)).join(' ')}\n`).join('');
  if (sha256(text) !== line.items.digest) throw new Found('items of an entry were altered', `entry ${seq}`, seq);
}
