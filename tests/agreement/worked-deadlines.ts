import type { CountRule, DayKind, DeadlineCalendarInput } from '../../src/contract/deadline.ts';
import { openThenNext, openYear, springTerm, twoYears } from './worked-calendars.ts';

export type Worked = {
  readonly rule: CountRule;
  readonly trigger: string;
  readonly due: string;
  readonly why: string;
  readonly more?: { readonly tolling?: readonly { from: string; to: string }[]; readonly restartedBy?: string };
  readonly calendar?: DeadlineCalendarInput;
};

function kind(dayKind: DayKind) {
  return (days: number, rest: Partial<CountRule> = {}): CountRule => ({ days, dayKind, ...rest });
}
const calendar = kind('calendar');
const school = kind('school');
const duty = kind('duty');
const working = kind('working');
const business = kind('business');
const hours = (count: number, rest: Partial<CountRule> = {}): CountRule => ({ hours: count, ...rest });
const months = (count: number, rest: Partial<CountRule> = {}): CountRule => ({ months: count, ...rest });

const triggerCounts = { excludeTriggerDay: false } as const;
const four = { receiptCutoff: '16:00' } as const;

function row(
  rule: CountRule,
  trigger: string,
  due: string,
  why: string,
  more: Pick<Worked, 'more' | 'calendar'> = {},
): Worked {
  return { rule, trigger, due, why, ...more };
}

/*
 * Counted by hand on a wall calendar; the reason shows the count. Numbers in brackets are day numbers, x is a day that
 * does not count.
 */
export const calendarDays: readonly Worked[] = [
  row(calendar(5), '2026-02-12', '2026-02-17', 'weekend and holiday count: 13 14 15 16 17'),
  row(calendar(10), '2026-02-20', '2026-03-02', 'February 2026 has 28 days: 8 in February, 2 in March'),
  row(calendar(10), '2024-02-20', '2024-03-01', 'February 2024 has 29 days: 9 in February, 1 in March'),
  row(calendar(1), '2025-12-31', '2026-01-01', 'the year turns; a holiday is a calendar day'),
  row(calendar(30), '2026-01-15', '2026-02-14', '16 in January, 14 in February; a Saturday, and nothing rolls'),
  row(
    calendar(30, { roll: 'forward:business' }),
    '2026-01-15',
    '2026-02-17',
    'Sat 14 → Sun 15 → Mon 16 holiday → Tue 17',
  ),
  row(calendar(30, { roll: 'backward:business' }), '2026-01-15', '2026-02-13', 'Sat 14 → Fri 13, a business day'),
  row(calendar(0), '2026-02-14', '2026-02-14', 'no days: the same day'),
  row(
    calendar(0, { roll: 'forward:business' }),
    '2026-02-14',
    '2026-02-17',
    'the same day is a Saturday, so it rolls over the holiday',
  ),
  row(calendar(5, triggerCounts), '2026-03-02', '2026-03-06', '2(1) 3(2) 4(3) 5(4) 6(5)'),
  row(calendar(1, triggerCounts), '2026-03-02', '2026-03-02', 'the day of the event is day 1'),
  row(calendar(90), '2026-06-06', '2026-09-04', '24 in June, 31 in July, 31 in August, 4 in September'),
  row(calendar(365), '2026-03-01', '2027-03-01', 'no 29 February on the way'),
  row(calendar(366), '2027-03-01', '2028-03-01', '29 February 2028 is on the way'),
  row(calendar(-5), '2026-03-10', '2026-03-05', '9(1) 8(2) 7(3) 6(4) 5(5)'),
  row(calendar(-10), '2026-03-05', '2026-02-23', '4 in March, 6 back in February: 28 27 26 25 24 23'),
  row(calendar(-3), '2026-01-02', '2025-12-30', '1 Jan(1) 31 Dec(2) 30(3)'),
  row(calendar(-5, triggerCounts), '2026-03-10', '2026-03-06', '10(1) 9(2) 8(3) 7(4) 6(5)'),
  row(calendar(10, { roll: 'forward:school' }), '2026-05-21', '2026-06-01', 'Sun 31 May → Mon 1 Jun'),
  row(calendar(4, { roll: 'backward:school' }), '2026-05-21', '2026-05-22', 'Mon 25 Memorial Day → Sun → Sat → Fri 22'),
  row(calendar(20), '2026-04-24', '2026-05-14', '6 in April, 14 in May'),
  row(
    calendar(10, { roll: 'forward:duty' }),
    '2026-03-03',
    '2026-03-13',
    'Fri 13 is professional development: staff work',
  ),
  row(calendar(10, { roll: 'forward:school' }), '2026-03-03', '2026-03-16', 'Fri 13 no students → Sat → Sun → Mon 16'),
  row(calendar(10, { roll: 'forward:school' }), '2026-02-14', '2026-02-25', 'Tue 24 is a snow day → Wed 25'),
  row(calendar(10, { roll: 'forward:working' }), '2026-02-14', '2026-02-24', 'a snow day is a working day'),
  row(
    calendar(14, { roll: 'forward:school' }),
    '2025-12-11',
    '2026-01-05',
    '25 Dec → recess until Fri 2 Jan → Mon 5 Jan',
  ),
  row(calendar(14, { roll: 'backward:school' }), '2025-12-11', '2025-12-23', '25 → 24 recess → Tue 23'),
  row(calendar(14, { roll: 'forward:business' }), '2025-12-11', '2025-12-26', '25 holiday → Fri 26 is a business day'),
  row(calendar(14, { roll: 'backward:working' }), '2025-12-11', '2025-12-24', '25 contract holiday → Wed 24'),
  row(
    calendar(10, { roll: 'forward:calendar' }),
    '2026-03-05',
    '2026-03-15',
    'every day is a calendar day: nothing rolls',
  ),
  row(
    calendar(10, { roll: 'backward:school' }),
    '2026-06-18',
    '2026-06-16',
    '28 Jun lies after the last student day, 16 Jun',
  ),
  row(
    calendar(10, { roll: 'forward:school' }),
    '2026-07-10',
    '2026-08-27',
    '20 Jul lies in summer → students return on 27 Aug',
  ),
  row(
    calendar(10, { roll: 'forward:duty' }),
    '2026-07-10',
    '2026-08-24',
    '20 Jul lies in summer → teachers return on 24 Aug',
  ),
];

