import { basename } from 'node:path';
import { must, raise } from '../../contract/errors.ts';
import type { HandlersFor } from '../handler.ts';
import { evidenceById } from '../intake/index.ts';
import {
  addComparator,
  answerJustCause,
  justCauseView,
  readRegister,
  withdrawComparator,
} from '../just-cause/index.ts';
import { personById } from '../people/index.ts';
import { planById } from '../plan/index.ts';
import {
  addErratum,
  deadlinesAsCalendar,
  eventById,
  gateOf,
  interviewById,
  interviews,
  pastDiscipline,
  recordEvent,
  recordPastDiscipline,
  signInterview,
  stepsInput,
  stepsView,
  withdrawPastDiscipline,
  writeInterview,
} from '../procedure/index.ts';
import { keepApart } from '../statement/index.ts';
import { chosenText } from './chosen-text.ts';
import { saveInFolder } from './save-in-folder.ts';

export const stepHandlers: HandlersFor<'steps' | 'event' | 'gate' | 'deadline'> = {
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
  'deadline.save-calendar': {
    kind: 'engine',
    run: (engine, { folder }) => {
      const { file, number } = engine.session;
      return saveInFolder(folder, `deadlines-${number}.ics`, deadlinesAsCalendar(engine, file.connection.readable));
    },
  },
};

export const interviewHandlers: HandlersFor<'interview'> = {
  'interview.list': { kind: 'read', run: ({ db }, { respondentId }) => interviews(db, respondentId) },
  'interview.write': {
    kind: 'change',
    reversible: true,
    topics: ['steps', 'documents'],
    run: ({ db, newId, now, by }, input) => {
      const person = personById(db, input.respondentId);
      if (input.planId !== null) planById(db, input.planId);
      if (input.recordingId !== null) evidenceById(db, input.recordingId);
      const interview = writeInterview(db, input, { id: newId(), at: now, by });
      // What was said under orders is kept apart in every form: the recording of it as well.
      if (interview.manner === 'compelled' && interview.recordingId !== null) {
        keepApart(db, interview.recordingId, `The recording of compelled interview ${interview.number}.`, {
          newId,
          at: now,
          by,
        });
      }
      return { value: interview, about: `Wrote down interview ${interview.number}, with person ${person.number}` };
    },
  },
  'interview.sign': {
    kind: 'change',
    // What was signed is not reversed: errata stand beside it.
    reversible: false,
    topics: ['steps', 'documents'],
    run: ({ engine, db, now }, input) => {
      const { number, respondentId } = interviewById(db, input.id);
      const person = personById(db, respondentId);
      const gate = gateOf(engine, db, person.name, 'interview');
      if (gate !== null && !gate.open) {
        raise('gate-closed', { document: 'The interview record', missing: gate.missing.join(' ') });
      }
      return {
        value: signInterview(db, input, now),
        about: `Signed interview ${number}, with person ${person.number}`,
      };
    },
  },
  'interview.add-erratum': {
    kind: 'change',
    reversible: true,
    topics: ['steps', 'documents'],
    run: ({ db, newId, now, by }, input) => {
      const interview = addErratum(db, input, { id: newId(), at: now, by });
      return { value: interview, about: `Added an erratum to interview ${interview.number}` };
    },
  },
};

export const recordHandlers: HandlersFor<'past-discipline'> = {
  'past-discipline.list': {
    kind: 'read',
    run: ({ engine, db }, { respondentId }) => {
      const { rows, items, exceptions } = pastDiscipline(engine, db, respondentId);
      return { rows, items, exceptions };
    },
  },
  'past-discipline.record': {
    kind: 'change',
    reversible: true,
    topics: ['steps'],
    run: ({ engine, db, newId, now, by }, input) => {
      const person = personById(db, input.respondentId);
      const id = newId();
      recordPastDiscipline(db, input, { id, at: now, by });
      const row = pastDiscipline(engine, db, input.respondentId).rows.find((each) => each.id === id);
      return {
        value: must(row, 'past-discipline.record: the row is there'),
        about: `Entered past discipline of person ${person.number}`,
      };
    },
  },
  'past-discipline.withdraw': {
    kind: 'change',
    reversible: true,
    topics: ['steps'],
    run: ({ db }, { id }) => {
      withdrawPastDiscipline(db, id);
      return { value: {}, about: 'Withdrew an entry of past discipline' };
    },
  },
};

/** Counsel's compartment: the lines of the log name no question, no answer and no case that was compared. */
export const counselHandlers: HandlersFor<'just-cause' | 'comparator'> = {
  'just-cause.view': {
    kind: 'read',
    run: ({ engine, db }, { respondentId }) => justCauseView(engine, db, respondentId),
  },
  'just-cause.answer': {
    kind: 'change',
    reversible: true,
    topics: ['steps'],
    run: ({ db, newId, now, by }, input) => {
      const person = personById(db, input.respondentId);
      answerJustCause(db, input, { id: newId(), at: now, by });
      return { value: {}, about: `Answered a question of counsel’s worksheet on person ${person.number}` };
    },
  },
  'comparator.add': {
    kind: 'change',
    reversible: true,
    topics: ['steps'],
    run: ({ db, newId, now, by }, input) => {
      const person = personById(db, input.respondentId);
      const value = addComparator(db, input, { id: newId(), at: now, by });
      return { value, about: `Entered a comparison in counsel’s worksheet on person ${person.number}` };
    },
  },
  'comparator.read-register': {
    kind: 'read',
    run: (_, { path }) => readRegister(chosenText(path), basename(path)),
  },
  'comparator.withdraw': {
    kind: 'change',
    reversible: true,
    topics: ['steps'],
    run: ({ db }, { id }) => {
      withdrawComparator(db, id);
      return { value: {}, about: 'Withdrew a comparison from counsel’s worksheet' };
    },
  },
};
