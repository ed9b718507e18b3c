import type { AgeingAnswer, AgreementPack, PastDiscipline } from '../../../contract/agreement.ts';
import { assertNever } from '../../../contract/errors.ts';
import { type Day, dateOf, dayOf, dayOfDate, wordsOf } from '../days/day.ts';
import { compareText } from '../days/order.ts';

type Rule = AgreementPack['ageing'][number];
type Leave = { readonly from: Day; readonly to: Day };

const KEPT =
  'It stays in the records of the district: a contract cannot order its destruction (Lieberman v. SBLR, 216 Conn. 253).';

/** The last day of a window of months, as a limit in months is counted: the day of the discipline is not in it. */
function endOf(start: Day, months: number): Day {
  return dayOfDate(dateOf(start).add({ months }));
}

function daysWithin(leave: Leave, start: Day, end: Day): number {
  return Math.max(0, Math.min(leave.to, end) - Math.max(leave.from, start + 1) + 1);
}

/** The end of a window that long leaves lengthen, day for day; a leave reached by the longer window lengthens it too. */
function endWithLeaves(start: Day, months: number, leaves: readonly Leave[]): Day {
  const plain = endOf(start, months);
  let end = plain;
  for (;;) {
    const added = leaves.reduce((sum, leave) => sum + daysWithin(leave, start, end), 0);
    if (plain + added === end) return end;
    end = plain + added;
  }
}

function isSimilar(one: PastDiscipline, other: PastDiscipline): boolean {
  return one.subject !== null && one.subject === other.subject;
}

type Window = { readonly end: Day; readonly resets: readonly PastDiscipline[] };

/** The window of one item: anew from each similar one that fell into it. One that came after the end revives nothing. */
function windowOf(
  item: PastDiscipline,
  months: number,
  rule: Rule,
  others: readonly PastDiscipline[],
  leaves: readonly Leave[],
): Window {
  const resets: PastDiscipline[] = [];
  let end = endWithLeaves(dayOf(item.on), months, leaves);
  if (!rule.resetOnSimilar) return { end, resets };
  const later = others
    .filter((other) => other.id !== item.id && other.on >= item.on && isSimilar(item, other))
    .toSorted((a, b) => compareText(a.on, b.on) || compareText(a.id, b.id));
  for (const other of later) {
    if (dayOf(other.on) > end) break;
    resets.push(other);
    end = endWithLeaves(dayOf(other.on), months, leaves);
  }
  return { end, resets };
}

function agedWords(mode: Rule['mode'], since: string): string {
  switch (mode) {
    case 'not-relied-on':
      return `Not relied on since ${since}.`;
    case 'moved-from-active-file':
      return `Out of the active file since ${since}, and not relied on.`;
    case 'marked-not-relevant':
      return `Marked as no longer relevant since ${since}, and not relied on.`;
    case 'moved-on-request':
      return `Moved from the active file on request, and not relied on; this was possible since ${since}.`;
    case 'keep':
      return 'It does not age.';
    default:
      return assertNever(mode, 'mode of ageing');
  }
}

type Asked = {
  readonly pack: AgreementPack;
  readonly items: readonly PastDiscipline[];
  readonly on: Day;
  readonly leaves: readonly { from: string; to: string | null }[];
};

function countedOut(rule: Rule, asked: Asked): readonly Leave[] {
  const over = rule.leaveOverDaysNotCounted ?? null;
  if (over === null) return [];
  return asked.leaves
    .map(({ from, to }) => ({ from: dayOf(from), to: to === null ? asked.on : dayOf(to) }))
    .filter((leave) => leave.to - leave.from + 1 > over);
}

/** Why an item stays alive whatever its age; null where it can age. */
function neverAges(item: PastDiscipline, rule: Rule | undefined, pack: AgreementPack): string | null {
  if (rule === undefined) return `The agreement says nothing about the ageing of this (${item.item}).`;
  const exception = rule.exceptions.find((each) => item.conduct.includes(each));
  if (exception !== undefined) return `It does not age, because it concerns ${exception} (${rule.article}).`;
  if (rule.afterMonths === null) {
    return pack.status === 'form'
      ? `The number of months in ${rule.article} has not been entered from the signed agreement.`
      : `It does not age (${rule.article}).`;
  }
  return null;
}

function answerOf(item: PastDiscipline, asked: Asked): AgeingAnswer {
  const rule = asked.pack.ageing.find((each) => each.item === item.item);
  const base = { id: item.id, article: rule?.article ?? null, mode: rule?.mode ?? null, kept: KEPT };
  const stays = { ...base, live: true, lastDay: null, mayBeAsked: false };
  if (dayOf(item.on) > asked.on) return { ...stays, live: false, why: 'It had not been issued on that day.' };
  const never = neverAges(item, rule, asked.pack);
  if (never !== null || rule === undefined || rule.afterMonths === null || rule.mode === 'keep') {
    return { ...stays, why: never ?? 'It does not age.' };
  }
  const known = asked.items.filter((other) => dayOf(other.on) <= asked.on);
  const { end, resets } = windowOf(item, rule.afterMonths, rule, known, countedOut(rule, asked));
  const again = resets.at(-1);
  const because =
    again === undefined ? '' : ` The months began anew with something similar on ${wordsOf(dayOf(again.on), true)}.`;
  const lastDay = dateOf(end).toString();
  if (asked.on <= end) {
    return {
      ...stays,
      lastDay,
      why: `May be relied on until ${wordsOf(end, true)} (${rule.afterMonths} months, ${rule.article}).${because}`,
    };
  }
  const since = wordsOf(end + 1, true);
  const requested = item.moveRequestedOn !== null && dayOf(item.moveRequestedOn) <= asked.on;
  if (rule.mode === 'moved-on-request' && !requested) {
    return {
      ...stays,
      lastDay,
      mayBeAsked: true,
      why: `Since ${since} it is moved from the active file on request (${rule.article}); nobody has asked.${because}`,
    };
  }
  return {
    ...base,
    live: false,
    lastDay,
    mayBeAsked: false,
    why: `${agedWords(rule.mode, since)} (${rule.article})${because}`,
  };
}

/**
 * Which past discipline an agreement still lets a district rely on, on a day. Each answer says until when, or since when
 * not, and why; nothing is ever destroyed. `leaves` are days (both included) that may not count towards the months.
 * Pure: the order of the items changes nothing but the order of the answers.
 */
export function liveDiscipline(
  items: readonly PastDiscipline[],
  pack: AgreementPack,
  onDate: string,
  leaves: readonly { from: string; to: string | null }[] = [],
): readonly AgeingAnswer[] {
  const asked = { pack, items, on: dayOf(onDate), leaves };
  return items.map((item) => answerOf(item, asked));
}