export const timesOfDay: readonly Worked[] = [
  row(calendar(2), '2026-03-11T02:30:00Z', '2026-03-12', '22:30 on 10 March in Connecticut: 11(1) 12(2)'),
  row(calendar(2), '2026-03-11T04:30:00Z', '2026-03-13', '00:30 on 11 March in Connecticut: 12(1) 13(2)'),
  row(calendar(2), '2026-01-11T04:30:00Z', '2026-01-12', '23:30 on 10 January, winter time: 11(1) 12(2)'),
  row(calendar(3), '2026-03-10T23:59:59-04:00', '2026-03-13', 'one second before midnight is still the 10th'),
  row(
    calendar(1),
    '2026-03-10T21:30:00-07:00',
    '2026-03-12',
    '21:30 in California is 00:30 on the 11th in Connecticut',
  ),
  row(calendar(2), '2026-03-10T22:00:00', '2026-03-12', 'without an offset it is read in the calendar’s zone'),
  row(
    calendar(1),
    '2026-11-01T01:30:00',
    '2026-11-02',
    'an hour that the clock shows twice lies on one day all the same',
  ),
  row(school(1), '2026-03-09T03:00:00Z', '2026-03-09', '23:00 on Sunday the 8th in Connecticut: Mon 9(1)'),
];

