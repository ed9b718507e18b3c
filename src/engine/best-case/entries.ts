import { accountsThatDiffer } from './accounts.ts';
import { passagesAgainst } from './against.ts';
import type { Charged, Entry } from './charged.ts';
import { missingContext } from './context.ts';
import { foundWords } from './found.ts';
import { filesNotRead, stepsPassedOver } from './surroundings.ts';
import { maybeProtected, untestedExceptions } from './untested.ts';

/** Everything in the case that speaks for the employee. Each kind is complete: nobody chooses what stands here. */
export function entriesOf(of: Charged): readonly Entry[] {
  return [
    ...passagesAgainst(of),
    ...foundWords(of),
    ...maybeProtected(of),
    ...untestedExceptions(of),
    ...missingContext(of),
    ...accountsThatDiffer(of),
    ...stepsPassedOver(of),
    ...filesNotRead(of),
  ];
}
