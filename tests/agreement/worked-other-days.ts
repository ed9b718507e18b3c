import { business, calendar, row, school, triggerCounts, type Worked, working } from './worked-row.ts';

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
