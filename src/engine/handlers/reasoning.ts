import { must, raise } from '../../contract/errors.ts';
import type { DisputedFact } from '../../contract/weighing.ts';
import { bestCase } from '../best-case/index.ts';
import { keepUnsaved, unsavedAt } from '../case-file/index.ts';
import { allegationById, allegationViews, chargesAgainst } from '../finding/index.ts';
import type { ChangeContext, HandlersFor, ReadContext } from '../handler.ts';
import { takeStatement } from '../intake/index.ts';
import { assertElement, clauseOn } from '../mapping/index.ts';
import { personById } from '../people/index.ts';
import { plans, questionsForRespondent, questionsForWitness, withdrawPlan, writePlan } from '../plan/index.ts';
import {
  answerContrary,
  contraryAnswers,
  linkStatement,
  settleStatement,
  statementById,
  statements,
  withdrawStatement,
  writeStatement,
} from '../statement/index.ts';
import {
  addAccount,
  addDisputedFact,
  authenticityOf,
  concludeFact,
  disputedFact,
  disputedFactNumber,
  disputedFacts,
  recordAuthenticity,
  recordContext,
  tryExplanation,
  weighFactor,
  withdrawAccount,
  withdrawDisputedFact,
} from '../weighing/index.ts';

export const unsavedHandlers: HandlersFor<'unsaved'> = {
  'unsaved.view': { kind: 'read', run: ({ db }, { place }) => unsavedAt(db, place) },
  'unsaved.keep': {
    kind: 'engine',
    run: (engine, { place, body }) => {
      keepUnsaved(engine.session.file.connection, place, body, engine.host.now());
      return {};
    },
  },
};

export const planHandlers: HandlersFor<'interview-plan'> = {
  'interview-plan.list': { kind: 'read', run: ({ db }, { personId }) => plans(db, personId) },
  'interview-plan.propose': { kind: 'read', run: (context, { personId }) => proposedFor(context, personId) },
  'interview-plan.write': {
    kind: 'change',
    reversible: true,
    topics: ['steps'],
    run: ({ db, newId, now, by }, input) => {
      const person = personById(db, input.personId);
      const plan = writePlan(db, input, { id: newId(), at: now, by });
      return { value: plan, about: `Planned the interview of person ${person.number} (plan ${plan.number})` };
    },
  },
  'interview-plan.withdraw': {
    kind: 'change',
    reversible: true,
    topics: ['steps'],
    run: ({ db }, { id, reason }) => {
      const plan = withdrawPlan(db, id, reason);
      return { value: {}, about: `Withdrew interview plan ${plan.number}` };
    },
  },
};

function proposedFor({ engine, session, db }: ReadContext, personId: string) {
  const person = personById(db, personId);
  const disputed = disputedFacts(session, db, null);
  if (person.caseRole !== 'respondent') return questionsForWitness(disputed);
  const views = allegationViews(session, db).filter(({ allegation }) => allegation.respondentId === personId);
  const charges = chargesAgainst(session, db, personId);
  const { entries } = bestCase(session, db, personId, charges, engine.actor.keyId);
  return questionsForRespondent(
    views,
    entries.filter(({ kind }) => kind === 'context-missing'),
    disputed.filter(({ respondentId }) => respondentId === personId),
  );
}

export const witnessStatementHandlers: HandlersFor<'witness-statement' | 'contrary'> = {
  'witness-statement.list': { kind: 'read', run: ({ db }, { personId }) => statements(db, personId) },
  'witness-statement.write': {
    kind: 'change',
    reversible: true,
    topics: ['steps', 'allegations'],
    run: ({ db, newId, now, by }, input) => {
      const person = personById(db, input.personId);
      const statement = writeStatement(db, input, { id: newId(), at: now, by });
      return { value: statement, about: `Wrote down statement ${statement.number}, of person ${person.number}` };
    },
  },
  'witness-statement.settle': {
    kind: 'change',
    // What was signed, or refused, is not reversed: another statement stands beside it.
    reversible: false,
    topics: ['steps', 'allegations'],
    run: ({ db, now }, input) => {
      const statement = settleStatement(db, input, now);
      const how = input.outcome === 'signed' ? 'Statement signed' : 'Signing of a statement refused';
      return { value: statement, about: `${how}: statement ${statement.number}` };
    },
  },
  'witness-statement.withdraw': {
    kind: 'change',
    reversible: true,
    topics: ['steps', 'allegations'],
    run: ({ db }, { id, reason }) => {
      const { number } = withdrawStatement(db, id, reason);
      return { value: {}, about: `Withdrew statement ${number}` };
    },
  },
  'witness-statement.take-as-evidence': {
    kind: 'engine',
    run: (engine, { id }) => {
      const { session, host, by } = engine;
      const { readable } = session.file.connection;
      const statement = statementById(readable, id);
      if (statement.evidenceId !== null) raise('bad-input', { why: 'the statement lies in the evidence already.' });
      takeStatement(
        engine,
        {
          kind: statement.how === 'spoken' ? 'oral-statement' : 'note',
          fromWhom: personById(readable, statement.personId).name,
          saidAt: statement.givenAt,
          present: null,
          words: statement.words,
        },
        (db, evidenceId) =>
          linkStatement(db, id, evidenceId, { id: host.newId(), newId: host.newId, at: host.now(), by }),
      );
      engine.changed('steps', 'allegations');
      return statementById(readable, id);
    },
  },
  'contrary.answer': {
    kind: 'change',
    reversible: true,
    topics: ['allegations'],
    run: ({ db, newId, now, by }, input) => {
      const { number } = allegationById(db, input.allegationId);
      answerContrary(db, input, { id: newId(), at: now, by });
      const answer = contraryAnswers(db, input.allegationId).get(input.mappingId);
      return {
        value: must(answer, 'contrary.answer: the answer is there'),
        about: `Allegation ${number}: answered a passage that speaks against it`,
      };
    },
  },
};

