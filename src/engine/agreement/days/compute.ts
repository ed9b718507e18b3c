import type { CountRule, DayKind, DeadlineCalendar, Summer, TollingRange } from '../../../contract/deadline.ts';
import { DayKind as DayKindSchema } from '../../../contract/deadline.ts';
import { type PreparedCalendar, prepareCalendar } from './calendar.ts';
import { type Counted, countDays, rollDay } from './count-days.ts';
import { type Day, dateOf, dayOf, dayOfDate, isoOf, wordsOf } from './day.ts';
import { linesOf, onDay, remark, type TraceLine } from './trace.ts';
import { clockOf, instantOfTrigger, readTrigger, receivedOn, type Trigger } from './trigger.ts';

/** A limit to be counted: the rule, the event it runs from, and the calendar it runs on. */
export type DeadlineTask = {
  readonly rule: CountRule;
  readonly trigger: string;
  readonly calendar: DeadlineCalendar;
  readonly tolling?: readonly TollingRange[] | null | undefined;
  readonly restartedBy?: string | null | undefined;
};

/** `due` is `YYYY-MM-DD`, or a date-time with offset for a limit in hours. */
export type Deadline = { readonly due: string; readonly arithmetic: readonly string[] };

const MILLISECONDS_PER_HOUR = 3_600_000;

function plural(count: number, word: string): string {
  return `${count} ${word}${Math.abs(count) === 1 ? '' : 's'}`;
}

function summerOf(rule: CountRule): Summer {
  return rule.summer ?? 'tolled';
}

function rolled(counted: Counted, rule: CountRule, calendar: PreparedCalendar): Counted {
  const roll = rule.roll ?? 'none';
  if (roll === 'none') return counted;
  const [direction, kindName] = roll.split(':');
  const kind: DayKind = DayKindSchema.parse(kindName);
  const towards = { step: direction === 'forward' ? 1 : -1, kind, summer: summerOf(rule) } as const;
  const moved = rollDay(counted.due, towards, calendar);
  return { due: moved.due, trace: [...counted.trace, ...moved.trace] };
}

function inHours(trigger: Trigger, hours: number, task: DeadlineTask): Deadline {
  const start = instantOfTrigger(trigger, task.calendar.timeZone);
  const end = start.add({ milliseconds: Math.round(hours * MILLISECONDS_PER_HOUR) });
  const [first, last] = [dayOfDate(start.toPlainDate()), dayOfDate(end.toPlainDate())];
  const before = hours < 0 ? 'before' : 'later';
  const lines: TraceLine[] = [
    onDay(first, `the event, at ${clockOf(start.toPlainTime())} (${start.offset})`),
    remark(`${plural(Math.abs(hours), 'hour')} ${before}: nights, weekends and holidays run with it`),
  ];
  if (start.offset !== end.offset) {
    lines.push(
      remark(`The clock changes from ${start.offset} to ${end.offset} on the way; elapsed hours are counted.`),
    );
  }
  if (task.rule.roll && task.rule.roll !== 'none') lines.push(remark('A limit in hours does not move to another day.'));
  if (task.rule.receiptCutoff) lines.push(remark('A receipt cut-off does not apply to a limit in hours.'));
  if (task.tolling && task.tolling.length > 0) lines.push(remark('A limit in hours is not stopped by dates.'));
  lines.push(onDay(last, `due at ${clockOf(end.toPlainTime())} (${end.offset})`));
  return { due: end.toString({ timeZoneName: 'never' }), arithmetic: linesOf(lines) };
}

function inMonths(day: Day, months: number): Counted {
  const from = dateOf(day);
  const to = from.add({ months });
  const due = dayOfDate(to);
  const short = to.day === from.day ? '' : `, the last day of a month that has no day ${from.day}`;
  const words = `${plural(Math.abs(months), 'month')} ${months < 0 ? 'before' : 'later'}${short}`;
  return { due, trace: [onDay(day, 'the day of the event'), onDay(due, words)] };
}

function inDays(day: Day, days: number, task: DeadlineTask, calendar: PreparedCalendar): Counted {
  const stopped = (task.tolling ?? []).map((range) => ({
    from: dayOf(range.from),
    to: range.to === null ? null : dayOf(range.to),
    reason: range.reason ?? null,
  }));
  const count = {
    days,
    kind: DayKindSchema.parse(task.rule.dayKind),
    excludeTriggerDay: task.rule.excludeTriggerDay ?? true,
    summer: summerOf(task.rule),
    stopped,
  };
  return countDays(day, count, calendar);
}

function restartLines(task: DeadlineTask): readonly TraceLine[] {
  if (!task.restartedBy) return [];
  const first = readTrigger(task.trigger, task.calendar.timeZone);
  return [onDay(first.day, 'the first event; the count from it is set aside, because the limit was restarted')];
}

function received(trigger: Trigger, task: DeadlineTask, calendar: PreparedCalendar) {
  const { receiptCutoff, cutoffKind } = task.rule;
  // `restartedBy` is a date by its nature: without a time of day there is nothing to hold against the cut-off.
  if (!receiptCutoff || (task.restartedBy && trigger.time === null)) return { day: trigger.day, trace: [] };
  const cutoff = { at: receiptCutoff, kind: cutoffKind ?? ('business' as const), summer: summerOf(task.rule) };
  return receivedOn(trigger, cutoff, calendar);
}

/**
 * The last day (or hour) of a limit, with every day on the way.
 * Throws CannotAnswer where the calendar, or what is known of the event, cannot answer.
 */
export function computeDeadline(task: DeadlineTask): Deadline {
  const calendar = prepareCalendar(task.calendar);
  const trigger = readTrigger(task.restartedBy ?? task.trigger, task.calendar.timeZone);
  const restart = restartLines(task);
  const { days, months, hours } = task.rule;
  if (hours !== null && hours !== undefined) {
    const deadline = inHours(trigger, hours, task);
    return { due: deadline.due, arithmetic: [...linesOf(restart), ...deadline.arithmetic] };
  }
  const receipt = received(trigger, task, calendar);
  const isMonths = months !== null && months !== undefined;
  const counted = isMonths ? inMonths(receipt.day, months) : inDays(receipt.day, days ?? 0, task, calendar);
  const notes =
    isMonths && task.tolling && task.tolling.length > 0 ? [remark('A limit in months is not stopped by dates.')] : [];
  const { due, trace } = rolled(counted, task.rule, calendar);
  const lines = linesOf([...restart, ...receipt.trace, ...trace, ...notes]);
  return { due: isoOf(due), arithmetic: [...lines, `Due ${wordsOf(due, true)}`] };
}
