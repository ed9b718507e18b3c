import { CopyMade, Withheld } from '../../contract/custody.ts';
import { integer, json, type ReadableDb, text, textOrNull } from '../case-file/index.ts';

/** Every copy that was made, oldest first. */
export function copiesMade(db: ReadableDb): readonly CopyMade[] {
  return db
    .all(
      `SELECT id, number, audience, recipient, at, by, entries, fingerprint, manifest_sha256, files, bytes, withheld
       FROM copy_made WHERE withdrawn = 0 ORDER BY number`,
    )
    .map((row) =>
      CopyMade.parse({
        id: text(row, 'id'),
        number: integer(row, 'number'),
        audience: text(row, 'audience'),
        to: textOrNull(row, 'recipient'),
        at: text(row, 'at'),
        by: text(row, 'by'),
        entries: integer(row, 'entries'),
        fingerprint: text(row, 'fingerprint'),
        manifestSha256: text(row, 'manifest_sha256'),
        files: integer(row, 'files'),
        bytes: integer(row, 'bytes'),
        withheld: json(row, 'withheld', Withheld.array()),
      }),
    );
}
