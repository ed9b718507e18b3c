import { openThenNext, openYear, springTerm } from './worked-calendars.ts';
import {
  business,
  calendar,
  duty,
  four,
  hours,
  months,
  row,
  school,
  triggerCounts,
  type Worked,
  working,
} from './worked-row.ts';

/*
 * Counted by hand on a wall calendar; the reason shows the count. Numbers in brackets are day numbers, x is a day that
 * does not count.
 */
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
