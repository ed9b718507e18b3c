import {
  answerFirstQuestion,
  complaints,
  correctComplaint,
  firstAnswers,
  recordComplaint,
} from '../complaint/index.ts';
import { listDistricts } from '../district/index.ts';
import type { HandlersFor } from '../handler.ts';
import {
  addPerson,
  likelySame,
  mergePeople,
  merges,
  partPeople,
  people,
  personById,
  updatePerson,
} from '../people/index.ts';

const questionWords = {
  'minor-unclothed': 'unclothed minor',
  'child-at-risk': 'child at risk',
  'sexual-harassment': 'sexual harassment',
  'police-or-dcf': 'police or child protection',
  'conflict-of-interest': 'conflict of interest',
} as const;

/** Who somebody is stands in every room. */
const EVERYTHING = [
  'people',
  'complaint',
  'evidence',
  'items',
  'allegations',
  'findings',
  'steps',
  'documents',
] as const;

export const firstQuestionHandlers: HandlersFor<'first-question'> = {
  'first-question.list': { kind: 'read', run: ({ db }) => [...firstAnswers(db)] },
  'first-question.answer': {
    kind: 'change',
    reversible: true,
    topics: ['complaint', 'steps'],
    run: ({ db, newId, now, by }, input) => ({
      value: answerFirstQuestion(db, input, { id: newId(), at: now, by }),
      about: `Answered a first question (${questionWords[input.question]}): ${input.answer}`,
    }),
  },
};

export const complaintHandlers: HandlersFor<'complaint'> = {
  'complaint.list': { kind: 'read', run: ({ db }) => [...complaints(db)] },
  'complaint.record': {
    kind: 'change',
    reversible: true,
    topics: ['complaint', 'steps'],
    run: ({ db, newId }, input) => {
      for (const id of input.about) personById(db, id);
      const complaint = recordComplaint(db, newId(), input);
      return { value: complaint, about: `Recorded complaint ${complaint.number}` };
    },
  },
  'complaint.correct': {
    kind: 'change',
    reversible: true,
    topics: ['complaint', 'steps'],
    run: ({ db, newId, now, by }, input) => {
      for (const id of input.complaint.about) personById(db, id);
      const complaint = correctComplaint(db, input, { id: newId(), at: now, by });
      return { value: complaint, about: `Corrected complaint ${complaint.number}` };
    },
  },
};

export const personHandlers: HandlersFor<'person'> = {
  'person.list': { kind: 'read', run: ({ db }) => [...people(db)] },
  'person.add': {
    kind: 'change',
    reversible: true,
    topics: ['people', 'items', 'steps'],
    run: ({ db, newId }, input) => {
      const person = addPerson(db, newId(), input);
      return { value: person, about: `Added person ${person.number} (${person.caseRole})` };
    },
  },
  'person.update': {
    kind: 'change',
    reversible: true,
    topics: ['people', 'items', 'steps'],
    run: ({ db }, { id, person: input }) => {
      const person = updatePerson(db, id, input);
      return { value: person, about: `Changed person ${person.number}` };
    },
  },
  'person.likely-same': { kind: 'read', run: ({ db }) => [...likelySame(people(db))] },
  'person.merges': { kind: 'read', run: ({ db }) => [...merges(db)] },
  'person.merge': {
    kind: 'change',
    reversible: true,
    topics: EVERYTHING,
    run: ({ db, newId, now, by }, input) => {
      const { number } = personById(db, input.merged);
      const person = mergePeople(db, input, { id: newId(), at: now, by });
      return { value: person, about: `Merged person ${number} into person ${person.number}` };
    },
  },
  'person.part': {
    kind: 'change',
    reversible: true,
    topics: EVERYTHING,
    run: ({ db }, { id }) => {
      const parted = partPeople(db, id);
      const [kept, other] = [personById(db, parted.kept).number, personById(db, parted.parted).number];
      return { value: parted, about: `Parted person ${other} from person ${kept}` };
    },
  },
};

export const districtHandlers: HandlersFor<'district'> = {
  'district.list': { kind: 'engine', run: (engine) => [...listDistricts(engine.host.resourcesDir)] },
  'district.people': {
    kind: 'read',
    run: ({ session }) => [...(session.district?.people ?? [])],
  },
  'district.units': {
    kind: 'read',
    run: ({ session }) =>
      session.district?.units.map(({ code, name, agreement }) => ({
        code,
        name,
        agreement: agreement === null ? null : agreement.id,
      })) ?? [],
  },
};
