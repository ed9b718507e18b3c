import { must } from '../../contract/errors.ts';
import type { ProtectionView } from '../../contract/keeping.ts';
import { integer, type ReadableDb } from '../case-file/index.ts';
import { locks } from './locks.ts';
import { removals } from './removal/views.ts';
import { setApart } from './set-apart.ts';
import { stoppedFiles } from './stopped.ts';

export {
  bytesAreClosed,
  type Closed,
  closedSources,
  hasLocks,
  isLockedContent,
  liftLock,
  lockNewcomersAlike,
  lockSource,
  sourceById,
} from './locks.ts';
export { finishRemovals } from './removal/finish.ts';
export { removeSource } from './removal/order.ts';
export { documentIsClosed } from './removal/scope.ts';
export { dealWithCopy, removalScope } from './removal/views.ts';
export { decideSetApart } from './set-apart.ts';
export { recordStopped } from './stopped.ts';
export { setVeil, veiledSources, veilPicture } from './veils.ts';

/** Files as they were handed over that nobody is shown, and files that were never taken in. */
export function keptOutCounts(db: ReadableDb): { closed: number; stopped: number } {
  const row = must(
    db.get(
      `SELECT (SELECT count(*) FROM hidden_evidence h JOIN evidence e ON e.id = h.evidence_id WHERE e.parent_id IS NULL
          OR e.parent_id NOT IN (SELECT evidence_id FROM hidden_evidence)) AS closed,
         (SELECT count(*) FROM stopped_file WHERE withdrawn = 0) AS stopped`,
    ),
    'counts come back',
  );
  return { closed: integer(row, 'closed'), stopped: integer(row, 'stopped') };
}

/** Everything that is kept out of sight, and why. */
export function protectionView(db: ReadableDb): ProtectionView {
  return {
    locked: [...locks(db)],
    setApart: [...setApart(db)],
    stopped: [...stoppedFiles(db)],
    removed: [...removals(db)],
  };
}
