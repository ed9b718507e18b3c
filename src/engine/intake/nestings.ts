import { must } from '../../contract/errors.ts';
import { integer, type ReadableDb, text } from '../case-file/index.ts';
import type { Nesting } from './readers/reader.ts';

/** Where members stand in the containers around them; what a container unpacked to is added up once, not for each member. */
export class Nestings {
  readonly #unpacked = new Map<string, number>();

  /** @returns null for a file as it was handed in */
  of(db: ReadableDb, evidenceId: string): Nesting | null {
    const above = db.all(
      `WITH RECURSIVE above(id, parent_id, bytes, depth) AS (
         SELECT id, parent_id, bytes, 0 FROM evidence WHERE id = ?
         UNION ALL SELECT e.id, e.parent_id, e.bytes, above.depth + 1 FROM evidence e JOIN above ON e.id = above.parent_id)
       SELECT id, bytes, depth FROM above ORDER BY depth DESC`,
      evidenceId,
    );
    const root = above[0];
    if (root === undefined || above.length === 1) return null;
    return {
      depth: above.length - 1,
      outermostBytes: integer(root, 'bytes'),
      unpackedBytes: this.#unpackedFrom(db, text(root, 'id')),
    };
  }

  /** To be called whenever members were received. */
  forget(): void {
    this.#unpacked.clear();
  }

  #unpackedFrom(db: ReadableDb, rootId: string): number {
    const known = this.#unpacked.get(rootId);
    if (known !== undefined) return known;
    const row = db.get(
      `WITH RECURSIVE inside(id) AS (SELECT id FROM evidence WHERE parent_id = ?
         UNION ALL SELECT e.id FROM evidence e JOIN inside ON e.parent_id = inside.id)
       SELECT coalesce(sum(bytes), 0) AS n FROM evidence WHERE id IN (SELECT id FROM inside)`,
      rootId,
    );
    const bytes = integer(must(row, 'a sum comes back'), 'n');
    this.#unpacked.set(rootId, bytes);
    return bytes;
  }
}
