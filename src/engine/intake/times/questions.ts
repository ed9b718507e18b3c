import type { Moment } from '../../../contract/moment.ts';
import type { DayOrder, TimeAnswer, TimeQuestion, TimeSetting } from '../../../contract/source-time.ts';
import type { DatedItem } from './dated-items.ts';
import { dayFigures, dayUnder, halfIsOpen, isOpen, possibleOrders } from './figures.ts';
import { isRelative } from './relative.ts';
import { settledMoment } from './settled-moment.ts';

/** What bears on the dates of a source from outside its items. */
export interface SourceFacts {
  /** The day on which it was received, `2026-03-10`: nothing in it is later. */
  readonly receivedOn: string;
  /** Where the district is: the zone that most sources of a case come from. */
  readonly districtZone: string | null;
}

const none: TimeSetting = { order: null, half: null, zone: null, capturedAt: null };
const shown = 4;

/** Every question that the dates of a source leave to a person, each with what speaks for every answer. */
export function questionsOf(items: readonly DatedItem[], facts: SourceFacts): readonly TimeQuestion[] {
  return [
    ...orderQuestion(items, facts),
    ...halfQuestion(items),
    ...relativeQuestion(items),
    ...zoneQuestion(items, facts),
  ];
}

const orders: readonly DayOrder[] = ['month-day', 'day-month'];
const inWords: Readonly<Record<DayOrder, string>> = { 'day-month': 'day/month', 'month-day': 'month/day' };

function orderQuestion(items: readonly DatedItem[], facts: SourceFacts): readonly TimeQuestion[] {
  const written = items.flatMap((item) => {
    const figures = item.moment.basis === 'epoch' ? null : dayFigures(item.moment.asWritten);
    return figures === null ? [] : [{ item, figures }];
  });
  const open = written.filter(({ figures }) => isOpen(figures));
  if (open.length === 0) return [];
  const left = open.filter(({ item }) => item.moment.certainty === 'ambiguous' && item.moment.readings.length > 1);
  const took = new Set(open.filter(({ item }) => !left.some((one) => one.item === item)).flatMap(orderTaken));
  const [only] = took;
  return [
    {
      kind: 'order',
      items: open.length,
      open: left.length > 0,
      assumed:
        left.length > 0 || only === undefined || took.size > 1
          ? null
          : `The machine read all of them as ${inWords[only]}.`,
      answers: orders.map((order) => orderAnswer(order, written, facts)),
      examples: open.slice(0, shown).map(({ item, figures }) => ({
        itemId: item.id,
        asWritten: item.moment.asWritten,
        readings: orders.flatMap((order) => {
          const local = readUnder(item.moment, { ...none, order });
          return dayUnder(figures, order, local.slice(0, 4)) === null ? [] : [{ value: order, local }];
        }),
      })),
    },
  ];
}

type Written = { readonly item: DatedItem; readonly figures: NonNullable<ReturnType<typeof dayFigures>> };

function orderTaken({ item, figures }: Written): readonly DayOrder[] {
  const local = item.moment.local ?? '';
  return orders.filter((order) => dayUnder(figures, order, local.slice(0, 4)) === local.slice(0, 10));
}

function orderAnswer(order: DayOrder, written: readonly Written[], facts: SourceFacts): TimeAnswer {
  const other = order === 'day-month' ? 'month-day' : 'day-month';
  const proofs = written.filter(({ figures }) => possibleOrders(figures).join() === order).length;
  const counter = written.filter(({ figures }) => possibleOrders(figures).join() === other).length;
  const open = written.filter(({ figures }) => isOpen(figures));
  const named = open.filter((one) => namedDays(one.item).some((day) => day === dayOf(one, order))).length;
  const namedOther = open.filter((one) => namedDays(one.item).some((day) => day === dayOf(one, other))).length;
  const late = open.filter((one) => (dayOf(one, order) ?? '') > facts.receivedOn).length;
  const [back, backOther] = [stepsBack(written, order), stepsBack(written, other)];
  const [span, spanOther] = [spanDays(written, order), spanDays(written, other)];
  const marked = order === 'month-day' && written.some(({ item }) => /\b[ap]\.?m\b/i.test(item.moment.asWritten));
  return {
    value: order,
    for: [
      ...(proofs > 0
        ? [`${proofs} of ${written.length} dates can be read no other way, because one figure is above 12.`]
        : []),
      ...(named > 0 ? [`${many(named, 'name')} of a file sent at that time holds this very day.`] : []),
      ...(back === 0 && backOther > 0 ? ['Read so, the lines stand in order of time.'] : []),
      ...(span > 0 && span * 4 <= spanOther
        ? [`Read so, all of it lies within ${many(span, 'day')}; the other way within ${spanOther}.`]
        : []),
      ...(marked ? ['The clock has AM and PM, as in the United States, where the month comes first.'] : []),
    ],
    against: [
      ...(counter > 0
        ? [`${counter} of ${written.length} dates cannot be read so, because one figure is above 12.`]
        : []),
      ...(namedOther > 0 ? [`${many(namedOther, 'name')} of a file sent at that time holds the other day.`] : []),
      ...(back > 0 && back > backOther ? [`Read so, the lines run back in time ${times(back)}.`] : []),
      ...(late > 0 ? [`Read so, ${many(late, 'date')} would lie after the day on which the file was received.`] : []),
    ],
  };
}

