import type { NotReadEntry } from '../../../contract/not-read.ts';
import { compelledSources } from '../../statement/index.ts';
import { dateWords } from '../../wall-time.ts';
import type { Scope } from './scope.ts';

/** Who has read it in the machine's place: `Dana Ruiz, transcript of March 10, 2026`; null while nobody has. */
export function describedWords(scope: Scope, described: NotReadEntry['described']): string | null {
  if (described === null) return null;
  const day = dateWords(scope.day(described.at));
  return `${scope.safe(described.madeBy)}, ${described.kind} of ${day}${described.complete ? '' : ' (in part)'}`;
}

/** How a document names a file that was not read; the recording of a compelled interview goes without its name. */
export function namesApart(scope: Scope): (entry: NotReadEntry) => string {
  const apart = compelledSources(scope.db);
  return ({ evidenceId, name }) => (apart.has(evidenceId) ? 'the source of a compelled statement' : scope.safe(name));
}
