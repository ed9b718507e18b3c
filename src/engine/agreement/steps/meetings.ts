import type { EventKind, Limit, Step } from '../../../contract/agreement.ts';
import { orderOf } from '../days/order.ts';
import { type Fact, type Facts, occurrencesOfAny } from './facts.ts';

/**
 * One meeting: the fact that its notice runs back from, and the moment after which its notice can have been served. A
 * notice served before an earlier meeting was held belongs to that one.
 */
export type Meeting = { readonly trigger: Fact; readonly after: number; readonly held: Fact | null };

function isPlan(fact: Fact): boolean {
  return fact.event.kind.endsWith('-scheduled');
}

/** Whether a limit runs back from a meeting that can be held more than once. */
export function runsBackFromMeetings(limit: Limit): boolean {
  return limit.direction === 'at-least-before' && limit.occurrence === 'last' && limit.from.length > 1;
}

/**
 * The meetings in their order. A new plan before the meeting was held moves it; a plan after it sets the next; one held
 * without a plan stands for itself.
 */
export function meetingsOf(kinds: readonly EventKind[], facts: Facts): readonly Meeting[] {
  const meetings: Meeting[] = [];
  for (const fact of occurrencesOfAny(facts, kinds)) {
    const last = meetings[meetings.length - 1];
    const after = last?.held?.order ?? last?.after ?? Number.NEGATIVE_INFINITY;
    const open = last !== undefined && last.held === null;
    if (open) meetings.pop();
    if (isPlan(fact)) meetings.push({ trigger: fact, after, held: null });
    else meetings.push({ trigger: open ? last.trigger : fact, after, held: fact });
  }
  return meetings;
}

/**
 * Which of the facts that complete a step belong to a meeting: those that name its hour, and those served since the one
 * before and until it was held. For the last meeting those served too late belong to it as well.
 */
export function belongingTo(meeting: Meeting, isLast: boolean, done: readonly Fact[], facts: Facts): readonly Fact[] {
  const hour = meeting.trigger.event.for ?? null;
  const until = isLast ? Number.POSITIVE_INFINITY : (meeting.held?.order ?? Number.POSITIVE_INFINITY);
  return done.filter((fact) => {
    const named = fact.event.for ?? null;
    if (hour !== null && named !== null && orderOf(named, facts.timeZone) === orderOf(hour, facts.timeZone))
      return true;
    return fact.order > meeting.after && fact.order <= until;
  });
}

/** The events of the meetings for each of which a step is asked anew; none where it is asked once. */
export function meetingKinds(step: Step): readonly EventKind[] {
  return step.eachTime.length > 0 ? step.eachTime : (step.limits.find(runsBackFromMeetings)?.from ?? []);
}
