import type { Moment } from '../../contract/moment.ts';
import type { Account, Person } from '../../contract/person.ts';
import type { Approval } from '../../contract/person-records.ts';
import { includesWeekday, readClock } from '../policy/index.ts';

/**
 * What is on record of somebody at a moment, in words that a machine and a person read alike: a break within the working
 * day, a day off, an approval. Nothing where the moment is not sure.
 */
export function onRecord(
  author: Person | null,
  moment: Moment | null,
  approvals: readonly Approval[],
): readonly string[] {
  const day = localDay(moment);
  if (author === null || day === null) return [];
  const off = author.employment?.daysOff.filter(({ from, until }) => from <= day && day <= until) ?? [];
  const approved = approvals.filter(
    ({ personId, from, until }) => personId === author.id && from <= day && (until === null || day <= until),
  );
  return [
    ...breaksAt(author, moment).map(
      ({ kind, from, to }) => `${NAMES[kind]} ${from}-${to}, as the work schedule has it.`,
    ),
    ...off.map(({ why }) => `Day off on record: ${why}.`),
    ...approved.map(({ what, givenBy }) => `On file: ${givenBy} approved ${what}.`),
  ];
}

const NAMES = { lunch: 'Lunch', preparation: 'Prep period', other: 'Break' } as const;

/** The recorded breaks in which a moment lies. */
export function breaksAt(author: Person, moment: Moment | null): NonNullable<Person['employment']>['breaks'] {
  const day = localDay(moment);
  const minutes = minutesOf(moment);
  if (day === null || minutes === null) return [];
  const weekday = ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
  return (author.employment?.breaks ?? []).filter(({ days, from, to }) => {
    const [start, end] = [readClock(from), readClock(to)];
    return (
      start !== null && end !== null && minutes >= start && minutes < end && includesWeekday(days, weekday) === true
    );
  });
}

/** The day on the source's own clock; null where it could be read otherwise. */
export function localDay(moment: Moment | null): string | null {
  if (moment === null || moment.certainty === 'ambiguous') return null;
  return (moment.local ?? moment.instant)?.slice(0, 10) ?? null;
}

function minutesOf(moment: Moment | null): number | null {
  const clock = /T(\d\d):(\d\d)/.exec(moment?.local ?? '');
  return clock === null ? null : Number(clock[1]) * 60 + Number(clock[2]);
}

/**
 * Whether a profile disclaimed speaking for the district on a day, as it was last seen until then. What was seen only later
 * says nothing of that day; where nothing was dated, what is said of the account as a whole.
 */
export function disclaimerOn(account: Account, day: string | null): boolean | null {
  if (account.disclaimers.length === 0 || day === null) return account.disclaimer;
  const before = account.disclaimers
    .filter(({ seenOn }) => seenOn <= day)
    .toSorted((a, b) => a.seenOn.localeCompare(b.seenOn));
  return before.at(-1)?.shown ?? null;
}
