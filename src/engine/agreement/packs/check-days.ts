import type { AgreementPack, Limit } from '../../../contract/agreement.ts';
import { DayKind } from '../../../contract/deadline.ts';
import { assertNever } from '../../../contract/errors.ts';
import type { StepCalendar } from '../../../contract/steps.ts';
import { grievanceSteps } from './grievance-steps.ts';

type Problem = { readonly where: string; readonly problem: string };

function countable(kind: DayKind, calendar: StepCalendar): boolean {
  switch (kind) {
    case 'calendar':
      return true;
    case 'school':
    case 'duty':
      return calendar.years.length > 0;
    case 'working':
      return calendar.contractHolidays.length > 0;
    case 'business':
      return calendar.legalHolidays.length > 0;
    default:
      return assertNever(kind, 'day kind');
  }
}

function rollKind(roll: string | null | undefined): readonly DayKind[] {
  const parsed = DayKind.safeParse(roll?.split(':')[1]);
  return parsed.success ? [parsed.data] : [];
}

/** The kinds of day that one limit needs; null among them where the pack does not say which. */
function kindsOfLimit(limit: Limit, pack: AgreementPack): readonly (DayKind | null)[] {
  const usual = pack.days.default;
  if (limit.hours !== null && limit.hours !== undefined) return [];
  if (limit.by) return rollKind(limit.roll ?? usual?.roll);
  const rolled = rollKind(limit.roll ?? usual?.roll);
  if (limit.months !== null && limit.months !== undefined) return rolled;
  if (limit.days === null || limit.days === undefined) return rolled;
  const kind = limit.dayKind ?? usual?.dayKind ?? null;
  const summer = limit.summer ?? usual?.summer;
  const inSummer: readonly DayKind[] =
    (kind === 'school' || kind === 'duty') && summer === 'weekdays' ? ['business'] : [];
  const cutoff: readonly DayKind[] = usual?.receiptCutoff ? [usual.cutoffKind ?? 'business'] : [];
  return [kind, ...rolled, ...inSummer, ...cutoff];
}

function countsOf(limit: Limit): number {
  return [limit.days, limit.months, limit.hours, limit.by].filter((value) => value !== null && value !== undefined)
    .length;
}

const BLANK = 'a limit has no number, and only a form (status: form) may leave it blank';
const BLANK_STEP = `${BLANK}; where the paper gives none, take the limit out and name the beginning in startsWith`;
const BLANK_LEVEL = `${BLANK}; where the paper gives none, set the meeting or the answer itself to null`;

function limitProblems(
  limit: Limit,
  pack: AgreementPack,
  calendars: readonly StepCalendar[] | null,
  blank: string,
): readonly string[] {
  const counts = countsOf(limit);
  if (counts > 1) return ['a limit has more than one of days, months, hours and a fixed day'];
  if (counts === 0) return pack.status === 'form' ? [] : [blank];
  const kinds = kindsOfLimit(limit, pack);
  const bare = kinds.includes(null)
    ? ['a limit in days does not say which kind of day, and the pack has no default']
    : [];
  if (calendars === null) return bare;
  const uncounted = kinds.filter((kind) => kind !== null && !calendars.some((calendar) => countable(kind, calendar)));
  return [...bare, ...uncounted.map((kind) => `no calendar can count ${kind} days`)];
}

/** Limits that nothing can count: no number, no kind of day, or a kind of day without a calendar. */
export function checkDays(pack: AgreementPack, calendars: readonly StepCalendar[] | null): readonly Problem[] {
  const written = pack.steps.map((step) => ({ step, blank: BLANK_STEP }));
  const ofLevels = grievanceSteps(pack).map((step) => ({ step, blank: BLANK_LEVEL }));
  return [...written, ...ofLevels].flatMap(({ step, blank }) =>
    step.limits.flatMap((limit) =>
      [...new Set(limitProblems(limit, pack, calendars, blank))].map((problem) => ({
        where: `step ${step.id}`,
        problem,
      })),
    ),
  );
}
