import { chronologyView } from '../chronology/index.ts';
import type { HandlersFor } from '../handler.ts';

export const chronologyHandlers: HandlersFor<'chronology'> = {
  'chronology.view': {
    kind: 'read',
    run: ({ session, db }, { respondentId }) => chronologyView(session, db, respondentId),
  },
};
