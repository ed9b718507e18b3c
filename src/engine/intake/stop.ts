import type { FileOutcome } from '../../contract/evidence.ts';
import type { EngineCore } from '../core.ts';
import { hasLocks, isLockedContent, recordStopped } from '../keeping/index.ts';
import { emptyOutcome } from './receive.ts';

/** What the stop screen says, in the outcome of every file that it keeps out. */
const STOPPED =
  'It may show an unclothed minor, so it was not taken in: nothing of it was opened, hashed or stored, and this line is all that is kept. Do not copy, send, print or describe it. Leave it on the device where it is, keep the device away from others, and call the police, the DCF Careline and counsel now.';

const LOCKED =
  'The same bytes are locked in this case, so it was not taken in a second time. Do not copy or send it. Say in Evidence, “Kept out of sight”, where this copy was found.';

function refused(path: string, error: string): FileOutcome {
  return { ...emptyOutcome(path, null), outcome: 'rejected', kept: false, error };
}

/** Records a file that must not be kept, by its name alone; its bytes are never opened. */
export function stopFile(
  engine: EngineCore,
  file: { readonly shown: string; readonly name: string; readonly receiptId: string | null },
): FileOutcome {
  const { host } = engine;
  engine.record({ did: 'protection.stop', about: 'Recorded a file that was not taken in' }, (db) =>
    recordStopped(
      db,
      { name: file.name, receiptId: file.receiptId, whereItIs: file.shown, called: null },
      { newId: host.newId, at: host.now(), by: engine.by },
    ),
  );
  engine.changed('evidence', 'protection');
  return refused(file.shown, STOPPED);
}

/** The outcome of a file whose very bytes are under a lock; null for any other. */
export function lockedAlready(engine: EngineCore, shown: string, sha256: () => string): FileOutcome | null {
  const db = engine.session.file.connection.readable;
  if (!hasLocks(db) || !isLockedContent(db, sha256())) return null;
  return refused(shown, LOCKED);
}
