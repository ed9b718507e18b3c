import type { SuggestInput, SuggestResult } from '../../contract/suggest.ts';
import type { JobState } from '../../contract/wire.ts';
import type { ReadableDb } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { allItems, type StoredItem } from '../items/index.ts';
import { people, Recognition } from '../people/index.ts';
import { suggestFor } from '../policy/index.ts';
import { schoolDays, sessionCalendar } from '../procedure/index.ts';
import { facts } from './facts.ts';
import { replaceSuggestions } from './suggestions.ts';
import { toSuggestInput } from './wire-item.ts';

export const LOOK_THROUGH_TITLE = 'Looking through the items';

/** Messages of the conversation that are looked at beside an item. */
const BEFORE = 6;

/**
 * Looks through every item under the district's own policies and puts the suggestions in the place of the old ones. The
 * same items, people, facts and policies give the same suggestions. @returns how many there are
 */
export function lookThrough(engine: EngineCore): number {
  const { session, host } = engine;
  const suggested = engine.record(
    { did: 'suggestion.refresh', about: 'The machine looked through the items' },
    (db) => {
      let items = 0;
      const counted = function* () {
        for (const entry of resultsFor(engine, db)) {
          items += 1;
          yield entry;
        }
      };
      const n = replaceSuggestions(db, counted());
      db.run(
        'INSERT INTO look_through (id, at, policies, items, suggestions) VALUES (?, ?, ?, ?, ?)',
        host.newId(),
        host.now(),
        JSON.stringify(session.policies.map(({ id, version }) => `${id}@${version}`)),
        items,
        n,
      );
      return n;
    },
  );
  engine.changed('suggestions', 'items');
  return suggested;
}

export function startLookThrough(engine: EngineCore): JobState {
  return (
    engine.jobs.running(LOOK_THROUGH_TITLE) ??
    engine.jobs.start(LOOK_THROUGH_TITLE, async () => {
      const n = lookThrough(engine);
      return n === 1 ? '1 suggestion.' : `${n} suggestions.`;
    })
  );
}

/** One item in the wire shape, with what the case knows around it. */
export function wireItem(
  engine: EngineCore,
  db: ReadableDb,
  stored: StoredItem,
  before: readonly StoredItem[],
): SuggestInput {
  return toSuggestInput(stored, {
    session: engine.session,
    recognition: new Recognition(people(db)),
    isSchoolDay: schoolDays(sessionCalendar(engine)),
    facts: facts(db, stored.id)
      .filter(({ itemId }) => itemId !== null)
      .map(({ words }) => words),
    before,
  });
}

function* resultsFor(engine: EngineCore, db: ReadableDb): Generator<{ itemId: string; result: SuggestResult }> {
  const { session } = engine;
  const recognition = new Recognition(people(db));
  const isSchoolDay = schoolDays(sessionCalendar(engine));
  const known = facts(db, null);
  const recent = new Map<string, StoredItem[]>();
  for (const stored of allItems(db)) {
    const thread = `${stored.readingId} ${stored.item.thread?.id ?? ''}`;
    const before = stored.item.thread === null ? [] : (recent.get(thread) ?? []);
    const input = toSuggestInput(stored, {
      session,
      recognition,
      isSchoolDay,
      // A fact about the case as a whole says nothing about one message.
      facts: known.filter(({ itemId }) => itemId === stored.id).map(({ words }) => words),
      before,
    });
    yield { itemId: stored.id, result: suggestFor(input, session.policies) };
    recent.set(thread, [...before, stored].slice(-BEFORE));
  }
}
