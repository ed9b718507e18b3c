import { raise } from '../../contract/errors.ts';
import type { HandlersFor } from '../handler.ts';
import { personById } from '../people/index.ts';
import { eventById, gateOf, recordEvent, stepsInput, stepsView } from '../procedure/index.ts';

export const stepHandlers: HandlersFor<'steps' | 'event' | 'gate'> = {
  'steps.view': { kind: 'read', run: ({ engine, db }) => stepsView(engine, db) },
  'steps.input': { kind: 'read', run: ({ engine, db }) => stepsInput(engine, db) },
  'event.record': {
    kind: 'change',
    reversible: true,
    topics: ['steps'],
    run: ({ db, newId, now, by }, input) => {
      if (input.respondentId !== null) personById(db, input.respondentId);
      const event = recordEvent(db, input, { id: newId(), at: now, by, corrects: null });
      return { value: event, about: `Recorded: ${event.title}` };
    },
  },
  'event.correct': {
    kind: 'change',
    reversible: true,
    topics: ['steps'],
    run: ({ db, newId, now, by }, { corrects, reason, ...input }) => {
      const old = eventById(db, corrects);
      const note = input.note === null ? reason : `${input.note} (${reason})`;
      const event = recordEvent(db, { ...input, note }, { id: newId(), at: now, by, corrects: old.id });
      return { value: event, about: `Corrected: ${old.title}` };
    },
  },
  'gate.override': {
    kind: 'change',
    reversible: true,
    topics: ['steps', 'documents'],
    run: ({ engine, db, newId, now, by }, { respondentId, gate, reason }) => {
      const person = personById(db, respondentId);
      if (gateOf(engine, db, person.name, gate) === null) raise('not-found', { what: 'gate' });
      const input = { kind: 'gate-overridden', at: now, respondentId, details: { gate, reason, by }, note: reason };
      const event = recordEvent(db, input, { id: newId(), at: now, by, corrects: null });
      return { value: event, about: `Passed over the gate “${gate}” for person ${person.number}, with a reason` };
    },
  },
};
