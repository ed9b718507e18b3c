import type { BestCaseEntry } from '../../../../contract/best-case.ts';
import { bestCase, keptApart } from '../../../best-case/index.ts';
import { chargesAgainst } from '../../../finding/index.ts';
import type { Scope } from '../../gather/scope.ts';
import { type DraftBlock, note, table } from '../kind.ts';

/**
 * The employee's best case as the district holds it, whole, changed by nothing but this audience's removals. Entries that
 * say the same of several items stand together, each item named.
 */
export function bestCaseBlocks(scope: Scope): DraftBlock[] {
  const { session, db, respondent, engine } = scope;
  const charges = chargesAgainst(session, db, respondent.id);
  const { entries: all } = bestCase(session, db, respondent.id, charges, engine.actor.keyId);
  const apart = keptApart(db, all);
  const entries = all.filter(({ key }) => !apart.has(key));
  const groups = Map.groupBy(entries, ({ allegations, words }) => JSON.stringify([allegations, words]));
  return [
    table(
      [
        ['Allegation', 0.8],
        ['What it is', 2.2],
        ['Where, and in which words', 2.8],
      ],
      [...groups.values()].map((same) => [
        same[0]?.allegations.length === 0 ? 'All' : (same[0]?.allegations.join(', ') ?? ''),
        scope.safe(same[0]?.words ?? ''),
        placesOf(scope, same),
      ]),
      'Nothing in the case was found that speaks for the employee. Say what is missing; it will be looked for.',
    ),
    note(
      `${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}, put together by the program from everything in the case; nobody can leave anything out.`,
    ),
    ...(apart.size === 0
      ? []
      : [
          note(
            `${apart.size} of its entries ${apart.size === 1 ? 'tells' : 'tell'} a compelled statement and ${apart.size === 1 ? 'is' : 'are'} kept apart: the words stand in the record of that interview alone.`,
          ),
        ]),
  ];
}

function placesOf(scope: Scope, entries: readonly BestCaseEntry[]): string {
  const quoted = entries.filter(({ quote }) => quote !== null);
  const others = entries.flatMap(({ quote, item }) => (quote === null && item !== null ? [item.number] : []));
  return [
    ...quoted.map(({ quote, item }) => `${item === null ? '' : `Item ${item.number}: `}“${scope.safe(quote ?? '')}”`),
    ...(others.length === 0 ? [] : [`${others.length === 1 ? 'Item' : 'Items'} ${others.join(', ')}`]),
  ].join('\n');
}
