import { findAlike } from '../alike/index.ts';
import { answerBlind, blindSamples, blindView, drawSample, sampleSizes } from '../blind/index.ts';
import { consistencyOf } from '../consistency/index.ts';
import { allegationViews } from '../finding/index.ts';
import type { HandlersFor } from '../handler.ts';
import { clauseViews, scopeView } from '../mapping/index.ts';
import { missingIn } from '../missing/index.ts';

/** Looking twice: samples examined blind, items alike, what does not hold together, what was never done. */
export const checkHandlers: HandlersFor<'blind' | 'alike' | 'consistency' | 'missing'> = {
  'alike.find': { kind: 'read', run: ({ db }, input) => findAlike(db, input) },
  'consistency.list': {
    kind: 'read',
    run: ({ session, db }) => consistencyOf(session, db, allegationViews(session, db)),
  },
  'missing.list': { kind: 'read', run: ({ session, db }) => [...missingIn(session, db)] },
  'blind.sizes': { kind: 'read', run: ({ db }, { purpose }) => sampleSizes(db, purpose) },
  'blind.list': { kind: 'read', run: ({ db }) => [...blindSamples(db)] },
  'blind.view': { kind: 'read', run: ({ engine, session, db }, { id }) => blindView(session, db, id, engine.by) },
  'blind.draw': {
    kind: 'change',
    reversible: true,
    topics: ['suggestions'],
    run: ({ session, db, newId, now, by }, input) => {
      const { narrowed, clauses: inside } = scopeView(session, db);
      const clauses = (narrowed ? inside : clauseViews(session, new Set())).map(({ policy, clause }) => ({
        policy,
        clause,
      }));
      const sample = drawSample(db, input, clauses, { id: newId(), at: now, by });
      return { value: sample, about: `Drew sample ${sample.number} of ${sample.size} items (seed ${sample.seed})` };
    },
  },
  'blind.answer': {
    kind: 'change',
    reversible: true,
    topics: ['suggestions'],
    run: ({ engine, session, db, newId, now, by }, input) => {
      const { sample, item } = answerBlind(db, input, { id: newId(), at: now, by });
      return {
        value: blindView(session, db, input.sampleId, engine.by),
        about: `Examined #${item} of sample ${sample}`,
      };
    },
  },
};
