import { Found, numberOf, type SqlReader, textOf } from './reader.ts';
import { checkTimeStamp, StampRefused } from './time-stamp.ts';

/** Every answer of a time-stamping authority that the case keeps is one to its request, over a checkpoint of the record. */
export function checkTimeStamps(db: SqlReader): void {
  const [table] = db.all("SELECT 1 AS there FROM sqlite_schema WHERE type = 'table' AND name = 'time_stamp'");
  if (table === undefined) return;
  for (const row of db.all(
    `SELECT t.number, t.fingerprint, t.request, t.response, t.stamped_at, p.seq FROM time_stamp t
     LEFT JOIN checkpoint p ON p.fingerprint = t.fingerprint ORDER BY t.number`,
  )) {
    const where = `time-stamp ${numberOf(row, 'number')}`;
    if (row['seq'] === null) throw new Found('a time-stamp is over no checkpoint of the record', where);
    if (row['response'] === null) continue;
    const [response, request] = ['response', 'request'].map((column) => Buffer.from(textOf(row, column), 'base64'));
    try {
      const told = checkTimeStamp(response ?? Buffer.alloc(0), textOf(row, 'fingerprint'), request ?? Buffer.alloc(0));
      if (told.stampedAt !== textOf(row, 'stamped_at')) throw new StampRefused('it tells another moment');
    } catch (error) {
      if (!(error instanceof StampRefused)) throw error;
      throw new Found('a time-stamp does not hold', `${where}: ${error.message}`, numberOf(row, 'seq'));
    }
  }
}
