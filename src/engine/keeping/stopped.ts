import type { z } from 'zod';
import { must } from '../../contract/errors.ts';
import type { StopFile, StoppedFile } from '../../contract/keeping.ts';
import { integer, type ReadableDb, type Row, text, textOrNull, type WritableDb } from '../case-file/index.ts';
import type { Made } from './locks.ts';

const COLUMNS = 'id, number, name, receipt_id, where_it_is, called, at, by';

/** Files that the stop screen kept out: a line each, and nothing of the file. */
export function stoppedFiles(db: ReadableDb): readonly StoppedFile[] {
  return db.all(`SELECT ${COLUMNS} FROM stopped_file WHERE withdrawn = 0 ORDER BY number`).map(toStopped);
}

/** Records a file that is not taken in: no byte of it is opened, hashed or stored. */
export function recordStopped(db: WritableDb, order: z.output<typeof StopFile>, made: Made): StoppedFile {
  const row = db.get(
    `INSERT INTO stopped_file (id, number, name, receipt_id, where_it_is, called, at, by)
     VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM stopped_file), ?, ?, ?, ?, ?, ?) RETURNING ${COLUMNS}`,
    made.newId(),
    order.name,
    order.receiptId,
    order.whereItIs,
    order.called,
    made.at,
    made.by,
  );
  return toStopped(must(row, 'recordStopped: one row comes back'));
}

function toStopped(row: Row): StoppedFile {
  return {
    id: text(row, 'id'),
    number: integer(row, 'number'),
    name: text(row, 'name'),
    receiptId: textOrNull(row, 'receipt_id'),
    whereItIs: textOrNull(row, 'where_it_is'),
    called: textOrNull(row, 'called'),
    at: text(row, 'at'),
    by: text(row, 'by'),
  };
}
