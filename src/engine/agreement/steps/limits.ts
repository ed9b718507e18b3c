import type { AgreementPack, Limit, Span, Step } from '../../../contract/agreement.ts';
import type { CountRule, DeadlineCalendar, TollingRange } from '../../../contract/deadline.ts';
import { assertNever } from '../../../contract/errors.ts';
import { CannotAnswer } from '../days/cannot-answer.ts';
import { computeDeadline } from '../days/compute.ts';
import { type Day, dateOf, dayOf, isoOf, wordsOf } from '../days/day.ts';
import { orderOf } from '../days/order.ts';
import { readTrigger } from '../days/trigger.ts';
import type { DueDate } from './due-date.ts';
import { extended, extensionsOf } from './extensions.ts';
import { type Fact, type Facts, occurrences, occurrencesOfAny, spansOf, spanWords } from './facts.ts';
import { matching } from './matches.ts';
import { meetingsOf, runsBackFromMeetings } from './meetings.ts';
import { eventClause, momentWords } from './words.ts';

const JULY = 7;

/** The time for which a meeting is set; null for every other fact, a notice that names that time included. */
function setFor(fact: Fact): string | null {
  return fact.event.kind.endsWith('-scheduled') ? (fact.event.for ?? null) : null;
}

/** The moment of a fact from which a limit runs: for a meeting that is set, the time for which it is set. */
function anchorOf(fact: Fact): string {
  return setFor(fact) ?? fact.event.at;
}

/** The event from which a limit runs: the first kind that has happened, its first or last occurrence. */
export function triggerOf(limit: Limit, facts: Facts): Fact | null {
  if (runsBackFromMeetings(limit)) return meetingsOf(limit.from, facts).at(-1)?.trigger ?? null;
  for (const kind of limit.from) {
    const found = matching(occurrences(facts, kind), limit.where);
    const fact = limit.occurrence === 'last' ? found[found.length - 1] : found[0];
    if (fact !== undefined) return fact;
  }
  return null;
}

/** The rule of a limit, with the pack's own way of counting where the limit says nothing else. */
export function ruleOf(limit: Limit, pack: AgreementPack): CountRule | null {
  const usual = pack.days.default;
  const sign = limit.direction === 'at-least-before' ? -1 : 1;
  const shared = {
    excludeTriggerDay: limit.excludeTriggerDay ?? usual?.excludeTriggerDay ?? true,
    roll: limit.roll ?? usual?.roll ?? 'none',
    summer: limit.summer ?? usual?.summer ?? 'tolled',
    // A cut-off is about receipt; it moves no clock that runs back from a meeting.
    receiptCutoff: sign > 0 ? (usual?.receiptCutoff ?? null) : null,
    cutoffKind: usual?.cutoffKind ?? null,
  };
  // A fixed day of the year is not counted to; it can only move to another day.
  if (limit.by) return { ...shared, receiptCutoff: null, days: 0, dayKind: 'calendar' };
  if (typeof limit.hours === 'number') return { hours: sign * limit.hours };
  if (typeof limit.months === 'number') return { ...shared, months: sign * limit.months };
  if (typeof limit.days !== 'number') return null;
  return {
    ...shared,
    days: limit.days === 0 ? 0 : sign * limit.days,
    dayKind: limit.dayKind ?? usual?.dayKind ?? null,
  };
}

function stoppedRanges(spans: readonly Span[], facts: Facts): readonly TollingRange[] {
  return spans.flatMap((span) =>
    spansOf(facts, span).map((range) => ({
      from: isoOf(readTrigger(range.from.event.at, facts.timeZone).day),
      to: range.to === null ? null : isoOf(readTrigger(range.to.event.at, facts.timeZone).day),
      reason: spanWords(span),
    })),
  );
}

function restart(limit: Limit, trigger: Fact, facts: Facts): Fact | null {
  const later = occurrencesOfAny(facts, limit.restartedBy).filter((fact) => fact.order > trigger.order);
  return later[later.length - 1] ?? null;
}

function countWords(rule: CountRule): string {
  const [count, unit] =
    typeof rule.hours === 'number'
      ? [rule.hours, 'hour']
      : typeof rule.months === 'number'
        ? [rule.months, 'month']
        : [rule.days ?? 0, `${rule.dayKind ?? ''} day`];
  const size = Math.abs(count);
  return `${size} ${unit}${size === 1 ? '' : 's'}`;
}

/** The fixed day in the school year of an event: 1 July to 30 June. */
function fixedDay(monthDay: string, event: Day): Day {
  const { year, month } = dateOf(event);
  const ends = month >= JULY ? year + 1 : year;
  return dayOf(`${Number(monthDay.slice(0, 2)) >= JULY ? ends - 1 : ends}-${monthDay}`);
}

