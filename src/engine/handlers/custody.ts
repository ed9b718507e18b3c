import { compartments, copiesMade, setCompartments } from '../export/index.ts';
import type { HandlersFor } from '../handler.ts';

export const copyHandlers: HandlersFor<'copy'> = {
  'copy.list': { kind: 'read', run: ({ db }) => [...copiesMade(db)] },
};

export const compartmentHandlers: HandlersFor<'compartment'> = {
  'compartment.list': { kind: 'read', run: ({ db }) => [...compartments(db)] },
  'compartment.set': {
    kind: 'change',
    reversible: true,
    topics: [],
    run: ({ db, newId, now, by }, order) => {
      setCompartments(db, order, { newId, now, by });
      const what = order.compartments.length === 0 ? 'back with the ordinary case' : 'apart from the ordinary case';
      return { value: [...compartments(db)], about: `Put a record ${what}` };
    },
  },
};
