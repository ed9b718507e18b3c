import type { DamagedFile } from '../case-file/index.ts';

/**
 * The sources whose bytes are given to nobody: locked ones, what was set apart for counsel, and every container around one.
 * @returns null where something is locked and the list of it cannot be read any more
 */
export function closedSources(file: DamagedFile): ReadonlySet<string> | null {
  try {
    return new Set(file.column('SELECT evidence_id FROM closed_bytes').map(String));
  } catch {
    return nothingIsLocked(file) ? new Set() : null;
  }
}

/** A case of the first form knows no locks. */
function nothingIsLocked(file: DamagedFile): boolean {
  if (!file.tables.some(({ name }) => name === 'evidence_lock')) return true;
  try {
    return file.column('SELECT 1 FROM evidence_lock LIMIT 1').length === 0;
  } catch {
    return false;
  }
}
