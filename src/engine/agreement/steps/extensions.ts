import type { AgreementPack, Step } from '../../../contract/agreement.ts';
import type { CountRule, DeadlineCalendar } from '../../../contract/deadline.ts';
import { CannotAnswer } from '../days/cannot-answer.ts';
import { computeDeadline } from '../days/compute.ts';
import { dayOf, wordsOf } from '../days/day.ts';
import { readTrigger } from '../days/trigger.ts';
import type { DueDate } from './due-date.ts';
import { type Fact, type Facts, occurrences } from './facts.ts';
import { momentWords } from './words.ts';

/** A longer time that was recorded, whether it holds, and why or why not. */
export type Extension = {
  readonly fact: Fact;
  readonly due: string;
  readonly holds: boolean;
  readonly line: string;
  readonly why: string;
};

function day(written: string, timeZone: string): string {
  return wordsOf(readTrigger(written, timeZone).day, true);
}

/** Why a time set by law is not put off; null where it is. */
function refusedByLaw(step: Step, due: string, before: DueDate, timeZone: string): string | null {
  const most = step.extendableBy ?? null;
  if (most === null) return 'An extension is recorded, but a time set by law is not extended by agreement.';
  if (before.kind !== 'known') return null;
  const last = dayOf(before.due.slice(0, 10)) + most;
  return dayOf(due) <= last
    ? null
    : `An extension is recorded, but the law lets both sides put it off by ${most} days at most, to ${wordsOf(last, true)} (asked: ${day(due, timeZone)}).`;
}

function agreed(
  fact: Fact,
  due: string,
  step: Step,
  pack: AgreementPack,
  before: DueDate,
  timeZone: string,
): Extension {
  const base = {
    fact,
    due,
    line: `Extended to ${day(due, timeZone)} by the agreement of ${day(fact.event.at, timeZone)}`,
  };
  if (fact.event['deemed'] === true) {
    return {
      ...base,
      holds: true,
      line: `Extended to ${day(due, timeZone)}: ${fact.event.reason ?? ''}`,
      why: fact.event.reason ?? '',
    };
  }
  const byLaw = pack.kind === 'law' ? refusedByLaw(step, due, before, timeZone) : null;
  if (byLaw !== null) return { ...base, holds: false, why: byLaw };
  if (pack.kind !== 'law' && !pack.extensions.mutualWritten) {
    return { ...base, holds: false, why: 'An extension is recorded, but the agreement does not provide for one.' };
  }
  const holds = fact.event.mutual === true && fact.event.written === true;
  const why = holds
    ? `The time was extended by mutual written agreement to ${day(due, timeZone)}.`
    : 'An extension is recorded, but not that both sides agreed to it in writing, so it does not count.';
  return { ...base, holds, why };
}

/** The rule by which an agreement lets one side take a longer time; null where it does not, or says no number. */
function unilateralRule(pack: AgreementPack): CountRule | null {
  const { unilateral } = pack.extensions;
  if (unilateral === null || unilateral.n === null) return null;
  const usual = pack.days.default;
  if (unilateral.kind === 'hours') return { hours: unilateral.n };
  const shared = { roll: usual?.roll ?? 'none', summer: usual?.summer ?? 'tolled' };
  if (unilateral.kind === 'months') return { ...shared, months: unilateral.n };
  return { ...shared, days: unilateral.n, dayKind: unilateral.kind };
}

type Taking = {
  readonly due: string;
  readonly used: Readonly<Record<string, number>>;
  readonly found: readonly Extension[];
};

