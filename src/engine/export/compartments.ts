import type { z } from 'zod';
import { CompartmentRow, CompartmentSubject, type SetCompartment } from '../../contract/custody.ts';
import { raise } from '../../contract/errors.ts';
import { type ReadableDb, text, type WritableDb } from '../case-file/index.ts';

/** Where each subject stands. */
const TABLE: Readonly<Record<CompartmentSubject, string>> = {
  evidence: 'evidence',
  receipt: 'receipt',
  complaint: 'complaint',
  person: 'person',
  item: 'item',
  fact: 'fact',
  mapping: 'mapping',
  allegation: 'allegation',
  response: 'response',
  finding: 'finding',
  event: 'case_event',
  document: 'document',
};

/** What is kept apart, as somebody said so; what hangs on it goes along without being listed. */
export function compartments(db: ReadableDb): readonly CompartmentRow[] {
  return db
    .all(
      'SELECT tbl, row_id, compartment, reason, at, by FROM compartment WHERE withdrawn = 0 ORDER BY at, tbl, row_id',
    )
    .map((row) =>
      CompartmentRow.parse({
        subject: CompartmentSubject.options.find((subject) => TABLE[subject] === text(row, 'tbl')),
        id: text(row, 'row_id'),
        compartment: text(row, 'compartment'),
        reason: text(row, 'reason'),
        at: text(row, 'at'),
        by: text(row, 'by'),
      }),
    );
}

/** Puts a record into exactly these compartments. @throws not-found */
export function setCompartments(
  db: WritableDb,
  { subject, id, compartments: wanted, reason }: z.output<typeof SetCompartment>,
  { newId, now, by }: { readonly newId: () => string; readonly now: string; readonly by: string },
): void {
  const table = TABLE[subject];
  if (db.get(`SELECT 1 AS there FROM "${table}" WHERE id = ?`, id) === null) raise('not-found', { what: subject });
  const others = wanted.map(() => '?').join(', ');
  db.run(
    `UPDATE compartment SET withdrawn = 1 WHERE tbl = ? AND row_id = ? AND withdrawn = 0 AND compartment NOT IN (${others})`,
    table,
    id,
    ...wanted,
  );
  for (const compartment of new Set(wanted)) {
    db.run(
      `INSERT INTO compartment (id, tbl, row_id, compartment, reason, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (tbl, row_id, compartment) DO UPDATE SET withdrawn = 0, reason = excluded.reason, at = excluded.at, by = excluded.by`,
      newId(),
      table,
      id,
      compartment,
      reason,
      now,
      by,
    );
  }
}
