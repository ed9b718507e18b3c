import type { HandlersFor } from '../handler.ts';
import {
  dealWithCopy,
  decideSetApart,
  liftLock,
  lockSource,
  protectionView,
  recordStopped,
  removalScope,
  removeSource,
  setVeil,
  sourceById,
} from '../keeping/index.ts';
import { startLookThrough } from '../mapping/index.ts';

const SEEN = ['evidence', 'items', 'suggestions', 'mappings', 'protection'] as const;

/** A lock or a removal is never reversed by one key: lifting a lock is a decision of its own, with its reason. */
export const protectionHandlers: HandlersFor<'protection'> = {
  'protection.view': { kind: 'read', run: ({ db }) => protectionView(db) },
  'protection.scope': {
    kind: 'read',
    run: ({ db, session }, { evidenceId }) => removalScope(db, evidenceId, session.file, session.caseId),
  },
  'protection.lock': {
    kind: 'change',
    reversible: false,
    topics: SEEN,
    run: ({ db, now, by, newId }, order) => {
      const { number } = sourceById(db, order.evidenceId);
      const n = lockSource(db, order, { newId, at: now, by });
      const others = n > 1 ? ` and ${n - 1} that look like it` : '';
      return { value: protectionView(db), about: `Locked file ${number}${others}` };
    },
  },
  'protection.lift': {
    kind: 'change',
    reversible: false,
    topics: SEEN,
    run: ({ db, now, by, newId }, { id, reason }) => {
      const { number } = liftLock(db, id, reason, { newId, at: now, by });
      return { value: protectionView(db), about: `Lifted the lock on file ${number}` };
    },
  },
  'protection.remove': {
    kind: 'engine',
    run: (engine, order) => {
      removeSource(engine, order);
      return protectionView(engine.session.file.connection.readable);
    },
  },
  'protection.copy-dealt-with': {
    kind: 'change',
    reversible: true,
    topics: ['protection'],
    run: ({ db, now, by, newId }, { id, how }) => {
      const number = dealWithCopy(db, id, how, { newId, at: now, by });
      return { value: protectionView(db), about: `A copy outside the case was removed by hand (removal ${number})` };
    },
  },
  'protection.stop': {
    kind: 'change',
    reversible: false,
    topics: ['evidence', 'protection'],
    run: ({ db, now, by, newId }, order) => {
      const stopped = recordStopped(db, order, { newId, at: now, by });
      return { value: stopped, about: `Recorded a file that was not taken in (stop ${stopped.number})` };
    },
  },
  'protection.decide': {
    kind: 'engine',
    run: (engine, order) => {
      const { host } = engine;
      const words = order.decision === 'release' ? 'released' : 'kept barred';
      engine.record({ did: 'protection.decide', about: `Counsel decided: ${words}` }, (db) =>
        decideSetApart(db, order, { newId: host.newId, at: host.now(), by: engine.by }),
      );
      engine.changed(...SEEN);
      // What was released has no suggestions yet; what was barred must not leave any behind.
      startLookThrough(engine);
      return protectionView(engine.session.file.connection.readable);
    },
  },
  'protection.veil': {
    kind: 'change',
    reversible: true,
    topics: ['evidence', 'items'],
    run: ({ db, now, by, newId }, order) => {
      const number = setVeil(db, order, { newId, at: now, by });
      return { value: {}, about: `${order.veiled ? 'Veiled' : 'Took the veil off'} file ${number}` };
    },
  },
};
