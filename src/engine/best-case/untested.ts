import { z } from 'zod';
import { SuggestedException } from '../../contract/suggest.ts';
import { flag, json, text } from '../case-file/index.ts';
import { type Charge, type Charged, type Entry, itemOf, itemsInSupport } from './charged.ts';

const OPEN: readonly string[] = ['not-asked', 'not-known'];

/** Exceptions of the clause that nobody tested, and those that the machine saw signs of in an item that is held against somebody. */
export function untestedExceptions(of: Charged): readonly Entry[] {
  return of.charges.flatMap((charge) => [...ofClause(charge), ...seenByMachine(of, charge)]);
}

function ofClause(charge: Charge): readonly Entry[] {
  return charge.exceptions
    .filter(({ answer }) => OPEN.includes(answer))
    .map((exception) => ({
      key: `exception ${charge.allegation.id} ${exception.id}`,
      kind: 'exception-untested',
      allegations: [charge.allegation.number],
      words:
        exception.answer === 'not-asked'
          ? `Nobody has asked yet whether this exception applies: ${exception.question}`
          : `Whether this exception applies is not known: ${exception.question}`,
      quote: exception.words,
      item: null,
    }));
}

const Body = z.looseObject({ exceptions: z.array(SuggestedException) });

function seenByMachine(of: Charged, charge: Charge): readonly Entry[] {
  const { policy, clause, number, id } = charge.allegation;
  const open = new Set(charge.exceptions.filter(({ answer }) => OPEN.includes(answer)).map((one) => one.id));
  return itemsInSupport(of, charge).flatMap((itemId) => {
    const row = of.db.get(
      'SELECT set_aside, body FROM suggestion WHERE item_id = ? AND policy = ? AND clause = ?',
      itemId,
      policy,
      clause,
    );
    if (row === null) return [];
    return json(row, 'body', Body)
      .exceptions.filter(({ exception, applies }) => applies !== 'no' && open.has(exception))
      .map(({ exception, because }) => ({
        key: `exception ${id} ${exception} ${itemId}`,
        kind: 'exception-untested' as const,
        allegations: [number],
        words: flag(row, 'set_aside')
          ? `The machine set this item aside because an exception plainly applies: ${because}`
          : `An exception may apply to this item: ${because}`,
        quote: null,
        item: itemOf(of.db, itemId),
      }));
  });
}

/** Items held against somebody whose words may be protected. */
export function maybeProtected(of: Charged): readonly Entry[] {
  return of.charges.flatMap((charge) =>
    itemsInSupport(of, charge).flatMap((itemId) =>
      of.db
        .all(
          `SELECT kind, because FROM screen_flag WHERE item_id = ? AND screen = 'protected-speech' ORDER BY kind`,
          itemId,
        )
        .map((row) => ({
          key: `protected ${charge.allegation.id} ${itemId} ${text(row, 'kind')}`,
          kind: 'protected' as const,
          allegations: [charge.allegation.number],
          words: `The words may be protected: ${text(row, 'because')}`,
          quote: null,
          item: itemOf(of.db, itemId),
        })),
    ),
  );
}
