import { Moment } from '../../../contract/moment.ts';
import type { When } from '../input/basics.ts';
import { sayDayOrTime, sayMoment } from '../render/say-moment.ts';

/** A time in words: a day of the district's records, a moment with its doubt, or somebody's own words for a span. */
export function said(when: When | string): string {
  const moment = Moment.safeParse(when);
  if (!moment.success) return typeof when === 'string' ? sayDayOrTime(when) : '';
  const { said: words, doubt } = sayMoment(moment.data);
  return doubt === null ? words : `${words} (${doubt})`;
}
