import type { z } from 'zod';
import { raise } from '../../../contract/errors.ts';
import type { RemoveSource } from '../../../contract/keeping.ts';
import type { EngineCore } from '../../core.ts';
import { lockOf, sourceById } from '../locks.ts';
import { otherCopies } from './copies.ts';
import { finishRemovals } from './finish.ts';
import { removeFromFile } from './remove.ts';
import { scopeOfRemoval } from './scope.ts';

/**
 * Removes a locked source on a written instruction, in one transaction with its ledger line; then whatever copies the
 * program can reach. @throws not-locked, job-running, not-found
 */
export function removeSource(engine: EngineCore, order: z.output<typeof RemoveSource>): void {
  if (engine.jobs.list().some(({ state }) => state === 'running')) raise('job-running');
  const { session, host } = engine;
  const { readable } = session.file.connection;
  const source = sourceById(readable, order.evidenceId);
  const lock = lockOf(readable, order.evidenceId) ?? raise('not-locked');
  const scope = scopeOfRemoval(readable, order.evidenceId);
  const copies = otherCopies(readable, scope, session.file, session.caseId);
  const about = `Removed file ${source.number} on a written instruction, with ${scope.sources.length - 1} others`;
  engine.record({ did: 'protection.remove', about }, (db, seq) =>
    removeFromFile(
      db,
      seq,
      scope,
      { ...order, because: lock.because, copies },
      { newId: host.newId, at: host.now(), by: engine.by },
    ),
  );
  engine.changed('evidence', 'items', 'suggestions', 'mappings', 'documents', 'protection');
  finishRemovals(engine);
}
