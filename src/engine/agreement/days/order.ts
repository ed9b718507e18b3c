import { Temporal } from './temporal.ts';
import { readTrigger } from './trigger.ts';

const orders = new Map<string, number>();
const MOST_REMEMBERED = 50_000;

function compute(written: string, timeZone: string): number {
  const trigger = readTrigger(written, timeZone);
  if (trigger.time === null) return Temporal.PlainDate.from(written).toZonedDateTime(timeZone).epochMilliseconds;
  if (/(Z|[+-]\d\d:?\d\d)$/i.test(written)) return Temporal.Instant.from(written).epochMilliseconds;
  return Temporal.PlainDateTime.from(written).toZonedDateTime(timeZone).epochMilliseconds;
}

/** Milliseconds by which events are put in order; an event of which only the day is known stands at its beginning. */
export function orderOf(written: string, timeZone: string): number {
  const key = `${timeZone} ${written}`;
  const known = orders.get(key);
  if (known !== undefined) return known;
  if (orders.size >= MOST_REMEMBERED) orders.clear();
  const fresh = compute(written, timeZone);
  orders.set(key, fresh);
  return fresh;
}

/** Orders texts by their code units: the same on every computer, whatever its language. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
