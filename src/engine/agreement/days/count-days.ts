import type { DayKind, Summer } from '../../../contract/deadline.ts';
import type { PreparedCalendar } from './calendar.ts';
import { CannotAnswer } from './cannot-answer.ts';
import { type Day, isoOf, wordsOf } from './day.ts';
import { type Standing, standingOf } from './day-kinds.ts';
import { onDay, type TraceLine } from './trace.ts';

/** A range of days that are not counted; `to` is null while its end is not known. */
export type StoppedDays = { readonly from: Day; readonly to: Day | null; readonly reason: string | null };

export type DayCount = {
  /** Negative: before the trigger. */
  readonly days: number;
  readonly kind: DayKind;
  readonly excludeTriggerDay: boolean;
  readonly summer: Summer;
  readonly stopped: readonly StoppedDays[];
};

export type Counted = { readonly due: Day; readonly trace: readonly TraceLine[] };

/** No calendar reaches so far; a count that does is one that can never end. */
const FARTHEST = 60_000;

function notCounted(words: string): Standing {
  return { counts: false, because: words };
}

function judge(day: Day, count: DayCount, calendar: PreparedCalendar): Standing {
  for (const range of count.stopped) {
    if (day < range.from) continue;
    if (range.to === null) {
      // Before the trigger an open end cannot matter less: the day may or may not lie inside.
      throw new CannotAnswer(
        `${wordsOf(day, true)} cannot be judged: the clock stands still since ${isoOf(range.from)} and its end is not known.`,
        [`end of the time from ${isoOf(range.from)} in which the clock stands still`],
      );
    }
    if (day <= range.to) return notCounted(`not counted: ${range.reason ?? 'the clock stands still'}`);
  }
  return standingOf(day, count.kind, calendar, count.summer);
}

function dayWords(number: number, standing: Standing, before: boolean): string {
  const remark = standing.because === null ? '' : ` (${standing.because})`;
  return `day ${number}${before ? ' before' : ''}${remark}`;
}

/** Counts days of one kind from (or, when negative, back from) the day of the trigger, a line for every day passed. */
export function countDays(trigger: Day, count: DayCount, calendar: PreparedCalendar): Counted {
  const trace: TraceLine[] = [];
  const wanted = Math.abs(count.days);
  if (wanted === 0) {
    return { due: trigger, trace: [onDay(trigger, 'the day of the event, which is the last day')] };
  }
  const step = count.days < 0 ? -1 : 1;
  if (count.excludeTriggerDay) trace.push(onDay(trigger, 'the day of the event is not counted'));
  let day = count.excludeTriggerDay ? trigger + step : trigger;
  let reached = 0;
  for (let passed = 0; passed < FARTHEST; passed += 1) {
    const standing = judge(day, count, calendar);
    if (standing.counts) reached += 1;
    trace.push(
      onDay(day, standing.counts ? dayWords(reached, standing, step < 0) : (standing.because ?? 'not counted')),
    );
    if (reached === wanted) return { due: day, trace };
    day += step;
  }
  throw new CannotAnswer(`The limit of ${wanted} days is not reached on this calendar.`, []);
}

/** Moves a day that is no day of a kind to the next (or previous) one that is. */
export function rollDay(
  due: Day,
  towards: { readonly step: 1 | -1; readonly kind: DayKind; readonly summer: Summer },
  calendar: PreparedCalendar,
): Counted {
  const trace: TraceLine[] = [];
  let day = due;
  for (let passed = 0; passed < FARTHEST; passed += 1) {
    const standing = standingOf(day, towards.kind, calendar, towards.summer);
    if (standing.counts) {
      const moved = towards.step > 0 ? 'the due date moves forward to here' : 'the due date moves back to here';
      return { due: day, trace: day === due ? [] : [...trace, onDay(day, moved)] };
    }
    trace.push(onDay(day, `${standing.because ?? 'not counted'}, so the due date moves`));
    day += towards.step;
  }
  throw new CannotAnswer(`No ${towards.kind} day is found to move the due date to.`, []);
}
