import type { StripDay } from '../../contract/step-view.ts';
import type { StepCalendar } from '../../contract/steps.ts';
import { dayStanding, loadCalendar } from '../agreement/index.ts';
import type { EngineCore } from '../core.ts';
import { keptCalendar } from '../district/index.ts';

type Found = { readonly calendar: StepCalendar | null; readonly refused: { pack: string; problem: string } | null };

function findCalendar({ session, host }: EngineCore): Found {
  const kept = keptCalendar(session.file.connection.readable);
  const id = session.district?.calendar ?? null;
  if (kept !== null || id === null) return { calendar: kept, refused: null };
  try {
    return { calendar: loadCalendar(host.resourcesDir, id), refused: null };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { calendar: null, refused: { pack: `calendar ${id}`, problem } };
  }
}

/**
 * The district's calendar as it stands in this case; null where the case has no district, the district has none, or it
 * cannot be read.
 */
export function sessionCalendar(engine: EngineCore): StepCalendar | null {
  return findCalendar(engine).calendar;
}

/** The district's calendar where it cannot be read, and why: no days are counted, and that is said. */
export function refusedCalendar(engine: EngineCore): Found['refused'] {
  return findCalendar(engine).refused;
}

/** Says of days whether students attend; null where the calendar cannot tell. Answers are remembered. */
export function schoolDays(calendar: StepCalendar | null): (day: string) => boolean | null {
  const known = new Map<string, boolean | null>();
  return (day) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const answer = calendar === null ? null : dayStanding(calendar, day, 'school').counts;
    known.set(day, answer);
    return answer;
  };
}

const MILLISECONDS_PER_DAY = 86_400_000;
const WEEKS = 6;
const DAYS_PER_WEEK = 7;

/** Six weeks from the Monday before today: what the strip above the rails shows. */
export function stripFrom(today: string, calendar: StepCalendar | null): StripDay[] {
  const start = Date.parse(`${today}T00:00:00Z`);
  const monday = start - ((new Date(start).getUTCDay() + DAYS_PER_WEEK - 1) % DAYS_PER_WEEK) * MILLISECONDS_PER_DAY;
  return Array.from({ length: WEEKS * DAYS_PER_WEEK }, (_, index) => {
    const date = new Date(monday + index * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
    if (calendar === null) return { date, school: null, reason: null };
    const { counts, because } = dayStanding(calendar, date, 'school');
    const reason = /\((.+)\)$/.exec(because ?? '')?.[1] ?? null;
    return { date, school: counts, reason: counts === null ? 'not in the calendar' : reason };
  });
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The day of a moment on a clock. */
export function dayInZone(moment: string, timeZone: string): string {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  clocks.set(timeZone, clock);
  return clock.format(new Date(moment));
}