export const weighingHandlers: HandlersFor<'weighing' | 'authenticity'> = {
  'weighing.list': {
    kind: 'read',
    run: ({ session, db }, { allegationId }) => disputedFacts(session, db, allegationId),
  },
  'weighing.open': {
    kind: 'change',
    reversible: true,
    topics: ['allegations'],
    run: (context, input) => {
      const { session, db, newId, now, by } = context;
      const allegation = allegationById(db, input.allegationId);
      if (allegation.withdrawn) raise('already-retracted');
      if (input.element !== null) {
        const { clause } = clauseOn(session, allegation.policy, allegation.clause, allegation.conductOn);
        assertElement(clause, input.element);
      }
      const id = newId();
      addDisputedFact(db, input, { id, at: now, by });
      return told(context, id, 'Opened');
    },
  },
  'weighing.withdraw': {
    kind: 'change',
    reversible: true,
    topics: ['allegations'],
    run: ({ db }, { id, reason }) => {
      const number = disputedFactNumber(db, id);
      withdrawDisputedFact(db, id, reason);
      return { value: {}, about: `Withdrew disputed fact ${number}` };
    },
  },
  'weighing.add-account': {
    kind: 'change',
    reversible: true,
    topics: ['allegations'],
    run: (context, input) => {
      disputedFactNumber(context.db, input.factId);
      addAccount(context.db, input, { id: context.newId(), at: context.now, by: context.by });
      return told(context, input.factId, 'Put an account to');
    },
  },
  'weighing.withdraw-account': {
    kind: 'change',
    reversible: true,
    topics: ['allegations'],
    run: (context, { id, reason }) => told(context, withdrawAccount(context.db, id, reason), 'Withdrew an account of'),
  },
  'weighing.weigh': {
    kind: 'change',
    reversible: true,
    topics: ['allegations'],
    run: (context, input) => {
      const made = { id: context.newId(), at: context.now, by: context.by };
      return told(context, weighFactor(context.db, input, made), `Weighed an account (${input.factor}) of`);
    },
  },
  'weighing.explain': {
    kind: 'change',
    reversible: true,
    topics: ['allegations'],
    run: (context, input) => {
      disputedFactNumber(context.db, input.factId);
      tryExplanation(context.db, input, { id: context.newId(), at: context.now, by: context.by });
      return told(context, input.factId, 'Looked for another explanation of');
    },
  },
  'weighing.context': {
    kind: 'change',
    reversible: true,
    topics: ['allegations'],
    run: (context, input) => {
      disputedFactNumber(context.db, input.factId);
      recordContext(context.db, input);
      return told(context, input.factId, `Context ${input.state} for`);
    },
  },
  'weighing.conclude': {
    kind: 'change',
    reversible: true,
    topics: ['allegations'],
    run: (context, input) => {
      disputedFactNumber(context.db, input.factId);
      concludeFact(context.db, input, { at: context.now, by: context.by });
      return told(context, input.factId, 'Weighed the accounts of');
    },
  },
  'authenticity.record': {
    kind: 'change',
    reversible: true,
    topics: ['allegations'],
    run: ({ db, newId, now, by }, input) => {
      const number = recordAuthenticity(db, input, { id: newId(), at: now, by });
      const recorded = authenticityOf(db, input.itemId);
      return {
        value: must(recorded, 'authenticity.record: it is there'),
        about: `Recorded whether item ${number} is what it seems`,
      };
    },
  },
};

/** The fact after a change, and the line for the activity log; no words of evidence stand in it. */
function told({ session, db }: ChangeContext, id: string, did: string): { value: DisputedFact; about: string } {
  const value = disputedFact(session, db, id);
  return { value, about: `${did} disputed fact ${value.number}` };
}
