import { raise } from '../../contract/errors.ts';
import type { Person } from '../../contract/person.ts';
import type { HandlersFor } from '../handler.ts';
import { addPerson, fold, people } from '../people/index.ts';
import { checkRoster, readRoster } from '../roster/index.ts';

/** Lists of people from a file: read, mapped, looked through, and taken whole or not at all. */
export const rosterHandlers: HandlersFor<'roster'> = {
  'roster.read': { kind: 'engine', run: (engine, { path }) => readRoster(engine.host, path) },
  'roster.check': {
    kind: 'read',
    run: ({ engine, session, db }, order) =>
      checkRoster(engine.host, order, {
        units: session.district?.units ?? [],
        people: people(db).map(({ name, accounts }) => ({ name, handles: accounts.map(({ handle }) => handle) })),
      }),
  },
  'roster.take': {
    kind: 'change',
    reversible: true,
    topics: ['people', 'items', 'steps'],
    run: ({ session, db, newId }, { name, rows }) => {
      const there = new Map<string, string>(people(db).map((person) => [fold(person.name), 'is in the case already']));
      const units = new Set((session.district?.units ?? []).map(({ code }) => code));
      const wrong = rows.flatMap(({ row, person }) => {
        const taken = there.get(fold(person.name));
        there.set(fold(person.name), `stands in row ${row} already`);
        if (taken !== undefined) return [`row ${row}: ${person.name} ${taken}.`];
        const known = person.unit === null || session.district === null || units.has(person.unit);
        return known ? [] : [`row ${row}: ${person.unit} is no unit of this district.`];
      });
      if (wrong.length > 0) raise('bad-input', { why: wrong.join(' ') });
      const added: Person[] = rows.map(({ person }) => addPerson(db, newId(), person));
      const who = added.length === 1 ? '1 person' : `${added.length} people`;
      // The file's name may name somebody; the line's words may not.
      return { value: { added: added.length }, about: `Took ${who} from a list of ${name.split('.').at(-1)} format` };
    },
  },
};
