import { bestCase } from '../../../best-case/index.ts';
import { chargesAgainst } from '../../../finding/index.ts';
import type { Scope } from '../../gather/scope.ts';
import { type DraftBlock, note, table } from '../kind.ts';

/** The employee's best case as the district holds it, entry by entry, changed by nothing but this audience's removals. */
export function bestCaseBlocks(scope: Scope): DraftBlock[] {
  const { session, db, respondent, engine } = scope;
  const charges = chargesAgainst(session, db, respondent.id);
  const { entries } = bestCase(session, db, respondent.id, charges, engine.actor.keyId);
  return [
    table(
      [
        ['Allegation', 0.8],
        ['What it is', 2.2],
        ['Words', 2.6],
      ],
      entries.map(({ allegations, words, quote }) => [
        allegations.length === 0 ? 'All' : allegations.join(', '),
        scope.safe(words),
        scope.safe(quote ?? ''),
      ]),
      'Nothing in the case was found that speaks for the employee. Say what is missing; it will be looked for.',
    ),
    note(
      'This list is put together by the program from everything in the case, and nobody can leave anything out of it.',
    ),
  ];
}
