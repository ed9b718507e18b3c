import type { ProtectionView } from '../../contract/keeping.ts';
import type { ReadableDb } from '../case-file/index.ts';
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
export { dealWithCopy, removalScope } from './removal/views.ts';
export { decideSetApart } from './set-apart.ts';
export { recordStopped } from './stopped.ts';
export { setVeil, veiledSources } from './veils.ts';

/** Everything that is kept out of sight, and why. */
export function protectionView(db: ReadableDb): ProtectionView {
  return {
    locked: [...locks(db)],
    setApart: [...setApart(db)],
    stopped: [...stoppedFiles(db)],
    removed: [...removals(db)],
  };
}