export const schoolDays: readonly Worked[] = [
  row(school(5), '2026-02-12T09:30:00-05:00', '2026-02-23', '13(1) 14x 15x 16x 17x 18(2) 19(3) 20(4) 21x 22x 23(5)'),
  row(school(1), '2026-02-13', '2026-02-18', 'weekend, Presidents’ Day, recess day: 18(1)'),
  row(school(5), '2026-03-02', '2026-03-09', '3(1) 4(2) 5(3) 6(4) 7x 8x 9(5)'),
  row(school(10), '2026-03-02', '2026-03-17', '3-6(4) 9-12(8) 13x 16(9) 17(10)'),
  row(school(5), '2026-03-07', '2026-03-16', 'a Saturday event: 9(1) 10(2) 11(3) 12(4) 13x 16(5)'),
  row(school(5, triggerCounts), '2026-03-02', '2026-03-06', '2(1) 3(2) 4(3) 5(4) 6(5)'),
  row(school(5, triggerCounts), '2026-03-07', '2026-03-16', 'a Saturday is not of the kind, so it is not day 1'),
  row(school(5, triggerCounts), '2026-01-27', '2026-02-03', 'a snow day is not day 1: 28(1) 29(2) 30(3) 2 Feb(4) 3(5)'),
  row(school(3), '2026-01-26', '2026-01-30', '27 snow 28(1) 29(2) 30(3)'),
  row(
    school(20),
    '2026-01-20',
    '2026-02-20',
    '21-23(3) 26(4) 27x 28-30(7) 2-6(12) 9-13(17) 16x 17x 18(18) 19(19) 20(20)',
  ),
  row(school(10), '2026-04-10', '2026-05-01', 'recess 13-17; 20-24(5) 27-1 May(10)'),
  row(school(5), '2026-04-09', '2026-04-23', '10(1) recess 20(2) 21(3) 22(4) 23(5)'),
  row(school(2), '2025-12-23', '2026-01-06', 'recess 24 Dec-2 Jan; 5(1) 6(2)'),
  row(school(5), '2025-12-19', '2026-01-07', '22(1) 23(2) recess 5 Jan(3) 6(4) 7(5)'),
  row(school(3), '2025-11-26', '2025-12-03', 'Thanksgiving 27 28; 1 Dec(1) 2(2) 3(3)'),
  row(school(5), '2025-11-03', '2025-11-12', '4 staff only 5(1) 6(2) 7(3) 10(4) 11x 12(5)'),
  row(school(1), '2025-08-29', '2025-09-02', 'Labor Day on Mon 1 Sep: 2(1)'),
  row(school(5), '2025-08-28', '2025-09-05', '29(1) 1 Sep x 2(2) 3(3) 4(4) 5(5)'),
  row(school(5), '2025-08-14', '2025-09-04', 'before the first student day: 28(1) 29(2) 2 Sep(3) 3(4) 4(5)'),
  row(school(5, triggerCounts), '2025-08-28', '2025-09-04', '28(1) 29(2) 2 Sep(3) 3(4) 4(5)'),
  row(
    school(40),
    '2025-09-02',
    '2025-10-31',
    'September 3-30 without the 23rd: 19; October without the 2nd and 13th: 21 → 31 Oct is the 40th',
  ),
  row(school(15), '2026-04-01', '2026-04-30', '2(1) 3x 6-10(6) recess 20-24(11) 27(12) 28(13) 29(14) 30(15)'),
  row(school(5), '2026-11-02', '2026-11-10', '3 staff only 4(1) 5(2) 6(3) 9(4) 10(5)'),
  row(school(2), '2026-12-23', '2027-01-05', 'recess 24 Dec-1 Jan; 4(1) 5(2)'),
  row(school(0), '2026-03-14', '2026-03-14', 'no days: the same day, a Saturday'),
  row(school(0, { roll: 'forward:school' }), '2026-03-14', '2026-03-16', 'the same day rolls to Monday'),
  row(
    school(5, { roll: 'forward:business' }),
    '2026-02-04',
    '2026-02-11',
    '5(1) 6(2) 9(3) 10(4) 11(5), a business day',
  ),
  row(
    school(5, { roll: 'forward:business' }),
    '2026-02-05',
    '2026-02-13',
    '6(1) 9(2) 10(3) 11(4) 12(5): Lincoln Day is a school day but no business day',
  ),
  row(school(-2), '2026-03-24', '2026-03-20', '23(1) 22x 21x 20(2)'),
  row(school(-2), '2026-03-17', '2026-03-12', '16(1) 15x 14x 13x 12(2)'),
  row(school(-5), '2026-01-05', '2025-12-17', 'recess back to 24 Dec; 23(1) 22(2) 19(3) 18(4) 17(5)'),
  row(school(-3), '2026-04-20', '2026-04-08', 'recess back to 13; 10(1) 9(2) 8(3)'),
  row(school(-1), '2026-01-28', '2026-01-26', '27 snow, 26(1)'),
  row(school(-2, triggerCounts), '2026-03-24', '2026-03-23', '24(1) 23(2)'),
  row(school(-2, triggerCounts), '2026-03-21', '2026-03-19', 'Saturday is not of the kind: 20(1) 19(2)'),
  row(school(-1, { roll: 'backward:business' }), '2026-02-13', '2026-02-11', '12(1) is Lincoln Day → Wed 11'),
];

