import type { Moment } from '../../../contract/moment.ts';
import type { DayOrder } from '../../../contract/source-time.ts';
import { plainFigures } from '../readers/shared/written-date.ts';

/** The two figures of a written date of which either may be the day, in the order in which they stand. */
export interface DayFigures {
  readonly first: number;
  readonly second: number;
}

const numericDate = /(?<!\d)(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(?:\d{4}|\d{2})(?!\d)/;

/** The figures of a date such as `3/4/2026`; null for one that names its month or begins with the year. */
export function dayFigures(asWritten: string): DayFigures | null {
  const found = numericDate.exec(plainFigures(asWritten));
  return found === null ? null : { first: Number(found[1]), second: Number(found[3]) };
}

/** Which orders can be: one where a figure is above twelve, two where both may be the day, none where it is no date. */
export function possibleOrders({ first, second }: DayFigures): readonly DayOrder[] {
  const orders: DayOrder[] = [];
  if (second >= 1 && second <= 12 && first >= 1 && first <= 31) orders.push('day-month');
  if (first >= 1 && first <= 12 && second >= 1 && second <= 31) orders.push('month-day');
  return orders;
}

/** Whether the figures make two different days. */
export function isOpen(figures: DayFigures): boolean {
  return figures.first !== figures.second && possibleOrders(figures).length === 2;
}

/** The day under an order, with the year of a reading: `2026-04-03`; null where there is no such day. */
export function dayUnder(figures: DayFigures, order: DayOrder, year: string): string | null {
  if (!possibleOrders(figures).includes(order)) return null;
  const [day, month] = order === 'day-month' ? [figures.first, figures.second] : [figures.second, figures.first];
  const local = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = new Date(`${local}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(local) ? local : null;
}

/** Every reading of a moment that the source leaves open; the sole one where it does not. */
export function readingsOf(moment: Moment): readonly string[] {
  return moment.readings.length > 0 ? moment.readings : moment.local === null ? [] : [moment.local];
}

/** A 12-hour clock without a marker: two readings of one day, twelve hours apart. */
export function halfIsOpen(moment: Moment): boolean {
  const clocks = new Set(moment.readings.map((reading) => reading.slice(11)));
  return clocks.size > 1;
}

/** Whether an hour stands as it is written on a 12-hour clock: one to twelve. */
export function asWrittenHour(local: string): boolean {
  const hour = Number(local.slice(11, 13));
  return hour >= 1 && hour <= 12;
}
