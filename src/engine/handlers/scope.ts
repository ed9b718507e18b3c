import type { HandlersFor } from '../handler.ts';
import { evidenceById } from '../intake/index.ts';
import {
  clauseOn,
  closeOutside,
  liftLimit,
  limitChoices,
  narrowScope,
  openOutside,
  scopeView,
  setLimit,
  widenScope,
} from '../mapping/index.ts';

const topics = ['suggestions', 'items'] as const;

export const scopeHandlers: HandlersFor<'scope' | 'limit'> = {
  'scope.view': { kind: 'read', run: ({ session, db }) => scopeView(session, db) },
  'scope.widen': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ session, db, newId, now, by }, input) => {
      clauseOn(session, input.policy, input.clause, null);
      widenScope(db, input, { id: newId(), at: now, by });
      return {
        value: scopeView(session, db),
        about: `Widened the inquiry to ${input.policy} ${input.clause}`,
      };
    },
  },
  'scope.narrow': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ session, db }, { id, reason }) => {
      const { policy, clause } = narrowScope(db, id, reason);
      return { value: scopeView(session, db), about: `Took ${policy} ${clause} out of the inquiry again` };
    },
  },
  'scope.open-outside': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ session, db, newId, now, by }, { reason }) => {
      const { items } = openOutside(db, reason, { id: newId(), at: now, by });
      const what = items === 1 ? '1 item' : `${items} items`;
      return { value: scopeView(session, db), about: `Opened what is suggested outside the complaint (${what})` };
    },
  },
  'scope.close-outside': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ session, db, now }) => {
      closeOutside(db, now);
      return { value: scopeView(session, db), about: 'Closed what is suggested outside the complaint' };
    },
  },
  'limit.choices': {
    kind: 'read',
    run: ({ db }, { evidenceId }) => {
      evidenceById(db, evidenceId);
      return limitChoices(db, evidenceId);
    },
  },
  'limit.set': {
    kind: 'change',
    reversible: true,
    topics: ['evidence', ...topics],
    run: ({ db, newId, now, by }, input) => {
      const { number } = evidenceById(db, input.evidenceId);
      const limit = setLimit(db, input, { id: newId(), at: now, by });
      const beyond = limit.beyond === 1 ? '1 item' : `${limit.beyond} items`;
      return { value: limit, about: `Limited file ${number} to what was agreed (${beyond} beyond it)` };
    },
  },
  'limit.lift': {
    kind: 'change',
    reversible: true,
    topics: ['evidence', ...topics],
    run: ({ db }, { id, reason }) => {
      const limit = liftLimit(db, id, reason);
      const { number } = evidenceById(db, limit.evidenceId);
      return { value: limit, about: `Lifted the agreed limit of file ${number}` };
    },
  },
};