/** Where a date comes from, in one sentence: `5 school days after a complaint was received (Mon 9 Mar 2026, 09:00).` */
function basisOf(limit: Limit, rule: CountRule, trigger: Fact, timeZone: string): string {
  const when = momentWords(anchorOf(trigger), timeZone);
  if (limit.by) {
    const day = wordsOf(fixedDay(limit.by, readTrigger(anchorOf(trigger), timeZone).day), true);
    return `By ${day}, a fixed day of the school year in which ${eventClause(trigger.event.kind)} (${when}).`;
  }
  const what = setFor(trigger) !== null ? `what is set for ${when}` : `${eventClause(trigger.event.kind)} (${when})`;
  switch (limit.direction) {
    case 'within':
      return `${countWords(rule)} after ${what}.`;
    case 'at-least-before':
      return `At least ${countWords(rule)} before ${what}.`;
    case 'not-before':
      return `No sooner than ${countWords(rule)} after ${what}.`;
    default:
      return assertNever(limit.direction, 'direction of a limit');
  }
}

/** Why a limit cannot be counted at all: its number, or the kind of its days, has not been entered; null where it can. */
function blankWords(rule: CountRule | null, step: Step): string | null {
  if (rule === null)
    return `The number of days in article ${step.article} has not been entered from the signed agreement.`;
  const isBare = typeof rule.days === 'number' && !rule.dayKind;
  return isBare ? `Article ${step.article} says days, and nobody has entered which kind of day is meant.` : null;
}

function dueOfLimit(limit: Limit, step: Step, pack: AgreementPack, facts: Facts, calendar: DeadlineCalendar): DueDate {
  const trigger = triggerOf(limit, facts);
  if (trigger === null) return { kind: 'waiting', for: limit.from };
  const rule = ruleOf(limit, pack);
  const blank = blankWords(rule, step);
  if (rule === null || blank !== null) return { kind: 'blank', why: blank ?? '' };
  const stops = rule.hours === null || rule.hours === undefined ? (step.stoppedBy ?? pack.extensions.stoppedBy) : [];
  const restarted = restart(limit, trigger, facts);
  try {
    const { due, arithmetic } = computeDeadline({
      rule,
      trigger: limit.by
        ? isoOf(fixedDay(limit.by, readTrigger(anchorOf(trigger), facts.timeZone).day))
        : anchorOf(trigger),
      calendar,
      tolling: stoppedRanges(stops, facts),
      restartedBy: restarted === null ? null : anchorOf(restarted),
    });
    const counted =
      trigger.remark === null ? null : `Counted from “${eventClause(trigger.event.kind)}”; ${trigger.remark}.`;
    return {
      kind: 'known',
      due,
      arithmetic,
      trigger: restarted ?? trigger,
      notBefore: limit.direction === 'not-before',
      basis: basisOf(limit, rule, restarted ?? trigger, facts.timeZone),
      why: counted,
    };
  } catch (error) {
    if (!(error instanceof CannotAnswer)) throw error;
    return { kind: 'unknown', why: error.message, missing: error.missing, trigger };
  }
}

function chooseDue(found: readonly DueDate[], step: Step, timeZone: string): DueDate {
  if (step.pick === 'first') return found.find((due) => due.kind !== 'waiting') ?? found[0] ?? { kind: 'none' };
  const known = found.filter((due) => due.kind === 'known');
  const open = found.find((due) => due.kind !== 'known');
  // The later of two dates is not known while one of them is not; the sooner one binds as soon as it is known.
  if (open !== undefined && (known.length === 0 || step.pick === 'later')) return open;
  const [first, ...others] = known;
  if (first === undefined) return { kind: 'none' };
  const sign = step.pick === 'later' ? -1 : 1;
  const chosen = others.reduce(
    (best, due) => (sign * (orderOf(due.due, timeZone) - orderOf(best.due, timeZone)) < 0 ? due : best),
    first,
  );
  if (others.length === 0) return chosen;
  return { ...chosen, arithmetic: [...chosen.arithmetic, `The ${step.pick} of ${known.length} dates holds`] };
}

/** When a step is due, with its arithmetic, extensions and stopped clocks taken into account. */
export function dueOf(step: Step, pack: AgreementPack, facts: Facts, calendar: DeadlineCalendar | null): DueDate {
  if (step.limits.length === 0) return { kind: 'none' };
  if (calendar === null) {
    const trigger = step.limits.map((limit) => triggerOf(limit, facts)).find((fact) => fact !== null);
    if (!trigger) return { kind: 'waiting', for: step.limits.flatMap((limit) => limit.from) };
    return { kind: 'unknown', why: 'There is no calendar to count on.', missing: ['calendar'], trigger };
  }
  const found = step.limits.map((limit) => dueOfLimit(limit, step, pack, facts, calendar));
  const due = chooseDue(found, step, facts.timeZone);
  return extended(due, extensionsOf(step, pack, facts, due, calendar));
}
