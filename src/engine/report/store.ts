import { type ReportClock, ToldWhat } from '../../contract/report.ts';
import { type ReadableDb, type Row, text, textOrNull } from '../case-file/index.ts';

export function clockRows(db: ReadableDb): readonly Row[] {
  return db.all(
    `SELECT c.id, c.number, c.item_id, item.number AS item_number, c.child_id, c.decision, c.known_at, c.known_by, c.reason,
       c.consulted FROM report_clock c LEFT JOIN item ON item.id = c.item_id WHERE c.withdrawn = 0 ORDER BY c.number`,
  );
}

/** Who was told, in the order of the telling. */
export function told(db: ReadableDb, clockId: string): ReportClock['told'] {
  return db
    .all(
      `SELECT id, what, told_at, told_to, told_by, reference FROM report_told WHERE clock_id = ? AND withdrawn = 0
       ORDER BY told_at, rowid`,
      clockId,
    )
    .map((row) => ({
      id: text(row, 'id'),
      what: ToldWhat.parse(text(row, 'what')),
      toldAt: text(row, 'told_at'),
      toldTo: text(row, 'told_to'),
      toldBy: text(row, 'told_by'),
      reference: textOrNull(row, 'reference'),
    }));
}
