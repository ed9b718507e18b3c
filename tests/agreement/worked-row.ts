import type { CountRule, DayKind, DeadlineCalendarInput } from '../../src/contract/deadline.ts';

/** A deadline worked by hand. */
export type Worked = {
  readonly rule: CountRule;
  readonly trigger: string;
  readonly due: string;
  readonly why: string;
  readonly more?: { readonly tolling?: readonly { from: string; to: string }[]; readonly restartedBy?: string };
  /** Left out: the calendar of two years. */
  readonly calendar?: DeadlineCalendarInput;
};

function kind(dayKind: DayKind) {
  return (days: number, rest: Partial<CountRule> = {}): CountRule => ({ days, dayKind, ...rest });
}
export const calendar = kind('calendar');
export const school = kind('school');
export const duty = kind('duty');
export const working = kind('working');
export const business = kind('business');

export function hours(count: number, rest: Partial<CountRule> = {}): CountRule {
  return { hours: count, ...rest };
}

export function months(count: number, rest: Partial<CountRule> = {}): CountRule {
  return { months: count, ...rest };
}

export const triggerCounts = { excludeTriggerDay: false } as const;
export const four = { receiptCutoff: '16:00' } as const;

export function row(
  rule: CountRule,
  trigger: string,
  due: string,
  why: string,
  more: Pick<Worked, 'more' | 'calendar'> = {},
): Worked {
  return { rule, trigger, due, why, ...more };
}
