import type { DeadlineCalendarInput } from '../../src/contract/deadline.ts';

/*
 * The calendar on which the worked deadlines were counted by hand. It is written out here, not loaded, so that the table
 * stays true when a sample calendar changes.
 *
 *   2025-26: teachers Mon 25 Aug, students Thu 28 Aug 2025 to Fri 12 Jun 2026. Two snow days (Tue 27 Jan, Tue 24 Feb)
 *   move the last student day to Mon 15 Jun and then to Tue 16 Jun.
 *   2026-27: teachers Mon 24 Aug, students Thu 27 Aug 2026 to Fri 11 Jun 2027.
 */
const noSchool2025 = [
  ['2025-09-01', 'Labor Day'],
  ['2025-09-23', 'Rosh Hashanah'],
  ['2025-10-02', 'Yom Kippur'],
  ['2025-10-13', 'Columbus Day'],
  ['2025-11-04', 'Professional development'],
  ['2025-11-11', 'Veterans Day'],
  ['2025-11-27', 'Thanksgiving recess'],
  ['2025-11-28', 'Thanksgiving recess'],
  ['2025-12-24', 'Winter recess'],
  ['2025-12-25', 'Winter recess'],
  ['2025-12-26', 'Winter recess'],
  ['2025-12-29', 'Winter recess'],
  ['2025-12-30', 'Winter recess'],
  ['2025-12-31', 'Winter recess'],
  ['2026-01-01', 'Winter recess'],
  ['2026-01-02', 'Winter recess'],
  ['2026-01-19', 'Martin Luther King Day'],
  ['2026-02-16', "Presidents' Day"],
  ['2026-02-17', 'February recess'],
  ['2026-03-13', 'Professional development'],
  ['2026-04-03', 'Good Friday'],
  ['2026-04-13', 'Spring recess'],
  ['2026-04-14', 'Spring recess'],
  ['2026-04-15', 'Spring recess'],
  ['2026-04-16', 'Spring recess'],
  ['2026-04-17', 'Spring recess'],
  ['2026-05-25', 'Memorial Day'],
] as const;

const noSchool2026 = [
  ['2026-09-07', 'Labor Day'],
  ['2026-09-21', 'Yom Kippur'],
  ['2026-10-12', 'Columbus Day'],
  ['2026-11-03', 'Professional development'],
  ['2026-11-11', 'Veterans Day'],
  ['2026-11-26', 'Thanksgiving recess'],
  ['2026-11-27', 'Thanksgiving recess'],
  ['2026-12-24', 'Winter recess'],
  ['2026-12-25', 'Winter recess'],
  ['2026-12-28', 'Winter recess'],
  ['2026-12-29', 'Winter recess'],
  ['2026-12-30', 'Winter recess'],
  ['2026-12-31', 'Winter recess'],
  ['2027-01-01', 'Winter recess'],
] as const;

const legal = [
  ['2025-01-01', "New Year's Day"],
  ['2025-11-11', 'Veterans Day'],
  ['2025-11-27', 'Thanksgiving Day'],
  ['2025-12-25', 'Christmas Day'],
  ['2026-01-01', "New Year's Day"],
  ['2026-01-19', 'Martin Luther King Day'],
  ['2026-02-12', 'Lincoln Day'],
  ['2026-02-16', "Washington's Birthday"],
  ['2026-04-03', 'Good Friday'],
  ['2026-05-25', 'Memorial Day'],
  ['2026-06-19', 'Juneteenth'],
  ['2026-07-03', 'Independence Day (observed)'],
  ['2026-09-07', 'Labor Day'],
  ['2026-12-25', 'Christmas Day'],
] as const;

const contract = [
  ['2025-11-27', 'Thanksgiving Day'],
  ['2025-11-28', 'Day after Thanksgiving'],
  ['2025-12-25', 'Christmas Day'],
  ['2026-01-01', "New Year's Day"],
  ['2026-02-16', "Presidents' Day"],
  ['2026-07-03', 'Independence Day (observed)'],
  ['2026-09-07', 'Labor Day'],
  ['2026-12-25', 'Christmas Day'],
] as const;

function dated(list: readonly (readonly [string, string])[]) {
  return list.map(([date, reason]) => ({ date, reason }));
}

/** The calendar of most rows. Holiday lists cover 2025 and 2026. */
export const twoYears: DeadlineCalendarInput = {
  timeZone: 'America/New_York',
  years: [
    {
      firstTeacherDay: '2025-08-25',
      firstStudentDay: '2025-08-28',
      lastStudentDay: '2026-06-12',
      lastTeacherDay: '2026-06-15',
      noSchool: dated(noSchool2025),
      staffOnly: dated([
        ['2025-11-04', 'Professional development'],
        ['2026-03-13', 'Professional development'],
        ['2026-06-15', "Teachers' last day"],
      ]),
    },
    {
      firstTeacherDay: '2026-08-24',
      firstStudentDay: '2026-08-27',
      lastStudentDay: '2027-06-11',
      lastTeacherDay: '2027-06-14',
      noSchool: dated(noSchool2026),
      staffOnly: dated([
        ['2026-11-03', 'Professional development'],
        ['2027-06-14', "Teachers' last day"],
      ]),
    },
  ],
  legalHolidays: dated(legal),
  contractHolidays: dated(contract),
  snowDays: ['2026-01-27', '2026-02-24'],
};

/** Students Mon 4 May to Fri 12 Jun 2026; no school on Mon 25 May and Mon 15 Jun. For what snow does to the end. */
export function springTerm(snowDays: readonly string[]): DeadlineCalendarInput {
  return {
    timeZone: 'America/New_York',
    years: [
      {
        firstStudentDay: '2026-05-04',
        lastStudentDay: '2026-06-12',
        noSchool: dated([
          ['2026-05-25', 'Memorial Day'],
          ['2026-06-15', 'Closed'],
        ]),
        staffOnly: [],
      },
    ],
    legalHolidays: [],
    contractHolidays: [],
    snowDays: [...snowDays],
  };
}

/** A year whose last student day is not set yet. */
export const openYear: DeadlineCalendarInput = {
  timeZone: 'America/New_York',
  years: [{ firstStudentDay: '2025-08-28', noSchool: dated(noSchool2025), staffOnly: [] }],
  legalHolidays: [],
  contractHolidays: [],
  snowDays: ['2026-01-27'],
};

/** An open year followed by one whose teachers begin on Mon 24 Aug and students on Thu 27 Aug 2026. */
export const openThenNext: DeadlineCalendarInput = {
  ...openYear,
  years: [
    { firstStudentDay: '2025-08-28', noSchool: dated(noSchool2025), staffOnly: [] },
    {
      firstTeacherDay: '2026-08-24',
      firstStudentDay: '2026-08-27',
      lastStudentDay: '2027-06-11',
      noSchool: [],
      staffOnly: [],
    },
  ],
};
