import type { Mapping } from '../../contract/mapping.ts';
import { allAllegations, type Charged, type Entry, itemOf } from './charged.ts';

/**
 * Every passage that somebody linked against. One that is tied to an allegation against another employee, or stands under a
 * clause that only others are alleged to have breached, belongs to theirs; one that nobody is tied to belongs to everybody's.
 */
export function passagesAgainst(of: Charged): readonly Entry[] {
  const all = allAllegations(of.db);
  return of.links
    .filter(({ weighs }) => weighs === 'against')
    .flatMap((link) => {
      const tied = all.filter(({ id }) => id === link.allegationId);
      const concerned = tied.length > 0 ? tied : all.filter(isUnder(link));
      const own = concerned.filter(({ respondentId }) => respondentId === of.respondentId);
      if (concerned.length > 0 && own.length === 0) return [];
      return [
        entryOf(
          of,
          link,
          own.map(({ number }) => number),
        ),
      ];
    });
}

function isUnder(link: Mapping) {
  return ({ policy, clause }: { policy: string; clause: string }) => policy === link.policy && clause === link.clause;
}

function entryOf(of: Charged, link: Mapping, allegations: number[]): Entry {
  const clause = of.session.policies.find(({ id }) => id === link.policy)?.clauses.find(({ id }) => id === link.clause);
  const element = clause?.elements.find(({ id }) => id === link.element)?.label ?? link.element;
  const why = link.reason === null ? '' : ` ${link.reason}`;
  return {
    key: `against ${link.id}`,
    kind: 'against',
    allegations,
    words: `A passage against “${element}” (${clause?.label ?? link.clause}).${why}`,
    quote: link.passage.text === '' ? null : link.passage.text,
    item: itemOf(of.db, link.itemId),
  };
}
