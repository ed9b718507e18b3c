import type { NotReadEntry } from '../../../contract/not-read.ts';
import { dateWords } from '../../wall-time.ts';
import type { Scope } from './scope.ts';

/** Who has read it in the machine's place: `Dana Ruiz, transcript of March 10, 2026`; null while nobody has. */
export function describedWords(scope: Scope, described: NotReadEntry['described']): string | null {
  if (described === null) return null;
  const day = dateWords(scope.day(described.at));
  return `${scope.safe(described.madeBy)}, ${described.kind} of ${day}${described.complete ? '' : ' (in part)'}`;
}
