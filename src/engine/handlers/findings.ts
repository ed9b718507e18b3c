import { EvenhandError, must, raise } from '../../contract/errors.ts';
import { hasReadBestCase } from '../best-case/index.ts';
import {
  addAllegation,
  allegationById,
  allegationViews,
  answerException,
  answerQuestion,
  answerScreen,
  decideElement,
  findings,
  missingForFinding,
  recordFinding,
  recordResponse,
  viewOf,
  withdrawAllegation,
} from '../finding/index.ts';
import type { HandlersFor } from '../handler.ts';
import { assertElement, clauseOn } from '../mapping/index.ts';
import { personById } from '../people/index.ts';
import { answerPoint, responsePoint } from '../statement/index.ts';

export const allegationHandlers: HandlersFor<'allegation'> = {
  'allegation.list': { kind: 'read', run: ({ session, db }) => [...allegationViews(session, db)] },
  'allegation.add': {
    kind: 'change',
    reversible: true,
    topics: ['allegations', 'steps'],
    run: ({ session, db, newId }, input) => {
      if (personById(db, input.respondentId).caseRole !== 'respondent') raise('no-respondent', { name: '' });
      const { pack } = clauseOn(session, input.policy, input.clause, input.conductOn);
      const allegation = addAllegation(db, newId(), input, pack.version);
      return {
        value: allegation,
        about: `Added allegation ${allegation.number} under ${allegation.policy} ${allegation.clause}`,
      };
    },
  },
  'allegation.withdraw': {
    kind: 'change',
    reversible: true,
    topics: ['allegations', 'steps'],
    run: ({ db }, { id, reason }) => {
      const allegation = withdrawAllegation(db, id, reason);
      return { value: allegation, about: `Withdrew allegation ${allegation.number}` };
    },
  },
};

export const elementHandlers: HandlersFor<'element' | 'exception' | 'screen' | 'response' | 'finding'> = {
  'element.decide': {
    kind: 'change',
    reversible: true,
    topics: ['allegations'],
    run: ({ session, db, newId, now, by }, input) => {
      const allegation = allegationById(db, input.allegationId);
      const { clause } = clauseOn(session, allegation.policy, allegation.clause, allegation.conductOn);
      assertElement(clause, input.element);
      decideElement(db, input, { id: newId(), at: now, by });
      return { value: {}, about: `Allegation ${allegation.number}: element ${input.element} stands as ${input.state}` };
    },
  },
  'exception.answer': {
    kind: 'change',
    reversible: true,
    topics: ['allegations'],
    run: ({ session, db, newId, now, by }, input) => {
      const allegation = allegationById(db, input.allegationId);
      const { clause } = clauseOn(session, allegation.policy, allegation.clause, allegation.conductOn);
      if (!clause.exceptions.some(({ id }) => id === input.exception)) raise('not-found', { what: 'exception' });
      answerException(db, input, { id: newId(), at: now, by });
      return { value: {}, about: `Allegation ${allegation.number}: exception ${input.exception} ${input.answer}` };
    },
  },
  'screen.answer': {
    kind: 'change',
    reversible: true,
    topics: ['allegations'],
    run: ({ db, newId, now, by }, input) => {
      const allegation = allegationById(db, input.allegationId);
      answerScreen(db, input, { id: newId(), at: now, by });
      return {
        value: {},
        about: `Allegation ${allegation.number}: protected-speech question answered (${input.answer})`,
      };
    },
  },
  'screen.answer-question': {
    kind: 'change',
    reversible: true,
    topics: ['allegations'],
    run: ({ db, newId, now, by }, input) => {
      const allegation = allegationById(db, input.allegationId);
      answerQuestion(db, input, { id: newId(), at: now, by });
      return { value: {}, about: `Allegation ${allegation.number}: answered “${input.question}” (${input.answer})` };
    },
  },
  'response.record': {
    kind: 'change',
    reversible: true,
    topics: ['allegations', 'steps'],
    run: ({ db, newId }, input) => {
      const person = personById(db, input.respondentId);
      if (input.state === 'received' && (input.words === null || input.words.trim() === '')) {
        throw new EvenhandError('bad-input', { why: 'a response that was received has words.' });
      }
      const response = recordResponse(db, newId(), input);
      return { value: response, about: `Response of person ${person.number}: ${input.state}` };
    },
  },
  'response.answer-point': {
    kind: 'change',
    reversible: true,
    topics: ['allegations'],
    run: ({ db, newId, now, by }, input) => {
      const { number } = allegationById(db, input.allegationId);
      answerPoint(db, input, { id: newId(), at: now, by });
      const point = responsePoint(db, input.allegationId);
      return {
        value: must(point, 'response.answer-point: the point is there'),
        about: `Allegation ${number}: the employee’s answer to it (${input.stance})`,
      };
    },
  },
  'finding.record': {
    kind: 'change',
    reversible: true,
    topics: ['findings', 'allegations', 'steps'],
    run: ({ engine, session, db, newId, now, by }, input) => {
      const allegation = allegationById(db, input.allegationId);
      if (allegation.withdrawn) raise('already-retracted');
      const view = viewOf(session, db, allegation);
      const missing = [...missingForFinding(view, input)];
      const isBreach = input.fact === 'proved' && input.policy === 'breach';
      if (isBreach && missing.length === 0 && !hasReadBestCase(session, db, view, engine.actor.keyId)) {
        missing.push(`${by} has not read the employee’s best case: whoever finds a breach has read it.`);
      }
      if (missing.length > 0) raise('finding-not-ready', { missing: missing.join(' ') });
      const finding = recordFinding(db, input, { id: newId(), at: now, by });
      const how = finding.supersedes === null ? 'Recorded' : 'Superseded';
      return {
        value: finding,
        about: `${how} the finding on allegation ${allegation.number}: ${finding.fact}, ${finding.policy}`,
      };
    },
  },
  'finding.list': { kind: 'read', run: ({ db }) => [...findings(db)] },
};
