import { integer, type ReadableDb } from '../case-file/index.ts';
import type { Selection } from './selection.ts';
import { standing } from './snapshot.ts';

/** A fingerprint that left the building: when, to whom, in what. */
export interface Given {
  readonly at: string;
  readonly to: string;
  readonly how: string;
  readonly fingerprint: string;
  /** The line that it fixes, and all before it. */
  readonly entry: number;
}

/** Every fingerprint that is known to have left: printed in a document, in an earlier copy, or told to somebody. */
export function fingerprintsGiven(db: ReadableDb, selection: Selection): readonly Given[] {
  const { snapshot, students } = selection;
  const people = snapshot.tables.get('person');
  const inDocuments = standing(snapshot, 'document')
    .filter((row) => selection.row('document', String(row['id'])) === null)
    .map((row) => ({
      at: String(row['issued_at']),
      to: String(people?.get(String(row['respondent_id']))?.image['name'] ?? 'whoever received the document'),
      how: `printed in document ${row['number']}, ${row['title']}`,
      fingerprint: String(row['fingerprint']),
    }));
  const inCopies = standing(snapshot, 'copy_made')
    .filter((row) => selection.row('copy_made', String(row['id'])) === null)
    .map((row) => ({
      at: String(row['at']),
      to: String(row['recipient'] ?? 'not named'),
      how: `in copy ${row['number']} (${row['audience']})`,
      fingerprint: String(row['fingerprint']),
    }));
  const told = standing(snapshot, 'fingerprint_given').map((row) => ({
    at: String(row['given_at']),
    to: String(row['recipient']),
    how: String(row['how']),
    fingerprint: String(row['fingerprint']),
  }));
  return [...inDocuments, ...inCopies, ...told]
    .map((given) => ({
      ...given,
      to: students === null ? given.to : students.replace(given.to),
      how: students === null ? given.how : students.replace(given.how),
      entry: entryOf(db, given.fingerprint),
    }))
    .sort((one, other) => one.entry - other.entry);
}

function entryOf(db: ReadableDb, fingerprint: string): number {
  const row = db.get('SELECT seq FROM checkpoint WHERE fingerprint = ?', fingerprint);
  return row === null ? 0 : integer(row, 'seq');
}
