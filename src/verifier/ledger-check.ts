import { createHash } from 'node:crypto';
import { Found, numberOf, type Row, type SqlReader, textOf } from './reader.ts';

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
  readonly by: string;
  readonly changes: readonly Change[];
  readonly items: { readonly count: number; readonly digest: string };
}

export interface LedgerEnd {
  readonly entries: number;
  readonly caseId: string | null;
  /** Hash of each line, by number. */
  readonly hashes: ReadonlyMap<number, string>;
}

/** Walks the chain: numbers without gaps, each hash made of its line's text, each line naming the one before. */
export function checkLedger(db: SqlReader): LedgerEnd {
  const hashes = new Map<number, string>();
  let caseId: string | null = null;
  let prev = NOTHING_BEFORE;
  let expected = 1;
  for (const row of db.all('SELECT seq, body, hash FROM ledger ORDER BY seq')) {
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
    checkChanges(db, seq, line);
    checkItems(db, seq, line);
    hashes.set(seq, hash);
    prev = hash;
    expected += 1;
  }
  const stray = db.all('SELECT seq FROM ledger_change WHERE seq NOT IN (SELECT seq FROM ledger) LIMIT 1')[0];
  if (stray !== undefined) throw new Found('a change stands under no entry', `entry ${numberOf(stray, 'seq')}`);
  const strayItem = db.all('SELECT number FROM item WHERE seq NOT IN (SELECT seq FROM ledger) LIMIT 1')[0];
  if (strayItem !== undefined)
    throw new Found('an item stands under no entry', `item #${numberOf(strayItem, 'number')}`);
  if (hashes.size === 0) throw new Found('the evidence record is empty', 'entry 1', 1);
  return { entries: hashes.size, caseId, hashes };
}

function parseLine(body: string, seq: number): Line {
  try {
    return JSON.parse(body) as Line;
  } catch {
    throw new Found('an entry cannot be read', `entry ${seq}`, seq);
  }
}

/** The texts before and after that are kept beside the line must be those whose hashes the line names. */
function checkChanges(db: SqlReader, seq: number, line: Line): void {
  const rows = db.all('SELECT tbl, row_id, before, after FROM ledger_change WHERE seq = ? ORDER BY ordinal', seq);
  if (rows.length !== line.changes.length)
    throw new Found('changes of an entry are missing or added', `entry ${seq}`, seq);
  line.changes.forEach((change, index) => {
    const row = rows[index] as Row;
    const before = row['before'] === null ? null : sha256(textOf(row, 'before'));
    const same =
      textOf(row, 'tbl') === change.table &&
      textOf(row, 'row_id') === change.row &&
      before === change.before &&
      sha256(textOf(row, 'after')) === change.after;
    if (!same) throw new Found('a recorded change was altered', `entry ${seq}, ${change.table} ${change.row}`, seq);
  });
}

function checkItems(db: SqlReader, seq: number, line: Line): void {
  const digests = db
    .all('SELECT digest FROM item WHERE seq = ? ORDER BY number', seq)
    .map((row) => textOf(row, 'digest'));
  if (digests.length !== line.items.count)
    throw new Found('items of an entry are missing or added', `entry ${seq}`, seq);
  if (sha256(digests.map((digest) => `${digest}\n`).join('')) !== line.items.digest) {
    throw new Found('items of an entry were altered', `entry ${seq}`, seq);
  }
}
