import type { NamedSource } from '../../../contract/keeping.ts';
import { integer, loadContent, type ReadableDb, text } from '../../case-file/index.ts';
import { hasLocks, namedSource } from '../locks.ts';

export interface ScopedSource extends NamedSource {
  readonly sha256: string;
}

/** What the removal of one source takes with it. */
export interface Scope {
  /** To be emptied: the source, its twins of the same bytes, look-alikes locked with it, and everything inside them. */
  readonly sources: readonly ScopedSource[];
  /** Files around them: the bytes hold the source and go, what else was read from them stays. */
  readonly containers: readonly ScopedSource[];
  /** Issued documents that show one of the sources. */
  readonly documents: readonly { readonly id: string; readonly number: number; readonly title: string }[];
}

export function scopeOfRemoval(db: ReadableDb, evidenceId: string): Scope {
  const sources = sourcesOf(db, evidenceId);
  const ids = JSON.stringify(sources.map(({ id }) => id));
  const containers = db
    .all(
      `WITH RECURSIVE around (id) AS (
         SELECT parent_id FROM evidence WHERE id IN (SELECT value FROM json_each(?1)) AND parent_id IS NOT NULL
         UNION SELECT e.parent_id FROM around JOIN evidence e ON e.id = around.id WHERE e.parent_id IS NOT NULL
         UNION SELECT same.id FROM around JOIN evidence e ON e.id = around.id JOIN evidence same ON same.sha256 = e.sha256)
       SELECT id, number, name, sha256 FROM evidence
       WHERE id IN (SELECT id FROM around) AND id NOT IN (SELECT value FROM json_each(?1)) ORDER BY number`,
      ids,
    )
    .map((row) => ({ ...namedSource(row), sha256: text(row, 'sha256') }));
  return { sources, containers, documents: documentsThatShow(db, sources) };
}

function sourcesOf(db: ReadableDb, evidenceId: string): readonly ScopedSource[] {
  return db
    .all(
      `WITH RECURSIVE
         roots (id) AS (
           SELECT ?1 UNION SELECT evidence_id FROM evidence_lock
             WHERE alike_to = ?1 AND withdrawn = 0 AND lifted_at IS NULL),
         inside (id) AS (
           SELECT same.id FROM roots JOIN evidence e ON e.id = roots.id
             JOIN evidence same ON same.sha256 = e.sha256 AND (same.id = e.id OR e.bytes > 0)
           UNION SELECT e.id FROM inside JOIN evidence e ON e.parent_id = inside.id)
       SELECT id, number, name, sha256 FROM evidence WHERE id IN (SELECT id FROM inside) ORDER BY number`,
      evidenceId,
    )
    .map((row) => ({ ...namedSource(row), sha256: text(row, 'sha256') }));
}

/** Whether an issued document shows a source that is locked now: then it is out of sight as well. */
export function documentIsClosed(db: ReadableDb, documentId: string): boolean {
  if (!hasLocks(db)) return false;
  const locked = db
    .all('SELECT id, sha256 FROM evidence WHERE id IN (SELECT evidence_id FROM locked_evidence)')
    .map((row) => ({ id: text(row, 'id'), sha256: text(row, 'sha256') }))
    .filter(({ sha256 }) => sha256 !== 'removed');
  return locked.length > 0 && documentsThatShow(db, locked).some(({ id }) => id === documentId);
}

/** A document's frozen input names each of its exhibits by the hash of the bytes. */
function documentsThatShow(
  db: ReadableDb,
  sources: readonly Pick<ScopedSource, 'id' | 'sha256'>[],
): Scope['documents'] {
  return db
    .all('SELECT id, number, title, input_sha256 FROM document ORDER BY number')
    .filter((row) => {
      const input = Buffer.from(loadContent(db, text(row, 'input_sha256'))).toString('utf8');
      return sources.some(({ id, sha256 }) => input.includes(sha256) || input.includes(id));
    })
    .map((row) => ({ id: text(row, 'id'), number: integer(row, 'number'), title: text(row, 'title') }));
}
