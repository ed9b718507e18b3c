import type { Row } from '../case-file/index.ts';

/** Reads rows of a table that begin at a row number; throws where a page of them is damaged. */
export type ReadFrom = (rowid: number, limit: number) => readonly Row[];

export interface Reached {
  readonly rows: number;
  /** Row numbers that damaged pages lie between; how many rows were there is not known. */
  readonly gaps: readonly { readonly from: number; readonly to: number | null }[];
}

const BATCH = 200;
/** Farther than this behind a damaged row there is nothing: no case holds so many. */
const FARTHEST = 2 ** 40;

/**
 * Reads every row that can be reached, going around damaged pages: behind a row that cannot be read it looks ahead in growing
 * steps for one that can, and then back for the first of those. Rows come in the order of their numbers.
 */
export function readAround(read: ReadFrom, take: (row: Row) => void): Reached {
  let next = -FARTHEST;
  let rows = 0;
  const gaps: { from: number; to: number | null }[] = [];
  for (;;) {
    const batch = tried(read, next, BATCH) ?? tried(read, next, 1);
    if (batch === null) {
      const beyond = firstReadable(read, next);
      gaps.push({ from: next, to: beyond });
      if (beyond === null) return { rows, gaps };
      next = beyond;
      continue;
    }
    for (const row of batch) {
      take(row);
      rows += 1;
      next = Number(row['rowid']) + 1;
    }
    if (batch.length === 0) return { rows, gaps };
  }
}

function tried(read: ReadFrom, from: number, limit: number): readonly Row[] | null {
  try {
    return read(from, limit);
  } catch {
    return null;
  }
}

/** The first row number behind a damaged place; null where nothing behind it can be read. */
function firstReadable(read: ReadFrom, from: number): number | null {
  // Before the first row nothing is known of where numbers begin; they begin at 1 in every table of a case.
  const start = Math.max(from, 0);
  let last = start;
  let step = 1;
  let found: number | null = null;
  while (found === null && start + step < FARTHEST) {
    const at = start + step;
    const row = tried(read, at, 1);
    if (row !== null) found = row[0] === undefined ? at : Number(row[0]['rowid']);
    if (row?.length === 0) return null;
    if (found === null) last = at;
    step *= 2;
  }
  if (found === null) return null;
  let low = last;
  let high = found;
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2);
    const row = tried(read, middle, 1);
    if (row === null) low = middle;
    else high = Math.min(middle, high);
  }
  return high;
}