function refusedTaking(fact: Fact, taking: Taking, pack: AgreementPack, timeZone: string): string | null {
  const uses = pack.extensions.unilateral?.uses ?? 0;
  const side = fact.event.side ?? null;
  if (unilateralRule(pack) === null)
    return 'A side took a longer time by notice, but the agreement does not provide for it.';
  if (side === null)
    return 'A longer time was taken by notice, but it is not recorded by which side, so it does not count.';
  if (readTrigger(fact.event.at, timeZone).day > dayOf(taking.due.slice(0, 10)))
    return `A longer time was taken by notice on ${momentWords(fact.event.at, timeZone)}, after the last day, so it does not count.`;
  if ((taking.used[side] ?? 0) >= uses)
    return `A longer time was taken by notice on ${momentWords(fact.event.at, timeZone)}, but that side had used its right (${uses} each).`;
  return null;
}

function take(taking: Taking, fact: Fact, pack: AgreementPack, calendar: DeadlineCalendar): Taking {
  const { timeZone } = calendar;
  const refused = refusedTaking(fact, taking, pack, timeZone);
  const rule = unilateralRule(pack);
  if (refused !== null || rule === null) {
    const no = { fact, due: taking.due, holds: false, line: '', why: refused ?? '' };
    return { ...taking, found: [...taking.found, no] };
  }
  const { due } = computeDeadline({ rule, trigger: taking.due, calendar });
  const side = fact.event.side ?? 'board';
  const who = side === 'board' ? 'the district' : 'the union';
  const words = `${day(due, timeZone)} by notice of ${who} on ${day(fact.event.at, timeZone)}`;
  const yes = { fact, due, holds: true, line: `Extended to ${words}`, why: `The time was extended to ${words}.` };
  return { due, used: { ...taking.used, [side]: (taking.used[side] ?? 0) + 1 }, found: [...taking.found, yes] };
}

function taken(
  step: Step,
  pack: AgreementPack,
  facts: Facts,
  before: DueDate,
  calendar: DeadlineCalendar,
): readonly Extension[] {
  const found = occurrences(facts, 'extension-taken').filter((fact) => fact.event.step === step.id);
  if (found.length === 0 || before.kind !== 'known') return [];
  if (pack.kind === 'law') {
    return found.map((fact) => ({
      fact,
      due: before.due,
      holds: false,
      line: '',
      why: 'A time set by law is not extended by notice.',
    }));
  }
  try {
    return found.reduce<Taking>((taking, fact) => take(taking, fact, pack, calendar), {
      due: before.due,
      used: {},
      found: [],
    }).found;
  } catch (error) {
    if (!(error instanceof CannotAnswer)) throw error;
    return [];
  }
}

/** Every longer time recorded for a step, in the order of the facts: agreed by both sides, or taken by one by notice. */
export function extensionsOf(
  step: Step,
  pack: AgreementPack,
  facts: Facts,
  before: DueDate,
  calendar: DeadlineCalendar,
): readonly Extension[] {
  const both = occurrences(facts, 'extension-agreed').flatMap((fact) => {
    const { due } = fact.event;
    return fact.event.step !== step.id || !due ? [] : [agreed(fact, due, step, pack, before, facts.timeZone)];
  });
  return [...both, ...taken(step, pack, facts, before, calendar)].toSorted((a, b) => a.fact.order - b.fact.order);
}

/** A due date with the longer times that hold; one that does not hold is said. */
export function extended(due: DueDate, extensions: readonly Extension[]): DueDate {
  if (due.kind !== 'known' && due.kind !== 'unknown') return due;
  const holding = extensions.filter((extension) => extension.holds);
  const last = holding[holding.length - 1];
  if (last === undefined) {
    const refused = extensions[extensions.length - 1];
    return refused === undefined
      ? due
      : { ...due, why: [due.why, refused.why].filter((why) => why !== null).join(' ') };
  }
  const before = due.kind === 'known' ? due.arithmetic : [due.why];
  const refused = extensions.filter((extension) => !extension.holds).map(({ why }) => why);
  return {
    kind: 'known',
    due: last.due,
    arithmetic: [...before, ...holding.map(({ line }) => line)],
    trigger: due.trigger,
    notBefore: false,
    basis: due.kind === 'known' ? due.basis : '',
    why: [last.why, ...refused].join(' '),
  };
}
