import { integer, loadContent, type ReadableDb, text } from '../case-file/index.ts';
import type { Beside } from './readers/reader.ts';
import { companionNames, companionPlace, mayLackNames } from './readers/shared/company/places.ts';
import type { OpenReading } from './receive.ts';

/** Lists of names are small; whatever is larger is no such list, and all of them go along with every file of an export. */
const MOST_BYTES = 4_000_000;

interface Companion {
  readonly path: string;
  readonly sha256: string;
}

/**
 * Finds the files of the same folder or archive that tell the names of people (a workspace's members, whose account it is).
 * All files of an import are received before the first is read, so that the same bytes always have the same company.
 */
export class Companies {
  readonly #known = new Map<string, readonly Companion[]>();

  /** @returns null where nothing that tells names lies beside the file */
  of(db: ReadableDb, { evidenceId, path, name }: Pick<OpenReading, 'evidenceId' | 'path' | 'name'>): Beside | null {
    if (!mayLackNames.test(name)) return null;
    const found = this.#around(db, evidenceId).flatMap((each) => {
      const place = each.path === path ? null : companionPlace(path, each.path);
      return place === null ? [] : [{ place, sha256: each.sha256 }];
    });
    const folder = path.replaceAll('!/', '/').split('/').at(-2) ?? null;
    const files = found.map(({ place, sha256 }) => ({ place, bytes: new Uint8Array(loadContent(db, sha256)) }));
    return files.length === 0 ? null : { folder, files };
  }

  #around(db: ReadableDb, evidenceId: string): readonly Companion[] {
    const row = db.get('SELECT parent_id FROM evidence WHERE id = ?', evidenceId);
    const parent = row === null || row['parent_id'] === null ? null : text(row, 'parent_id');
    const key = parent ?? '';
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    // A list that nobody may look at tells nothing about other files either.
    const companions = db
      .all(
        `SELECT path, sha256, bytes FROM evidence WHERE parent_id IS ? AND lower(name) IN (SELECT value FROM json_each(?))
           AND id NOT IN (SELECT evidence_id FROM hidden_evidence) ORDER BY number`,
        parent,
        JSON.stringify([...companionNames]),
      )
      .filter((each) => integer(each, 'bytes') <= MOST_BYTES)
      .map((each) => ({ path: text(each, 'path'), sha256: text(each, 'sha256') }));
    this.#known.set(key, companions);
    return companions;
  }
}
