import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { SalvagedTable } from '../../contract/salvage.ts';
import type { DamagedFile, DamagedTable, Row } from '../case-file/index.ts';
import { readAround } from './rows.ts';

/** Bytes are written as files of their own; an index of words is made of the items and is worth nothing alone. */
const LEFT_OUT =
  /^(content|content_chunk|item_words_|person_words_|picture_print|item_alike|alike_upto|acting|sqlite_)/;

export function tablesToSave(file: DamagedFile): readonly DamagedTable[] {
  return file.tables.filter(({ name }) => !LEFT_OUT.test(name));
}

/**
 * Writes every row of a table that can be read, one JSON object a line, as it is read: a table may be larger than memory.
 * @param isClosed whether a source is out of sight; then what was read in it is as well
 */
export function saveTable(
  file: DamagedFile,
  table: DamagedTable,
  folder: string,
  isClosed: (evidenceId: string) => boolean,
): SalvagedTable {
  const out = openSync(join(folder, `${table.name}.jsonl`), 'wx', 0o600);
  const take = (row: Row) => {
    const source = row['evidence_id'];
    if (table.name === 'item' && typeof source === 'string' && isClosed(source)) return;
    writeSync(out, `${JSON.stringify(row, asText)}\n`);
  };
  try {
    const saved = table.numbered ? byNumber(file, table.name, take) : fromBothEnds(file, table.name, take);
    return { name: table.name, ...saved };
  } finally {
    closeSync(out);
  }
}

type Saved = Omit<SalvagedTable, 'name'>;

function byNumber(file: DamagedFile, name: string, take: (row: Row) => void): Saved {
  const { rows, gaps } = readAround((rowid, limit) => file.rowsFrom(name, '*', rowid, limit), take);
  return { rows, whole: gaps.length === 0 };
}

/** A table without row numbers is read from its beginning up to damage, and then from its end. */
function fromBothEnds(file: DamagedFile, name: string, take: (row: Row) => void): Saved {
  const seen = new Set<string>();
  for (const backwards of [false, true]) {
    try {
      for (const row of file.walk(name, backwards)) {
        const key = JSON.stringify(Object.values(row).slice(0, 2));
        if (seen.has(key)) continue;
        seen.add(key);
        take(row);
      }
      // Forwards to the end: nothing is left for the way back, and nothing is missing.
      return { rows: seen.size, whole: !backwards };
    } catch {
      // Damage on the way: the other direction gives what lies behind it.
    }
  }
  return { rows: seen.size, whole: false };
}

function asText(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}
