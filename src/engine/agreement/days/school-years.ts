import type { DatedReason, SchoolYear } from '../../../contract/deadline.ts';
import { CannotAnswer } from './cannot-answer.ts';
import { type Day, dateOf, dayOf, dayOfDate, isoOf, isWeekend, partsOf } from './day.ts';
import { Temporal } from './temporal.ts';

/** A school year made ready for counting. */
export type PreparedYear = {
  readonly firstTeacher: Day | null;
  readonly first: Day;
  /** The last student day after every snow day has moved it; null where the year is open at its end. */
  readonly last: Day | null;
  /** Snow days that moved the last student day. */
  readonly moved: number;
  readonly noSchool: ReadonlyMap<Day, string | null>;
  readonly staffOnly: ReadonlyMap<Day, string | null>;
  /** The days for which this year's calendar answers, both included; `answersTo` is null where it is open. */
  readonly answersFrom: Day;
  readonly answersTo: Day | null;
};

const JULY = 7;
const JUNE = 6;
const LAST_OF_JUNE = 30;

export function reasonsByDay(entries: readonly DatedReason[]): ReadonlyMap<Day, string | null> {
  return new Map(entries.map((entry) => [dayOf(entry.date), entry.reason]));
}

/** The calendar year in which the school year of a day ends, by which it is named: the 2027 school year begins in July 2026. */
export function schoolYearOf(day: Day): number {
  const { year, month } = partsOf(day);
  return month >= JULY ? year + 1 : year;
}

/** 1 July on or before a day: Connecticut's school year runs from 1 July to 30 June. */
function startOfSchoolYear(day: Day): Day {
  const date = dateOf(day);
  const year = date.month >= JULY ? date.year : date.year - 1;
  return dayOfDate(Temporal.PlainDate.from({ year, month: JULY, day: 1 }));
}

/** 30 June on or after a day. */
function endOfSchoolYear(day: Day): Day {
  const date = dateOf(day);
  const year = date.month > JUNE ? date.year + 1 : date.year;
  return dayOfDate(Temporal.PlainDate.from({ year, month: JUNE, day: LAST_OF_JUNE }));
}

function nextSchoolWeekday(after: Day, noSchool: ReadonlyMap<Day, string | null>): Day {
  let day = after + 1;
  while (isWeekend(day) || noSchool.has(day)) day += 1;
  return day;
}

/**
 * Moves the last student day one school weekday later for each snow day that fell on a school day. Snow days are taken
 * in the order of the year, so that one which falls on a day already added moves the end again.
 */
function moveLastDay(first: Day, planned: Day, noSchool: ReadonlyMap<Day, string | null>, snowDays: readonly Day[]) {
  let last = planned;
  let moved = 0;
  for (const snowDay of snowDays) {
    const wasSchoolDay = snowDay >= first && snowDay <= last && !isWeekend(snowDay) && !noSchool.has(snowDay);
    if (!wasSchoolDay) continue;
    last = nextSchoolWeekday(last, noSchool);
    moved += 1;
  }
  return { last, moved };
}

function prepareYear(year: SchoolYear, snowDays: readonly Day[]): PreparedYear {
  const first = dayOf(year.firstStudentDay);
  const firstTeacher = year.firstTeacherDay ? dayOf(year.firstTeacherDay) : null;
  const noSchool = reasonsByDay(year.noSchool);
  const planned = year.lastStudentDay ? dayOf(year.lastStudentDay) : null;
  if (planned !== null && planned < first) {
    throw new CannotAnswer(
      `The school year that begins on ${year.firstStudentDay} ends before it begins, on ${year.lastStudentDay}.`,
      [],
    );
  }
  const end = planned === null ? null : moveLastDay(first, planned, noSchool, snowDays);
  const opens = startOfSchoolYear(first);
  return {
    firstTeacher,
    first,
    last: end?.last ?? null,
    moved: end?.moved ?? 0,
    noSchool,
    staffOnly: reasonsByDay(year.staffOnly),
    answersFrom: firstTeacher === null ? opens : Math.min(opens, firstTeacher),
    // Snow may carry the last day past June; of the school year after that nothing is known.
    answersTo: end === null ? null : Math.max(end.last, endOfSchoolYear(first)),
  };
}

/** Closes an open year where the next one begins, and refuses years that overlap. */
function settleNeighbours(years: readonly PreparedYear[]): readonly PreparedYear[] {
  return years.map((year, index) => {
    const next = years[index + 1];
    if (next === undefined) return year;
    if (year.last !== null && year.last >= next.first) {
      throw new CannotAnswer(
        `Two school years overlap: one ends on ${isoOf(year.last)} (snow days included), the next begins on ${isoOf(next.first)}.`,
        [],
      );
    }
    if (year.last !== null) return year;
    const nextStarts = next.firstTeacher === null ? next.first : Math.min(next.firstTeacher, next.first);
    return { ...year, answersTo: nextStarts - 1 };
  });
}

/** The school years in order, with their last days moved by the snow days. */
export function prepareYears(years: readonly SchoolYear[], snowDays: readonly Day[]): readonly PreparedYear[] {
  const prepared = years.map((year) => prepareYear(year, snowDays));
  return settleNeighbours(prepared.toSorted((a, b) => a.first - b.first));
}

/** Where a day lies: in a student year, before or between student years that are known, or outside all knowledge. */
export type PlaceInYears =
  | { readonly kind: 'student-year'; readonly year: PreparedYear }
  | { readonly kind: 'between'; readonly year: PreparedYear }
  | { readonly kind: 'unknown' };

export function placeInYears(years: readonly PreparedYear[], day: Day): PlaceInYears {
  for (const year of years) {
    const end = year.last ?? year.answersTo;
    if (day >= year.first && (end === null || day <= end)) return { kind: 'student-year', year };
  }
  for (const year of years) {
    if (day >= year.answersFrom && (year.answersTo === null || day <= year.answersTo)) return { kind: 'between', year };
  }
  return { kind: 'unknown' };
}
