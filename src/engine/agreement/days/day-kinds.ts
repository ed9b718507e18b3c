import type { DayKind, Summer } from '../../../contract/deadline.ts';
import { assertNever } from '../../../contract/errors.ts';
import type { HolidayList, PreparedCalendar } from './calendar.ts';
import { CannotAnswer } from './cannot-answer.ts';
import { type Day, isWeekend, partsOf, wordsOf } from './day.ts';
import { placeInYears, schoolYearOf } from './school-years.ts';

/** Whether a day is of a kind, and in words why not (or why it is, where that is not plain). */
export type Standing = { readonly counts: boolean; readonly because: string | null };

const COUNTS: Standing = { counts: true, because: null };

function no(what: string, reason: string | null): Standing {
  return { counts: false, because: reason === null ? what : `${what} (${reason})` };
}

function weekday(day: Day, holidays: HolidayList, what: string, listName: string): Standing {
  if (isWeekend(day)) return no(what, 'weekend');
  const year = partsOf(day).year;
  if (holidays.covers === null || year < holidays.covers.from || year > holidays.covers.to) {
    throw new CannotAnswer(
      `${wordsOf(day, true)} cannot be judged: the calendar has no ${listName} for ${year}. Add them to the calendar.`,
      [`${year} ${listName}`],
    );
  }
  const holiday = holidays.byDay.get(day);
  return holiday === undefined ? COUNTS : no(what, holiday ?? 'holiday');
}

function business(day: Day, calendar: PreparedCalendar): Standing {
  return weekday(day, calendar.legalHolidays, 'no business day', 'legal holidays');
}

function unknownYear(day: Day): CannotAnswer {
  const year = schoolYearOf(day);
  return new CannotAnswer(
    `${wordsOf(day, true)} cannot be judged: the calendar has no school year from July ${year - 1} to June ${year}. Add that year's calendar.`,
    [`${year} school year`],
  );
}

/** A day that lies between two student years, for an agreement that says how its school days run in summer. */
function summerDay(day: Day, what: string, calendar: PreparedCalendar, summer: Summer): Standing {
  switch (summer) {
    case 'tolled':
      return no(what, 'between school years');
    case 'weekdays': {
      const standing = business(day, calendar);
      return standing.counts ? { counts: true, because: 'a weekday of the summer' } : standing;
    }
    case 'calendar':
      return { counts: true, because: 'a day of the summer' };
    default:
      return assertNever(summer, 'summer rule');
  }
}

function school(day: Day, calendar: PreparedCalendar, summer: Summer): Standing {
  const what = 'no school';
  const place = placeInYears(calendar.years, day);
  if (place.kind === 'student-year') {
    const reason = place.year.noSchool.get(day);
    if (reason !== undefined) return no(what, reason);
    if (isWeekend(day)) return no(what, null);
    return calendar.snowDays.has(day) ? no(what, 'snow day') : COUNTS;
  }
  // No school is held on a weekend of any year: that much is known without a calendar, unless summer days count.
  if (isWeekend(day) && (place.kind === 'unknown' ? summer !== 'calendar' : summer === 'tolled')) return no(what, null);
  if (place.kind === 'unknown') throw unknownYear(day);
  return summerDay(day, what, calendar, summer);
}

function staffDay(day: Day, calendar: PreparedCalendar): Standing | null {
  if (calendar.snowDays.has(day)) return null;
  for (const year of calendar.years) {
    const reason = year.staffOnly.get(day);
    if (reason !== undefined) return { counts: true, because: reason ?? 'staff only' };
    const beforeStudents = year.firstTeacher !== null && day >= year.firstTeacher && day < year.first;
    if (beforeStudents && !isWeekend(day)) return { counts: true, because: "before the students' first day" };
  }
  return null;
}

function duty(day: Day, calendar: PreparedCalendar, summer: Summer): Standing {
  const staff = staffDay(day, calendar);
  if (staff !== null) return staff;
  const standing = school(day, calendar, summer);
  if (standing.counts || standing.because === null) return standing;
  return { counts: false, because: standing.because.replace(/^no school/, 'no duty day') };
}

/**
 * Whether a day is of a kind. A weekend is never a school, working or business day, so it needs no list; a weekday
 * outside what the calendar covers throws CannotAnswer: never a guess.
 */
export function standingOf(day: Day, kind: DayKind, calendar: PreparedCalendar, summer: Summer): Standing {
  switch (kind) {
    case 'calendar':
      return COUNTS;
    case 'school':
      return school(day, calendar, summer);
    case 'duty':
      return duty(day, calendar, summer);
    case 'working':
      return weekday(day, calendar.contractHolidays, 'no working day', 'contract holidays');
    case 'business':
      return business(day, calendar);
    default:
      return assertNever(kind, 'day kind');
  }
}
