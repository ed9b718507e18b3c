import { z } from 'zod';
import type { BestCaseReading } from '../../contract/best-case.ts';
import { json, type ReadableDb, type Row, sha256Of, text, type WritableDb } from '../case-file/index.ts';
import type { Entry } from './charged.ts';

const Read = z.array(z.strictObject({ key: z.string(), words: z.string(), quote: z.string().nullable() }));

/** That somebody read the best case, with what stood in it then. */
export interface Reading extends BestCaseReading {
  /** Id of the reader's key. */
  readonly reader: string;
  readonly keys: ReadonlySet<string>;
}

const COLUMNS = 'id, reader, entries, sha256, at, by';

/** Every reading of one employee's best case that stands, oldest first. */
export function readingsOf(db: ReadableDb, respondentId: string): readonly Reading[] {
  return db
    .all(
      `SELECT ${COLUMNS} FROM best_case_reading WHERE respondent_id = ? AND withdrawn = 0 ORDER BY rowid`,
      respondentId,
    )
    .map(toReading);
}

export function keepReading(
  db: WritableDb,
  respondentId: string,
  entries: readonly Entry[],
  made: { readonly id: string; readonly at: string; readonly by: string; readonly reader: string },
): void {
  const read = JSON.stringify(entries.map(({ key, words, quote }) => ({ key, words, quote })));
  db.run(
    `INSERT INTO best_case_reading (id, respondent_id, reader, entries, sha256, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    made.id,
    respondentId,
    made.reader,
    read,
    sha256Of(read),
    made.at,
    made.by,
  );
}

function toReading(row: Row): Reading {
  const read = json(row, 'entries', Read);
  return {
    id: text(row, 'id'),
    reader: text(row, 'reader'),
    keys: new Set(read.map(({ key }) => key)),
    entries: read.length,
    sha256: text(row, 'sha256'),
    at: text(row, 'at'),
    by: text(row, 'by'),
  };
}
