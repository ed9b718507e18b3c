import type { AgreementPack, Step } from '../../../contract/agreement.ts';
import { dayOf } from '../days/day.ts';
import { orderOf } from '../days/order.ts';
import { readTrigger } from '../days/trigger.ts';
import type { DueDate } from './due-date.ts';
import { type Fact, type Facts, occurrences, occurrencesOfAny } from './facts.ts';
import { matching } from './matches.ts';
import { belongingTo, meetingKinds, meetingsOf } from './meetings.ts';
import { eventClause, momentWords } from './words.ts';

/** How a step came to be settled by facts, or why the facts that are there do not settle it. */
export type Completion =
  | { readonly kind: 'done'; readonly by: Fact; readonly late: boolean; readonly remarks: readonly string[] }
  | { readonly kind: 'waived'; readonly by: Fact; readonly remarks: readonly string[] }
  | { readonly kind: 'open'; readonly remarks: readonly string[] };

/** True when a moment lies after a due date: after its day, or after its hour for a limit in hours. */
export function isAfterDue(written: string, due: string, timeZone: string): boolean {
  if (due.includes('T')) return orderOf(written, timeZone) > orderOf(due, timeZone);
  return readTrigger(written, timeZone).day > dayOf(due);
}

function isBeforeDue(written: string, due: string, timeZone: string): boolean {
  if (due.includes('T')) return orderOf(written, timeZone) < orderOf(due, timeZone);
  return readTrigger(written, timeZone).day < dayOf(due);
}

function reopening(step: Step, facts: Facts, lastDone: Fact): Fact | null {
  return occurrencesOfAny(facts, step.reopenedBy).find((fact) => fact.order > lastDone.order) ?? null;
}

/** The event that counts as the doing: the first at or after the trigger, else the last before it. */
function chooseDone(step: Step, found: readonly Fact[], due: DueDate): Fact | null {
  const last = found[found.length - 1];
  if (last === undefined) return null;
  if (step.reopenedBy.length > 0) return last;
  if (due.kind !== 'known' && due.kind !== 'unknown') return found[0] ?? null;
  const runsBack = step.limits.some((limit) => limit.direction === 'at-least-before');
  if (runsBack) return found[0] ?? null;
  return found.find((fact) => fact.order >= due.trigger.order) ?? last;
}

function timing(step: Step, fact: Fact, due: DueDate, timeZone: string): { late: boolean; remarks: readonly string[] } {
  if (due.kind !== 'known') return { late: false, remarks: [] };
  const at = fact.event.at;
  const when = momentWords(at, timeZone);
  const last = momentWords(due.due, timeZone);
  if (due.notBefore) {
    return isBeforeDue(at, due.due, timeZone)
      ? { late: true, remarks: [`Done on ${when}, before the first day allowed, ${last}.`] }
      : { late: false, remarks: [] };
  }
  if (isAfterDue(at, due.due, timeZone)) {
    return { late: true, remarks: [`Done on ${when}, after the last day, ${last}.`] };
  }
  const runsBack = step.limits.some((limit) => limit.direction === 'at-least-before');
  if (!runsBack && fact.order < due.trigger.order) {
    return { late: false, remarks: [`Recorded as done on ${when}, before ${eventClause(due.trigger.event.kind)}.`] };
  }
  return { late: false, remarks: [] };
}

function proofRemarks(step: Step, fact: Fact): readonly string[] {
  if (fact.event['deemed'] === true) return [fact.event.reason ?? ''];
  const remarks = fact.remark === null ? [] : [`The record was changed: ${fact.remark}.`];
  return step.proofRequired && !fact.event.proof ? [...remarks, 'No proof of service is recorded.'] : remarks;
}

function lapse(step: Step, facts: Facts, due: DueDate): Completion | null {
  const fact = matching(occurrencesOfAny(facts, step.lapsedBy), step.doneWhere)[0];
  if (fact === undefined) return null;
  // What the agreement takes from silence settles nothing: whoever was silent is late until they answer.
  if (fact.event['deemed'] === true) return { kind: 'open', remarks: [fact.event.reason ?? ''] };
  const { timeZone } = facts;
  if (due.kind === 'known' && !isAfterDue(fact.event.at, due.due, timeZone)) {
    const words = `It was recorded on ${momentWords(fact.event.at, timeZone)} that the time had ended, but it runs until ${momentWords(due.due, timeZone)}.`;
    return { kind: 'open', remarks: [words] };
  }
  return { kind: 'done', by: fact, late: false, remarks: ['The time ended without an answer.'] };
}

function waiver(step: Step, pack: AgreementPack, facts: Facts): Completion | null {
  const fact = occurrences(facts, 'step-waived').find((each) => each.event.step === step.id);
  if (fact === undefined) return null;
  if (!step.waiver.allowed) {
    const source = pack.kind === 'law' ? 'the law' : 'the agreement';
    return { kind: 'open', remarks: [`A waiver is recorded, but ${source} does not provide for one.`] };
  }
  const by = fact.event.by ? ` by ${fact.event.by}` : '';
  const reason = fact.event.reason ? `: ${fact.event.reason}` : ', without a reason on record';
  return {
    kind: 'waived',
    by: fact,
    remarks: [`Waived on ${momentWords(fact.event.at, facts.timeZone)}${by}${reason}.`],
  };
}

/** The facts that complete a step. Of several meetings each needs its own notice; the last one decides, the others are said. */
function doings(step: Step, facts: Facts): { readonly found: readonly Fact[]; readonly remarks: readonly string[] } {
  const all = matching(occurrencesOfAny(facts, step.doneBy), step.doneWhere);
  const kinds = meetingKinds(step);
  const meetings = kinds.length === 0 ? [] : meetingsOf(kinds, facts);
  const last = meetings.at(-1);
  if (meetings.length < 2 || last === undefined) return { found: all, remarks: [] };
  const missed = meetings
    .slice(0, -1)
    .filter((meeting) => belongingTo(meeting, false, all, facts).length === 0)
    .map(
      ({ trigger }) =>
        `Not done before the earlier meeting (${momentWords(trigger.event.for ?? trigger.event.at, facts.timeZone)}).`,
    );
  return { found: belongingTo(last, true, all, facts), remarks: missed };
}

/** Whether the facts settle a step. What is recorded out of order is taken and said. */
export function completionOf(step: Step, pack: AgreementPack, facts: Facts, due: DueDate): Completion {
  const { found, remarks: missed } = doings(step, facts);
  const done = chooseDone(step, found, due);
  if (done !== null) {
    const reopened = reopening(step, facts, done);
    if (reopened !== null) {
      const words = `Open again: ${eventClause(reopened.event.kind)} on ${momentWords(reopened.event.at, facts.timeZone)}.`;
      return { kind: 'open', remarks: [words] };
    }
    const { late, remarks } = timing(step, done, due, facts.timeZone);
    return { kind: 'done', by: done, late, remarks: [...remarks, ...missed, ...proofRemarks(step, done)] };
  }
  const lapsed = lapse(step, facts, due);
  if (lapsed !== null && lapsed.kind === 'done') return lapsed;
  return waiver(step, pack, facts) ?? lapsed ?? { kind: 'open', remarks: missed };
}
