import type { BlindView } from '../../contract/blind.ts';
import type { ClauseRef } from '../../contract/mapping.ts';
import type { ReadableDb } from '../case-file/index.ts';
import { itemById } from '../items/index.ts';
import type { Session } from '../session.ts';
import { kappaOf, tableOf } from './agreement.ts';
import type { Answered, Drawn } from './store.ts';

export function keyOf({ policy, clause }: ClauseRef): string {
  return `${policy} ${clause}`;
}

/** How far the first two people who finished agree, clause by clause, and every item of which they said different things. */
export function compare(
  session: Session,
  db: ReadableDb,
  drawn: Drawn,
  answers: readonly Answered[],
  finished: readonly string[],
): BlindView['comparison'] {
  const [first, second] = finished;
  if (first === undefined || second === undefined) return null;
  const said = (reader: string) =>
    new Map(answers.filter(({ by }) => by === reader).map(({ itemId, clauses }) => [itemId, clauses]));
  const byFirst = said(first);
  const bySecond = said(second);
  const pairs = drawn.itemIds.map((itemId) => ({
    itemId,
    first: byFirst.get(itemId) ?? [],
    second: bySecond.get(itemId) ?? [],
  }));
  const different = pairs.filter((pair) => keysOf(pair.first) !== keysOf(pair.second));
  return {
    first,
    second,
    items: pairs.length,
    same: pairs.length - different.length,
    clauses: drawn.clauses.flatMap((clause) => {
      const has = (list: readonly ClauseRef[]) => list.some((one) => keyOf(one) === keyOf(clause));
      const table = tableOf(pairs.map((pair) => [has(pair.first), has(pair.second)] as const));
      if (table.neither === pairs.length) return [];
      return [{ ...clause, label: labelOf(session, clause), ...table, kappa: kappaOf(table) }];
    }),
    differences: different.map((pair) => ({
      itemId: pair.itemId,
      number: itemById(db, pair.itemId)?.number ?? 0,
      first: [...pair.first],
      second: [...pair.second],
    })),
  };
}

function keysOf(clauses: readonly ClauseRef[]): string {
  return clauses.map(keyOf).toSorted().join('\n');
}

function labelOf(session: Session, { policy, clause }: ClauseRef): string {
  const pack = session.policies.findLast(({ id }) => id === policy);
  return pack?.clauses.find(({ id }) => id === clause)?.label ?? clause;
}
