import { expect, test } from 'vitest';
import type { DeadlineAnswer } from '../../src/contract/deadline.ts';
import { answerDeadline } from '../../src/engine/agreement/index.ts';
import { twoYears } from './worked-calendars.ts';

function arithmetic(answer: DeadlineAnswer): readonly string[] {
  if (!('arithmetic' in answer)) throw new Error(answer.error);
  return answer.arithmetic;
}

function ask(rule: object, trigger: string, more: object = {}) {
  return arithmetic(answerDeadline({ id: 'a', rule, trigger, calendar: twoYears, ...more }));
}

test('every day on the way has a line that says what it was taken for', () => {
  expect(ask({ days: 5, dayKind: 'school' }, '2026-02-12T09:30:00-05:00')).toEqual([
    'Thu 12 Feb 2026: the day of the event is not counted',
    'Fri 13 Feb: day 1',
    'Sat 14 Feb: no school',
    'Sun 15 Feb: no school',
    "Mon 16 Feb: no school (Presidents' Day)",
    'Tue 17 Feb: no school (February recess)',
    'Wed 18 Feb: day 2',
    'Thu 19 Feb: day 3',
    'Fri 20 Feb: day 4',
    'Sat 21 Feb: no school',
    'Sun 22 Feb: no school',
    'Mon 23 Feb: day 5',
    'Due Mon 23 Feb 2026',
  ]);
});

test('the example of the command line gives its own due date and its own words', () => {
  const calendar = {
    timeZone: 'America/New_York',
    years: [
      {
        firstTeacherDay: '2025-08-21',
        firstStudentDay: '2025-08-26',
        lastStudentDay: '2026-06-17',
        lastTeacherDay: '2026-06-18',
        noSchool: [
          { date: '2025-11-04', reason: 'Professional development' },
          { date: '2026-02-16', reason: "Presidents' Day" },
        ],
        staffOnly: [{ date: '2025-11-04', reason: 'Professional development' }],
      },
    ],
    legalHolidays: [{ date: '2026-02-12', reason: 'Lincoln Day' }],
    contractHolidays: [],
    snowDays: ['2026-01-27'],
  };
  const rule = { days: 5, dayKind: 'school', excludeTriggerDay: true, roll: 'none' };
  const answer = answerDeadline({ id: 'd1', rule, trigger: '2026-02-12T09:30:00-05:00', calendar });
  expect(answer).toMatchObject({ id: 'd1', due: '2026-02-20' });
  expect(arithmetic(answer).slice(0, 3)).toEqual([
    'Thu 12 Feb 2026: the day of the event is not counted',
    'Fri 13 Feb: day 1',
    'Sat 14 Feb: no school',
  ]);
});

test('the year is written again when it turns', () => {
  expect(ask({ days: 2, dayKind: 'calendar' }, '2025-12-31')).toEqual([
    'Wed 31 Dec 2025: the day of the event is not counted',
    'Thu 1 Jan 2026: day 1',
    'Fri 2 Jan: day 2',
    'Due Fri 2 Jan 2026',
  ]);
});

test('a late receipt, a stopped clock and a roll each leave their line', () => {
  const lines = ask(
    { days: 2, dayKind: 'calendar', receiptCutoff: '16:00', roll: 'forward:business' },
    '2026-03-02T17:05:00-05:00',
    { tolling: [{ from: '2026-03-04', to: '2026-03-05', reason: 'written abeyance' }] },
  );
  expect(lines).toEqual([
    'Mon 2 Mar 2026: received at 17:05, after 16:00: counts as received on Tue 3 Mar 2026',
    'Tue 3 Mar: the day of the event is not counted',
    'Wed 4 Mar: not counted: written abeyance',
    'Thu 5 Mar: not counted: written abeyance',
    'Fri 6 Mar: day 1',
    'Sat 7 Mar: day 2',
    'Sat 7 Mar: no business day (weekend), so the due date moves',
    'Sun 8 Mar: no business day (weekend), so the due date moves',
    'Mon 9 Mar: the due date moves forward to here',
    'Due Mon 9 Mar 2026',
  ]);
});

test('hours say where the clock was changed', () => {
  expect(ask({ hours: 12 }, '2026-03-07T20:00:00-05:00')).toEqual([
    'Sat 7 Mar 2026: the event, at 20:00 (-05:00)',
    '12 hours later: nights, weekends and holidays run with it',
    'The clock changes from -05:00 to -04:00 on the way; elapsed hours are counted.',
    'Sun 8 Mar: due at 09:00 (-04:00)',
  ]);
});

test('a restart says which event was set aside', () => {
  const [first, second] = ask({ days: 1, dayKind: 'calendar' }, '2026-03-02', { restartedBy: '2026-03-09' });
  expect(first).toBe(
    'Mon 2 Mar 2026: the first event; the count from it is set aside, because the limit was restarted',
  );
  expect(second).toBe('Mon 9 Mar: the day of the event is not counted');
});
