import { raise } from '../../contract/errors.ts';
import { allegationById } from '../finding/index.ts';
import type { HandlersFor } from '../handler.ts';
import { itemById } from '../items/index.ts';
import {
  addMapping,
  assertElement,
  assertPassage,
  clauseOn,
  clauseViews,
  decideSuggestion,
  facts,
  gridView,
  lookThroughItems,
  mappings,
  recordFact,
  screenFlags,
  startLookThrough,
  suggestions,
  withdrawMapping,
} from '../mapping/index.ts';
import { clausesWithoutDetector } from '../policy/index.ts';
import type { Session } from '../session.ts';

/** `policy clause` of every clause that no detector looks for: silence about it is not clearance. */
function undetected(session: Session): ReadonlySet<string> {
  return new Set(clausesWithoutDetector(session.policies).map(({ policy, clause }) => `${policy} ${clause}`));
}

export const mappingHandlers: HandlersFor<'clause' | 'mapping' | 'grid' | 'fact'> = {
  'clause.list': { kind: 'read', run: ({ session }) => [...clauseViews(session, undetected(session))] },
  'grid.view': { kind: 'read', run: ({ session, db }) => [...gridView(session, db, undetected(session))] },
  'mapping.list': { kind: 'read', run: ({ db }, filter) => [...mappings(db, filter)] },
  'mapping.add': {
    kind: 'change',
    reversible: true,
    topics: ['mappings', 'items', 'allegations'],
    run: ({ session, db, newId, now, by }, input) => {
      const stored = itemById(db, input.itemId) ?? raise('not-found', { what: 'item' });
      const allegation = input.allegationId === null ? null : allegationById(db, input.allegationId);
      if (allegation !== null && (allegation.policy !== input.policy || allegation.clause !== input.clause)) {
        raise('bad-input', { why: `allegation ${allegation.number} rests on another clause.` });
      }
      const { clause } = clauseOn(session, input.policy, input.clause, allegation?.conductOn ?? null);
      assertElement(clause, input.element);
      assertPassage(stored.item, input.passage);
      return {
        value: addMapping(db, input, { id: newId(), at: now, by }),
        about: `Linked a passage of #${stored.number} to ${input.policy} ${input.clause} (${input.weighs})`,
      };
    },
  },
  'mapping.withdraw': {
    kind: 'change',
    reversible: true,
    topics: ['mappings', 'items', 'allegations'],
    run: ({ db }, { id, reason }) => {
      const mapping = withdrawMapping(db, id, reason);
      return { value: mapping, about: `Withdrew a link to ${mapping.policy} ${mapping.clause}` };
    },
  },
  'fact.list': { kind: 'read', run: ({ db }, { itemId }) => [...facts(db, itemId)] },
  'fact.record': {
    kind: 'change',
    reversible: true,
    topics: ['items', 'suggestions'],
    run: ({ engine, db, newId, now, by }, input) => {
      const stored =
        input.itemId === null ? null : (itemById(db, input.itemId) ?? raise('not-found', { what: 'item' }));
      const fact = recordFact(db, input, { id: newId(), at: now, by });
      // What was not known may have carried or hindered a suggestion: the item is looked at again at once.
      if (input.itemId !== null) lookThroughItems(engine, db, [input.itemId]);
      return {
        value: fact,
        about: stored === null ? 'Recorded a fact about the case' : `Recorded a fact about #${stored.number}`,
      };
    },
  },
};

const DECISIONS = {
  relevant: 'relevant, to be examined',
  'not-relevant': 'not relevant',
  'not-examined': 'not examined',
} as const;

/** @throws bad-input */
function assertReason({ decision, reason }: { readonly decision: string; readonly reason: string | null }): void {
  if (decision === 'not-relevant' && reason === null) {
    raise('bad-input', { why: 'setting a suggestion aside needs a reason.' });
  }
}

export const suggestionHandlers: HandlersFor<'suggestion'> = {
  'suggestion.list': {
    kind: 'read',
    run: ({ session, db }, filter) => ({
      suggestions: [...suggestions(session, db, filter)],
      flags: [...screenFlags(db, filter.itemId)],
    }),
  },
  'suggestion.decide': {
    kind: 'change',
    reversible: true,
    topics: ['suggestions', 'items', 'allegations'],
    run: ({ session, db, newId, now, by }, input) => {
      assertReason(input);
      const stored = itemById(db, input.itemId) ?? raise('not-found', { what: 'item' });
      return {
        value: decideSuggestion(session, db, input, { id: newId(), at: now, by }),
        about: `#${stored.number} under ${input.policy} ${input.clause}: ${DECISIONS[input.decision]}`,
      };
    },
  },
  'suggestion.decide-many': {
    kind: 'change',
    reversible: true,
    topics: ['suggestions', 'items', 'allegations'],
    run: ({ session, db, newId, now, by }, { suggestions: chosen, decision, reason }) => {
      assertReason({ decision, reason });
      const named = chosen.map((one) => {
        decideSuggestion(session, db, { ...one, decision, reason }, { id: newId(), at: now, by });
        const { number } = itemById(db, one.itemId) ?? raise('not-found', { what: 'item' });
        return `#${number} ${one.policy} ${one.clause}`;
      });
      const how = named.length === 1 ? '1 suggestion' : `${named.length} suggestions`;
      return { value: { decided: named.length }, about: `${how}, ${DECISIONS[decision]}: ${named.join(', ')}` };
    },
  },
  'suggestion.refresh': { kind: 'engine', run: (engine) => startLookThrough(engine) },
};