export const summers: readonly Worked[] = [
  row(school(5), '2026-06-08', '2026-06-15', 'snow made 15 June a school day: 9(1) 10(2) 11(3) 12(4) 15(5)'),
  row(school(6), '2026-06-08', '2026-06-16', 'and 16 June the last: 16(6)'),
  row(school(7), '2026-06-08', '2026-08-27', '6 days until 16 June, then summer, then 27 Aug(7)'),
  row(school(10), '2026-06-08', '2026-09-01', '6 in June; 27(7) 28(8) 31(9) 1 Sep(10)'),
  row(school(5), '2026-07-09', '2026-09-02', '27 Aug(1) 28(2) 31(3) 1 Sep(4) 2(5)'),
  row(school(5), '2026-08-24', '2026-09-02', 'teachers are in, students are not: 27(1) 28(2) 31(3) 1(4) 2(5)'),
  row(school(7, { summer: 'weekdays' }), '2026-06-08', '2026-06-17', '6 school days, then Wed 17(7)'),
  row(school(10, { summer: 'weekdays' }), '2026-06-08', '2026-06-23', '17(7) 18(8) 19 Juneteenth x 22(9) 23(10)'),
  row(school(10, { summer: 'calendar' }), '2026-06-08', '2026-06-20', '17(7) 18(8) 19(9) Sat 20(10)'),
  row(school(5, { summer: 'weekdays' }), '2026-07-01', '2026-07-09', '2(1) 3x 4x 5x 6(2) 7(3) 8(4) 9(5)'),
  row(school(5, { summer: 'calendar' }), '2026-07-01', '2026-07-06', '2(1) 3(2) 4(3) 5(4) 6(5)'),
  row(school(5, { summer: 'weekdays' }), '2026-08-24', '2026-08-31', '25(1) 26(2) then school 27(3) 28(4) 31(5)'),
  row(school(3, { summer: 'calendar' }), '2026-08-24', '2026-08-27', '25(1) 26(2) then school 27(3)'),
  row(
    school(5, { summer: 'calendar' }),
    '2026-08-25',
    '2026-09-01',
    '26(1) 27(2) 28(3) weekend in the student year x 31(4) 1(5)',
  ),
  row(school(5, { summer: 'weekdays' }), '2026-04-09', '2026-04-23', 'a recess inside the year is no summer'),
  row(school(-3), '2026-08-31', '2026-06-16', '28(1) 27(2) summer 16 Jun(3)'),
  row(school(-3, { summer: 'weekdays' }), '2026-08-31', '2026-08-26', '28(1) 27(2) 26(3)'),
  row(school(-4, { summer: 'calendar' }), '2026-08-31', '2026-08-25', '28(1) 27(2) 26(3) 25(4)'),
  row(
    school(1, { summer: 'calendar' }),
    '2025-08-15',
    '2025-08-16',
    'a Saturday before the first student day counts as a summer day',
  ),
];

export const dutyDays: readonly Worked[] = [
  row(duty(5), '2025-11-03', '2025-11-10', 'staff work on the 4th: 4(1) 5(2) 6(3) 7(4) 10(5)'),
  row(duty(10), '2026-03-02', '2026-03-16', '3-6(4) 9-12(8) 13(9) 16(10)'),
  row(duty(3), '2025-08-22', '2025-08-27', 'before the students: 25(1) 26(2) 27(3)'),
  row(duty(5), '2025-08-22', '2025-08-29', '25(1) 26(2) 27(3) 28(4) 29(5)'),
  row(duty(2), '2025-08-14', '2025-08-26', 'summer until 25(1) 26(2)'),
  row(duty(1, triggerCounts), '2025-08-27', '2025-08-27', 'a teachers’ day before the first student day'),
  row(duty(1), '2026-06-16', '2026-08-24', 'after the last student day nothing until the teachers return'),
  row(
    duty(6),
    '2026-06-08',
    '2026-06-16',
    '15 June is a student day and the teachers’ day, and counts once: 9-12(4) 15(5) 16(6)',
  ),
  row(duty(2), '2026-01-26', '2026-01-29', '27 snow 28(1) 29(2)'),
  row(duty(-2), '2026-03-16', '2026-03-12', '13(1) 12(2)'),
  row(duty(1), '2027-06-11', '2027-06-14', 'the teachers’ last day after the students’: 14(1)'),
  row(duty(3, { summer: 'weekdays' }), '2026-06-15', '2026-06-18', '16(1) 17(2) 18(3)'),
  row(duty(3, { summer: 'calendar' }), '2026-06-16', '2026-06-19', '17(1) 18(2) 19(3)'),
  row(duty(2), '2026-11-02', '2026-11-04', '3(1) 4(2)'),
  row(duty(5), '2026-04-09', '2026-04-23', 'recess is no duty: 10(1) 20(2) 21(3) 22(4) 23(5)'),
  row(duty(1), '2026-08-21', '2026-08-24', 'the teachers’ first day'),
];

