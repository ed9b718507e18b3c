import { raise } from '../../../../contract/errors.ts';
import type { EventView } from '../../../../contract/step-view.ts';
import { complaints } from '../../../complaint/index.ts';
import { events } from '../../../procedure/index.ts';
import { dateWords } from '../../../wall-time.ts';
import type { Scope } from '../../gather/scope.ts';
import { sayDayOrTime } from '../../render/say-moment.ts';

/** The complaint about this respondent. @throws document-failed where none is recorded */
export function complaintOf(scope: Scope) {
  const all = complaints(scope.db);
  return (
    all.find(({ about }) => about.includes(scope.respondent.id)) ??
    all[0] ??
    raise('document-failed', { why: 'no complaint is recorded.' })
  );
}

/** Events of this respondent, and those of the case as a whole, in order. */
export function eventsOf(scope: Scope, ...kinds: readonly string[]): readonly EventView[] {
  return events(scope.db).filter(
    ({ kind, respondentId, correctedBy }) =>
      kinds.includes(kind) && correctedBy === null && (respondentId === null || respondentId === scope.respondent.id),
  );
}

export function lastEvent(scope: Scope, ...kinds: readonly string[]): EventView | null {
  return eventsOf(scope, ...kinds).at(-1) ?? null;
}

/** A detail of an event that says something in words; null where it was not recorded. */
export function detail(event: EventView | null, name: string): string | null {
  const value = event?.details[name];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** `March 10, 2026, 10:42 a.m.` on the district's clock; a bare day stays a day. */
export function momentWords(scope: Scope, at: string): string {
  return sayDayOrTime(scope.wall(at));
}

export function dayWords(scope: Scope, at: string): string {
  return dateWords(scope.day(at));
}

/** A place that a person has to fill in; readiness names each that is left. */
export function blank(what: string): string {
  return `[to be filled in: ${what}]`;
}

/** The places of a text that are still to be filled in. */
export function blanksIn(words: string): readonly string[] {
  return [...words.matchAll(/\[to be filled in: ([^\]]+)\]/g)].map((match) => match[1] ?? '');
}
