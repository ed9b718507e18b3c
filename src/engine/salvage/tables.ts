import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
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

/** Writes every row of a table that can be read, one JSON object a line. */
export async function saveTable(file: DamagedFile, table: DamagedTable, folder: string): Promise<SalvagedTable> {
  const out = createWriteStream(join(folder, `${table.name}.jsonl`));
  const take = (row: Row) => out.write(`${JSON.stringify(row, asText)}\n`);
  const saved = table.numbered
    ? numbered(file, table.name, take)
    : { rows: fromBothEnds(file, table.name, take), whole: false };
  out.end();
  await once(out, 'close');
  return { name: table.name, rows: saved.rows, whole: saved.whole || wholeByWalking(file, table) };
}

function numbered(file: DamagedFile, name: string, take: (row: Row) => void) {
  const { rows, gaps } = readAround((rowid, limit) => file.rowsFrom(name, '*', rowid, limit), take);
  return { rows, whole: gaps.length === 0 };
}

/** A table without row numbers is read from its beginning up to damage, and then from its end. @returns the rows */
function fromBothEnds(file: DamagedFile, name: string, take: (row: Row) => void): number {
  const seen = new Set<string>();
  for (const backwards of [false, true]) {
    try {
      for (const row of file.walk(name, backwards)) {
        const key = JSON.stringify(Object.values(row).slice(0, 2));
        if (seen.has(key)) continue;
        seen.add(key);
        take(row);
      }
      // Forwards to the end: nothing is left for the way back.
      return seen.size;
    } catch {
      // Damage on the way: the other direction gives what lies behind it.
    }
  }
  return seen.size;
}

function wholeByWalking(file: DamagedFile, table: DamagedTable): boolean {
  if (table.numbered) return false;
  try {
    for (const row of file.walk(table.name, false)) if (row === undefined) return false;
    return true;
  } catch {
    return false;
  }
}

function asText(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}