export const workingDays: readonly Worked[] = [
  row(working(5), '2026-01-26', '2026-02-02', 'a snow day counts: 27(1) 28(2) 29(3) 30(4) 2 Feb(5)'),
  row(working(5), '2025-12-23', '2025-12-31', '24(1) 25x 26(2) 29(3) 30(4) 31(5)'),
  row(working(6), '2025-12-23', '2026-01-02', '31(5) 1 Jan x 2(6)'),
  row(working(3), '2025-11-26', '2025-12-03', '27x 28x 1(1) 2(2) 3(3)'),
  row(working(5), '2026-04-10', '2026-04-17', 'a recess counts: 13-17(5)'),
  row(
    working(10),
    '2026-06-18',
    '2026-07-02',
    'Juneteenth is no contract holiday: 19(1) 22-26(6) 29(7) 30(8) 1(9) 2(10)',
  ),
  row(working(11), '2026-06-18', '2026-07-06', '3 Jul x 4x 5x 6(11)'),
  row(working(-3), '2026-09-08', '2026-09-02', '7 Labor Day x 4(1) 3(2) 2(3)'),
  row(working(1), '2026-02-13', '2026-02-17', '16 contract holiday: 17(1)'),
  row(working(1), '2026-02-11', '2026-02-12', 'Lincoln Day is no contract holiday'),
  row(working(2, triggerCounts), '2026-02-13', '2026-02-17', '13(1) 16x 17(2)'),
  row(working(5), '2026-07-20', '2026-07-27', 'summer is like any other time: 21-24(4) 27(5)'),
];

export const businessDays: readonly Worked[] = [
  row(business(1), '2026-02-11', '2026-02-13', '12 Lincoln Day x 13(1)'),
  row(business(5), '2026-02-11', '2026-02-20', '13(1) 16x 17(2) 18(3) 19(4) 20(5)'),
  row(business(5), '2026-05-22', '2026-06-01', '25 Memorial Day x 26(1) 27(2) 28(3) 29(4) 1 Jun(5)'),
  row(business(7), '2026-06-15', '2026-06-25', '16(1) 17(2) 18(3) 19x 22(4) 23(5) 24(6) 25(7)'),
  row(business(7), '2026-06-30', '2026-07-10', '1(1) 2(2) 3x 6(3) 7(4) 8(5) 9(6) 10(7)'),
  row(business(10), '2025-11-26', '2025-12-11', '27x 28(1) 1-5(6) 8(7) 9(8) 10(9) 11(10)'),
  row(business(1), '2026-01-26', '2026-01-27', 'offices open on a snow day'),
  row(business(-5), '2026-03-02', '2026-02-23', '27(1) 26(2) 25(3) 24(4) 23(5)'),
  row(business(-1), '2026-02-13', '2026-02-11', '12x 11(1)'),
  row(business(1, triggerCounts), '2026-02-12', '2026-02-13', 'a holiday is not day 1: 13(1)'),
  row(business(3), '2026-04-01', '2026-04-07', '2(1) 3 Good Friday x 6(2) 7(3)'),
  row(business(1), '2026-12-24', '2026-12-28', '25x weekend 28(1)'),
  row(business(1), '2026-07-02', '2026-07-06', '3 observed x weekend 6(1)'),
  row(business(9), '2026-03-02', '2026-03-13', 'a staff-only day is a business day: 3-6(4) 9-13(9)'),
];

