import type { DayKind, Summer } from '../../../contract/deadline.ts';
import type { PreparedCalendar } from './calendar.ts';
import { CannotAnswer } from './cannot-answer.ts';
import { type Day, dayOfDate, wordsOf } from './day.ts';
import { standingOf } from './day-kinds.ts';
import { Temporal } from './temporal.ts';
import { onDay, type TraceLine } from './trace.ts';

/** A trigger as it is known: a day, perhaps a time on the wall, perhaps a fixed instant. */
export type Trigger = {
  readonly day: Day;
  readonly time: Temporal.PlainTime | null;
  readonly written: string;
};

const HAS_OFFSET = /(Z|[+-]\d\d:?\d\d)$/i;

const read = new Map<string, Trigger>();
const MOST_REMEMBERED = 50_000;

/** Reads a trigger in the calendar's zone: what is 02:00 in UTC is the evening before in Connecticut. */
export function readTrigger(written: string, timeZone: string): Trigger {
  const key = `${timeZone} ${written}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  if (read.size >= MOST_REMEMBERED) read.clear();
  const fresh = readAnew(written, timeZone);
  read.set(key, fresh);
  return fresh;
}

function readAnew(written: string, timeZone: string): Trigger {
  if (!written.includes('T')) return { day: dayOfDate(Temporal.PlainDate.from(written)), time: null, written };
  const local = HAS_OFFSET.test(written)
    ? Temporal.Instant.from(written).toZonedDateTimeISO(timeZone).toPlainDateTime()
    : Temporal.PlainDateTime.from(written, { overflow: 'reject' });
  return { day: dayOfDate(local.toPlainDate()), time: local.toPlainTime(), written };
}

/**
 * The trigger as a fixed instant, for limits in hours. A bare date has none; a time on the wall that the clock showed
 * twice, or skipped, when it was changed has none either.
 */
export function instantOfTrigger(trigger: Trigger, timeZone: string): Temporal.ZonedDateTime {
  if (trigger.time === null) {
    throw new CannotAnswer(`A limit in hours needs the time of day of the event; only ${trigger.written} is known.`, [
      'time of day of the trigger',
    ]);
  }
  if (HAS_OFFSET.test(trigger.written)) return Temporal.Instant.from(trigger.written).toZonedDateTimeISO(timeZone);
  try {
    return Temporal.PlainDateTime.from(trigger.written).toZonedDateTime(timeZone, { disambiguation: 'reject' });
  } catch {
    throw new CannotAnswer(
      `${trigger.written} is skipped or shown twice by the clock in ${timeZone} that day; give the time with its offset.`,
      ['offset of the trigger'],
    );
  }
}

/** `16:05`, with seconds only where there are some. */
export function clockOf(time: Temporal.PlainTime): string {
  const text = time.toString({ smallestUnit: 'second' });
  return text.endsWith(':00') ? text.slice(0, -':00'.length) : text;
}

export type Cutoff = { readonly at: string; readonly kind: DayKind; readonly summer: Summer };

/** The day on which a trigger counts as received: the next day of the kind when it came strictly after the cut-off. */
export function receivedOn(
  trigger: Trigger,
  cutoff: Cutoff,
  calendar: PreparedCalendar,
): { readonly day: Day; readonly trace: readonly TraceLine[] } {
  if (trigger.time === null) {
    throw new CannotAnswer(
      `The limit has a receipt cut-off at ${cutoff.at}, but the time of day of the event on ${trigger.written} is not known.`,
      ['time of day of the trigger'],
    );
  }
  const limit = Temporal.PlainTime.from(cutoff.at);
  if (Temporal.PlainTime.compare(trigger.time, limit) <= 0) return { day: trigger.day, trace: [] };
  let day = trigger.day + 1;
  while (!standingOf(day, cutoff.kind, calendar, cutoff.summer).counts) day += 1;
  const words = `received at ${clockOf(trigger.time)}, after ${cutoff.at}: counts as received on ${wordsOf(day, true)}`;
  return { day, trace: [onDay(trigger.day, words)] };
}
