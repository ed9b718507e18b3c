import type { Moment } from '../../../../../contract/moment.ts';
import { epochMoment, unreadableMoment } from '../moments.ts';
import { isoMoment } from '../page/iso-moment.ts';
import { type Fields, figureAt, wordsAt } from './values.ts';

/** A count of seconds since 1970 (UTC) under one of the names; null where none stands there. */
export function secondsAt(fields: Fields, ...names: readonly string[]): Moment | null {
  const figure = figureAt(fields, ...names);
  return figure === null || figure <= 0 ? null : epochMoment(String(figure), figure * 1000);
}

/** A count of milliseconds since 1970 (UTC) under one of the names; null where none stands there. */
export function millisecondsAt(fields: Fields, ...names: readonly string[]): Moment | null {
  const figure = figureAt(fields, ...names);
  return figure === null || figure <= 0 ? null : epochMoment(String(figure), figure);
}

/** A date in the way of ISO 8601 under one of the names; words that are none are kept as a date nobody can read. */
export function isoAt(fields: Fields, zone: string | null, ...names: readonly string[]): Moment | null {
  const words = wordsAt(fields, ...names);
  return words === null ? null : (isoMoment(words, zone) ?? unreadableMoment(words.slice(0, 200)));
}