export const receipts: readonly Worked[] = [
  row(school(5, four), '2026-03-02T16:00:00-05:00', '2026-03-09', 'at 16:00 sharp is not later than 16:00'),
  row(school(5, four), '2026-03-02T16:00:01-05:00', '2026-03-10', 'received Tue 3: 4(1) 5(2) 6(3) 9(4) 10(5)'),
  row(school(5, four), '2026-03-06T16:30:00-05:00', '2026-03-17', 'received Mon 9: 10(1) 11(2) 12(3) 13x 16(4) 17(5)'),
  row(school(1, four), '2026-02-13T17:00:00-05:00', '2026-02-18', 'received Tue 17, the next business day: 18(1)'),
  row(
    school(1, { ...four, cutoffKind: 'school' }),
    '2026-02-13T17:00:00-05:00',
    '2026-02-19',
    'received Wed 18, the next school day: 19(1)',
  ),
  row(
    calendar(3, { ...four, cutoffKind: 'calendar' }),
    '2026-02-13T17:00:00-05:00',
    '2026-02-17',
    'received Sat 14: 15 16 17',
  ),
  row(
    business(2, four),
    '2026-03-07T10:00:00-05:00',
    '2026-03-10',
    'a Saturday morning is not after the cut-off: 9(1) 10(2)',
  ),
  row(business(2, four), '2026-03-07T17:00:00-05:00', '2026-03-11', 'a Saturday evening counts as Mon 9: 10(1) 11(2)'),
  row(
    calendar(1, { ...four, cutoffKind: 'calendar' }),
    '2026-03-10T21:00:00Z',
    '2026-03-12',
    '17:00 in Connecticut: received 11',
  ),
  row(calendar(1, four), '2026-01-13T20:30:00Z', '2026-01-14', '15:30 in Connecticut: received the same day'),
  row(
    school(2, { ...four, ...triggerCounts }),
    '2026-03-02T17:00:00-05:00',
    '2026-03-04',
    'received Tue 3, which counts: 3(1) 4(2)',
  ),
  row(
    months(1, four),
    '2026-01-30T17:00:00-05:00',
    '2026-03-02',
    'Friday evening counts as Mon 2 Feb; a month later 2 Mar',
  ),
  row(
    working(1, { ...four, cutoffKind: 'working' }),
    '2026-02-11T17:00:00-05:00',
    '2026-02-13',
    'received Thu 12, a working day: 13(1)',
  ),
  row(working(1, four), '2026-02-11T17:00:00-05:00', '2026-02-17', 'received Fri 13, the next business day; 16x 17(1)'),
  row(
    duty(1, { ...four, cutoffKind: 'duty' }),
    '2026-03-12T18:00:00-04:00',
    '2026-03-16',
    'received Fri 13, a staff day: 16(1)',
  ),
  row(
    school(1, { receiptCutoff: '15:30', cutoffKind: 'school' }),
    '2026-03-02T15:45:00-05:00',
    '2026-03-04',
    'another hour: received Tue 3: 4(1)',
  ),
  row(school(5, four), '2026-03-02T16:00:00.500-05:00', '2026-03-10', 'half a second after 16:00 is strictly later'),
];

export const stoppedClocks: readonly Worked[] = [
  row(school(5), '2026-03-02', '2026-03-12', '3(1) 4-6 stopped 9(2) 10(3) 11(4) 12(5)', {
    more: { tolling: [{ from: '2026-03-04', to: '2026-03-06' }] },
  }),
  row(calendar(10), '2026-03-02', '2026-03-16', 'the 12th, and 4 days later', {
    more: { tolling: [{ from: '2026-03-05', to: '2026-03-08' }] },
  }),
  row(
    calendar(10),
    '2026-03-02',
    '2026-03-14',
    'only 3 and 4 March are lost; the day of the event was not counted anyway',
    { more: { tolling: [{ from: '2026-03-02', to: '2026-03-04' }] } },
  ),
  row(calendar(3), '2026-03-02', '2026-03-05', 'a stop after the due date changes nothing', {
    more: { tolling: [{ from: '2026-03-10', to: '2026-03-12' }] },
  }),
  row(
    calendar(5),
    '2026-03-02',
    '2026-03-12',
    '3(1) 4-8 stopped once, though two ranges overlap; 9(2) 10(3) 11(4) 12(5)',
    {
      more: {
        tolling: [
          { from: '2026-03-04', to: '2026-03-06' },
          { from: '2026-03-06', to: '2026-03-08' },
        ],
      },
    },
  ),
  row(school(5), '2026-03-02', '2026-03-09', 'a stop over a weekend changes nothing', {
    more: { tolling: [{ from: '2026-03-07', to: '2026-03-08' }] },
  }),
  row(school(-2), '2026-03-24', '2026-03-19', '23 stopped 20(1) 19(2)', {
    more: { tolling: [{ from: '2026-03-23', to: '2026-03-23' }] },
  }),
  row(months(1), '2026-03-02', '2026-04-02', 'months are not stopped by dates', {
    more: { tolling: [{ from: '2026-03-05', to: '2026-03-08' }] },
  }),
  row(hours(12), '2026-03-10T09:00:00-04:00', '2026-03-10T21:00:00-04:00', 'hours are not stopped by dates', {
    more: { tolling: [{ from: '2026-03-10', to: '2026-03-11' }] },
  }),
  row(school(5), '2025-12-19', '2026-01-12', 'stopped 22 Dec-5 Jan; 6(1) 7(2) 8(3) 9(4) 12(5)', {
    more: { tolling: [{ from: '2025-12-22', to: '2026-01-05' }] },
  }),
  row(
    calendar(2, triggerCounts),
    '2026-03-02',
    '2026-03-04',
    'the day of the event is stopped, so it is not day 1: 3(1) 4(2)',
    { more: { tolling: [{ from: '2026-03-02', to: '2026-03-02' }] } },
  ),
  row(calendar(1), '2026-03-02', '2026-03-04', 'one date only, both ends included', {
    more: { tolling: [{ from: '2026-03-03', to: '2026-03-03' }] },
  }),
  row(school(5), '2026-03-02', '2026-03-17', 'begun anew on 9 March: 10(1) 11(2) 12(3) 16(4) 17(5)', {
    more: { restartedBy: '2026-03-09' },
  }),
  row(calendar(10), '2026-03-02', '2026-03-30', 'begun anew on 20 March', { more: { restartedBy: '2026-03-20' } }),
  row(
    school(5, four),
    '2026-03-02T17:00:00-05:00',
    '2026-03-10',
    'begun anew on the date 3 March, which has no hour to be late: 4(1) 5(2) 6(3) 9(4) 10(5)',
    { more: { restartedBy: '2026-03-03' } },
  ),
  row(calendar(5), '2026-03-02', '2026-03-18', 'begun anew on the 9th and stopped 10-13: 14(1) … 18(5)', {
    more: { restartedBy: '2026-03-09', tolling: [{ from: '2026-03-10', to: '2026-03-13' }] },
  }),
];

