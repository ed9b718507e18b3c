import { type ReadableDb, text, type WritableDb } from '../case-file/index.ts';
import { type Made, sourceById } from './locks.ts';

/** A plain grey PNG of 60 by 40 pixels: what stands for a veiled picture in drafts, which are read again and again. */
export const veilPicture: Uint8Array = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAADwAAAAoCAMAAACVZWnNAAAAA1BMVEXY08gbSoUMAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAGUlEQVRIx+3BMQEAAADCoPVPbQwfoAAAeBgJiAABJcSfhgAAAABJRU5ErkJggg==',
  'base64',
);

/** Sources whose pictures are shown only when somebody asks. */
export function veiledSources(db: ReadableDb): ReadonlySet<string> {
  return new Set(
    db.all('SELECT evidence_id FROM veil WHERE withdrawn = 0 AND veiled = 1').map((row) => text(row, 'evidence_id')),
  );
}

/** Veils a graphic picture, or takes the veil off for good. @returns the number of the source; @throws not-found */
export function setVeil(
  db: WritableDb,
  order: { readonly evidenceId: string; readonly veiled: boolean; readonly because: string | null },
  made: Made,
): number {
  const { number } = sourceById(db, order.evidenceId);
  db.run(
    `INSERT INTO veil (id, evidence_id, veiled, because, at, by) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (evidence_id) DO UPDATE SET veiled = excluded.veiled, because = excluded.because, at = excluded.at,
       by = excluded.by, withdrawn = 0`,
    made.newId(),
    order.evidenceId,
    order.veiled ? 1 : 0,
    order.because,
    made.at,
    made.by,
  );
  return number;
}
