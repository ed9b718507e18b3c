import type { z } from 'zod';
import { FingerprintGiven, type GiveFingerprint } from '../../contract/custody.ts';
import { raise } from '../../contract/errors.ts';
import { integer, type ReadableDb, text, type WritableDb } from '../case-file/index.ts';

const SHORTEST = 12;

/** Fingerprints that somebody was told, beside those that documents and copies print. */
export function givenFingerprints(db: ReadableDb): readonly FingerprintGiven[] {
  return db
    .all(
      `SELECT g.fingerprint, g.recipient, g.how, g.given_at, p.seq AS entry FROM fingerprint_given g
       JOIN checkpoint p ON p.fingerprint = g.fingerprint WHERE g.withdrawn = 0 ORDER BY p.seq, g.given_at`,
    )
    .map((row) =>
      FingerprintGiven.parse({
        at: text(row, 'given_at'),
        to: text(row, 'recipient'),
        how: text(row, 'how'),
        fingerprint: text(row, 'fingerprint'),
        entry: integer(row, 'entry'),
      }),
    );
}

/** @returns the line that the fingerprint fixes. @throws not-found where this record has no such fingerprint */
export function keepGiven(
  db: WritableDb,
  given: z.output<typeof GiveFingerprint>,
  who: { readonly id: string; readonly at: string; readonly by: string },
): number {
  const digits = given.fingerprint?.toLowerCase().replace(/[^0-9a-f]/g, '') ?? null;
  const found =
    digits === null
      ? db.get('SELECT seq, fingerprint FROM checkpoint ORDER BY seq DESC LIMIT 1')
      : db.get('SELECT seq, fingerprint FROM checkpoint WHERE substr(fingerprint, 1, length(?1)) = ?1', digits);
  if (found === null || (digits !== null && digits.length < SHORTEST)) raise('not-found', { what: 'fingerprint' });
  db.run(
    'INSERT INTO fingerprint_given (id, fingerprint, recipient, how, given_at, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)',
    who.id,
    text(found, 'fingerprint'),
    given.to,
    given.how,
    given.givenAt,
    who.at,
    who.by,
  );
  return integer(found, 'seq');
}