export const monthLimits: readonly Worked[] = [
  row(months(1), '2026-01-31', '2026-02-28', 'February has no 31st'),
  row(months(1), '2024-01-31', '2024-02-29', 'in a leap year its last day is the 29th'),
  row(months(3), '2026-11-30', '2027-02-28', 'no 30 February'),
  row(months(12), '2024-02-29', '2025-02-28', 'no 29 February in 2025'),
  row(months(18), '2025-08-31', '2027-02-28', 'eighteen months after 31 August'),
  row(months(-1), '2026-03-31', '2026-02-28', 'a month before the 31st of March'),
  row(months(36), '2026-03-15', '2029-03-15', 'three years to the day'),
  row(months(1, { roll: 'forward:business' }), '2026-01-14', '2026-02-17', 'Sat 14 Feb → Tue 17'),
  row(months(1, { roll: 'backward:school' }), '2026-03-15', '2026-04-10', '15 Apr lies in recess → Fri 10'),
  row(months(6), '2026-08-31', '2027-02-28', 'half a year after 31 August'),
  row(months(1), '2026-02-28', '2026-03-28', 'the same day of the month, not its last'),
  row(months(0), '2026-02-28', '2026-02-28', 'no months'),
];

export const hourLimits: readonly Worked[] = [
  row(hours(12), '2026-03-10T09:00:00-04:00', '2026-03-10T21:00:00-04:00', 'an ordinary day'),
  row(
    hours(12),
    '2026-03-07T20:00:00-05:00',
    '2026-03-08T09:00:00-04:00',
    'the night is an hour short: 20:00 → 01:59 (6 h), 03:00 → 09:00 (6 h)',
  ),
  row(hours(48), '2026-03-06T15:00:00-05:00', '2026-03-08T16:00:00-04:00', '48 elapsed hours over the short night'),
  row(hours(12), '2025-11-01T20:00:00-04:00', '2025-11-02T07:00:00-05:00', 'the night is an hour long'),
  row(hours(48), '2025-11-01T08:00:00-04:00', '2025-11-03T07:00:00-05:00', '48 elapsed hours over the long night'),
  row(hours(1), '2025-11-02T01:30:00-04:00', '2025-11-02T01:30:00-05:00', 'the hour that is shown twice'),
  row(hours(1), '2026-03-08T01:30:00-05:00', '2026-03-08T03:30:00-04:00', 'the hour that is skipped'),
  row(hours(48), '2025-12-24T17:00:00-05:00', '2025-12-26T17:00:00-05:00', 'Christmas counts'),
  row(hours(72), '2026-07-02T10:00:00-04:00', '2026-07-05T10:00:00-04:00', 'a long weekend counts'),
  row(hours(12), '2026-03-10T13:00:00Z', '2026-03-10T21:00:00-04:00', '09:00 in Connecticut'),
  row(
    hours(-24),
    '2026-03-09T10:00:00-04:00',
    '2026-03-08T10:00:00-04:00',
    'a day before, after the change of the clock',
  ),
  row(hours(-24), '2026-03-08T14:00:00-04:00', '2026-03-07T13:00:00-05:00', 'a day before, across the short night'),
  row(hours(-48), '2025-11-03T09:00:00-05:00', '2025-11-01T10:00:00-04:00', 'two days before, across the long night'),
  row(hours(0), '2026-03-10T09:00:00-04:00', '2026-03-10T09:00:00-04:00', 'no hours'),
  row(hours(12), '2026-03-10T09:00:00', '2026-03-10T21:00:00-04:00', 'a time without an offset is Connecticut’s'),
  row(hours(0.5), '2026-03-10T09:00:00-04:00', '2026-03-10T09:30:00-04:00', 'half an hour'),
  row(hours(24), '2024-02-28T12:00:00-05:00', '2024-02-29T12:00:00-05:00', 'into the leap day'),
  row(
    hours(48, { roll: 'forward:business' }),
    '2026-03-06T15:00:00-05:00',
    '2026-03-08T16:00:00-04:00',
    'a mandated report does not wait for Monday',
  ),
  row(
    hours(12),
    '2026-03-10T09:00:00-07:00',
    '2026-03-11T00:00:00-04:00',
    'known in California at 09:00, which is noon in Connecticut',
  ),
];

