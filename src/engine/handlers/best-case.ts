import { raise } from '../../contract/errors.ts';
import { bestCase, entryCount, signBestCase } from '../best-case/index.ts';
import { chargesAgainst } from '../finding/index.ts';
import type { HandlersFor, ReadContext } from '../handler.ts';
import { personById, respondents } from '../people/index.ts';

function viewFor({ engine, session, db }: ReadContext, respondentId: string) {
  return bestCase(session, db, respondentId, chargesAgainst(session, db, respondentId), engine.actor.keyId);
}

/** @throws no-respondent */
function assertRespondent({ db }: ReadContext, id: string): void {
  if (!respondents(db).some((person) => person.id === id)) raise('no-respondent', { name: ' of that name' });
}

export const bestCaseHandlers: HandlersFor<'best-case'> = {
  'best-case.view': {
    kind: 'read',
    run: (context, { respondentId }) => {
      assertRespondent(context, respondentId);
      return viewFor(context, respondentId);
    },
  },
  'best-case.sign': {
    kind: 'change',
    reversible: true,
    topics: ['allegations'],
    run: (context, input) => {
      assertRespondent(context, input.respondentId);
      const { engine, session, db, newId, now, by } = context;
      const made = { id: newId(), at: now, by, reader: engine.actor.keyId };
      const n = signBestCase(session, db, input, chargesAgainst(session, db, input.respondentId), made);
      const { number } = personById(db, input.respondentId);
      return {
        value: viewFor(context, input.respondentId),
        about: `Read the best case of person ${number} and signed it as read (${entryCount(n)})`,
      };
    },
  },
};
