import { pastDiscipline } from '../../../procedure/index.ts';
import { dateWords } from '../../../wall-time.ts';
import type { Scope } from '../../gather/scope.ts';
import { blank } from './case-facts.ts';

/**
 * Discipline of the past that the agreement still lets the district rely on, a line each with why. What has aged is not
 * relied on, so it is not named either.
 */
export function earlierDiscipline(scope: Scope): readonly string[] {
  const { rows } = pastDiscipline(scope.engine, scope.db, scope.respondent.id);
  if (rows.length === 0) return [`${blank('each measure with its date, or: none that still counts')}.`];
  const live = rows.filter(({ ageing }) => ageing?.live !== false);
  if (live.length === 0) return ['No earlier discipline still counts.'];
  return live.map(({ item, on, ageing }) => {
    const why = ageing?.why ?? 'No agreement says how long it may be relied on.';
    return scope.safe(`${item.charAt(0).toUpperCase()}${item.slice(1)}, ${dateWords(on)}. ${why}`);
  });
}