export const snowAndOpenYears: readonly Worked[] = [
  row(school(2), '2026-06-10', '2026-06-12', 'no snow: 11(1) 12(2), the last day', { calendar: springTerm([]) }),
  row(school(3), '2026-06-10', '2026-06-16', 'one snow day: the end moves past Mon 15 (no school) to Tue 16', {
    calendar: springTerm(['2026-05-05']),
  }),
  row(school(3), '2026-06-10', '2026-06-16', 'the same snow day listed twice moves it once', {
    calendar: springTerm(['2026-05-05', '2026-05-05']),
  }),
  row(school(4), '2026-06-10', '2026-06-17', 'two snow days: 11(1) 12(2) 16(3) 17(4)', {
    calendar: springTerm(['2026-05-05', '2026-05-06']),
  }),
  row(school(2), '2026-06-10', '2026-06-16', 'snow on the last day itself: 11(1) 12x 16(2)', {
    calendar: springTerm(['2026-06-12']),
  }),
  row(school(3), '2026-06-10', '2026-06-17', 'snow on the day that was added: 11(1) 12(2) 16x 17(3)', {
    calendar: springTerm(['2026-06-16', '2026-05-05']),
  }),
  row(school(1), '2026-05-04', '2026-05-06', 'Tue 5 snow 6(1)', { calendar: springTerm(['2026-05-05']) }),
  row(school(5), '2026-06-25', '2026-07-02', 'an open year has no end: 26(1) 29(2) 30(3) 1 Jul(4) 2(5)', {
    calendar: openYear,
  }),
  row(school(3), '2026-01-26', '2026-01-30', 'snow counts out a day in an open year too', { calendar: openYear }),
  row(
    school(2),
    '2026-08-21',
    '2026-08-28',
    'an open year ends where the teachers of the next one begin: 27(1) 28(2)',
    { calendar: openThenNext },
  ),
  row(duty(2), '2026-08-21', '2026-08-25', 'teachers’ days: 24(1) 25(2)', { calendar: openThenNext }),
];

export const tables: Readonly<Record<string, readonly Worked[]>> = {
  'calendar days': calendarDays,
  'times of day and zones': timesOfDay,
  'school days': schoolDays,
  summers,
  'duty days': dutyDays,
  'working days': workingDays,
  'business days': businessDays,
  'receipt after hours': receipts,
  'stopped and restarted clocks': stoppedClocks,
  months: monthLimits,
  hours: hourLimits,
  'snow and open years': snowAndOpenYears,
};

export function questionOf(worked: Worked, id: string) {
  return { id, rule: worked.rule, trigger: worked.trigger, calendar: worked.calendar ?? twoYears, ...worked.more };
}
