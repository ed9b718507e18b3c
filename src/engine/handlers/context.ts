import { answerContext, askForContext, contextList, contextView } from '../context/index.ts';
import type { HandlersFor } from '../handler.ts';
import { evidenceById } from '../intake/index.ts';

export const contextHandlers: HandlersFor<'context'> = {
  'context.view': { kind: 'read', run: ({ db }, { itemId }) => contextView(db, itemId) },
  'context.list': { kind: 'read', run: ({ db }) => [...contextList(db)] },
  'context.ask': {
    kind: 'change',
    reversible: true,
    topics: ['evidence', 'items'],
    run: ({ db, newId, now, by }, order) => {
      const { number } = evidenceById(db, order.evidenceId);
      askForContext(db, order, { id: newId(), at: now, by });
      return { value: {}, about: `Asked for what file ${number} leaves out` };
    },
  },
  'context.answer': {
    kind: 'change',
    reversible: true,
    topics: ['evidence', 'items'],
    run: ({ db }, order) => {
      const { number } = evidenceById(db, answerContext(db, order));
      return { value: {}, about: `Recorded what came of asking for what file ${number} leaves out` };
    },
  },
};