function dayOf({ item, figures }: Written, order: DayOrder): string | null {
  const year = (item.moment.local ?? item.moment.readings[0] ?? '').slice(0, 4);
  return dayUnder(figures, order, year);
}

/** Days in names such as `IMG-20260304-WA0007.jpg` or `2026-03-04-10-22-31-photo.jpg`. */
function namedDays({ attachments }: DatedItem): readonly string[] {
  return attachments.flatMap((name) =>
    [...name.matchAll(/(?<!\d)(20\d{2})-?(\d{2})-?(\d{2})(?!\d)/g)].map((found) => found.slice(1).join('-')),
  );
}

/** How often a conversation would run backwards. */
function stepsBack(written: readonly Written[], order: DayOrder): number {
  const lines = written
    .filter(({ item }) => item.inThread)
    .map((one) => ({
      file: one.item.evidenceId,
      clock: dayOf(one, order) ?? dayOf(one, order === 'day-month' ? 'month-day' : 'day-month') ?? '',
    }));
  return lines.filter(({ file, clock }, at) => {
    const before = lines[at - 1];
    return before?.file === file && clock < before.clock;
  }).length;
}

/** Days from the first to the last date, both counted; a conversation seldom stretches over the same day of every month. */
function spanDays(written: readonly Written[], order: DayOrder): number {
  const days = written
    .map((one) => dayOf(one, order))
    .filter((day) => day !== null)
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return 0;
  return (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
}

function halfQuestion(items: readonly DatedItem[]): readonly TimeQuestion[] {
  const open = items.filter(({ moment }) => halfIsOpen(moment));
  if (open.length === 0) return [];
  const answer = (half: 'as-written' | 'afternoon'): TimeAnswer => {
    const back = clocksBack(open, half);
    const other = clocksBack(open, half === 'afternoon' ? 'as-written' : 'afternoon');
    return {
      value: half,
      for: back === 0 && other > 0 ? ['Read so, the lines of each day stand in order of time.'] : [],
      against: back > other ? [`Read so, the lines run back in time ${times(back)}.`] : [],
    };
  };
  return [
    {
      kind: 'half',
      items: open.length,
      open: true,
      assumed: null,
      answers: [answer('as-written'), answer('afternoon')],
      examples: open.slice(0, shown).map(({ id, moment }) => ({
        itemId: id,
        asWritten: moment.asWritten,
        readings: (['as-written', 'afternoon'] as const).map((half) => ({
          value: half,
          local: readUnder(moment, { ...none, half }),
        })),
      })),
    },
  ];
}

function clocksBack(items: readonly DatedItem[], half: 'as-written' | 'afternoon'): number {
  const clocks = items.filter(({ inThread }) => inThread).map(({ moment }) => readUnder(moment, { ...none, half }));
  return clocks.filter((clock, at) => at > 0 && clock < (clocks[at - 1] ?? '')).length;
}

function relativeQuestion(items: readonly DatedItem[]): readonly TimeQuestion[] {
  const told = items.filter(({ moment }) => moment.local === null && isRelative(moment.asWritten));
  if (told.length === 0) return [];
  return [
    {
      kind: 'relative',
      items: told.length,
      open: true,
      assumed: null,
      answers: [],
      examples: told
        .slice(0, shown)
        .map(({ id, moment }) => ({ itemId: id, asWritten: moment.asWritten, readings: [] })),
    },
  ];
}

function zoneQuestion(items: readonly DatedItem[], { districtZone }: SourceFacts): readonly TimeQuestion[] {
  const floating = items.filter(({ moment }) => isFloating(moment));
  if (floating.length === 0) return [];
  const zones = [...new Set(floating.flatMap(({ moment }) => moment.zone ?? []))];
  return [
    {
      kind: 'zone',
      items: floating.length,
      open: zones.length === 0,
      assumed: zones.length === 0 ? null : `Read as ${zones.join(' and ')} when the file was received.`,
      answers:
        districtZone === null ? [] : [{ value: districtZone, for: ['The district lies in this zone.'], against: [] }],
      examples: floating.slice(0, 2).map(({ id, moment }) => ({
        itemId: id,
        asWritten: moment.asWritten,
        readings: moment.local === null ? [] : [{ value: 'floating', local: moment.local }],
      })),
    },
  ];
}

/** A clock that the source shows without saying where it ran. */
export function isFloating(moment: Moment): boolean {
  if (moment.precision === 'day' || moment.local === null) return false;
  return (
    (moment.instant === null && moment.zone === null) || (moment.certainty === 'assumed' && moment.basis !== 'person')
  );
}

/** The first reading under a setting, as a wall clock. */
function readUnder(moment: Moment, setting: TimeSetting): string {
  return (settledMoment(moment, setting) ?? moment).local ?? '';
}

function many(n: number, what: string): string {
  return n === 1 ? `1 ${what}` : `${n} ${what}s`;
}

function times(n: number): string {
  return n === 1 ? 'once' : `${n} times`;
}
