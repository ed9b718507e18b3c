import { describe, expect, test } from 'vitest';
import type { DeadlineAnswer, DeadlineCalendarInput } from '../../src/contract/deadline.ts';
import { answerDeadline } from '../../src/engine/agreement/index.ts';
import { springTerm, twoYears } from './worked-calendars.ts';

function refusal(answer: DeadlineAnswer): { readonly error: string; readonly missing: readonly string[] } {
  if ('due' in answer) throw new Error(`answered with ${answer.due}`);
  return answer;
}

function ask(rule: object, trigger: string, calendar: DeadlineCalendarInput = twoYears, more: object = {}) {
  return refusal(answerDeadline({ id: 'r', rule, trigger, calendar, ...more }));
}

describe('what the calendar cannot answer is named, never guessed', () => {
  const cases: readonly (readonly [string, () => { missing: readonly string[] }, string])[] = [
    [
      'school days after the last known year',
      () => ask({ days: 5, dayKind: 'school' }, '2027-06-10'),
      '2028 school year',
    ],
    ['duty days after the last known year', () => ask({ days: 2, dayKind: 'duty' }, '2027-06-11'), '2028 school year'],
    [
      'school days before the first known year',
      () => ask({ days: -5, dayKind: 'school' }, '2025-08-29'),
      '2025 school year',
    ],
    [
      'a day of the summer after the last known year, even where weekdays count',
      () => ask({ days: 5, dayKind: 'school', summer: 'weekdays' }, '2027-07-01'),
      '2028 school year',
    ],
    [
      'business days after the last listed year',
      () => ask({ days: 2, dayKind: 'business' }, '2026-12-31'),
      '2027 legal holidays',
    ],
    [
      'business days before the first listed year',
      () => ask({ days: -1, dayKind: 'business' }, '2025-01-02'),
      '2024 legal holidays',
    ],
    [
      'working days after the last listed year',
      () => ask({ days: 1, dayKind: 'working' }, '2026-12-31'),
      '2027 contract holidays',
    ],
    [
      'business days on an empty list',
      () => ask({ days: 1, dayKind: 'business' }, '2026-03-02', springTerm([])),
      '2026 legal holidays',
    ],
    [
      'working days on an empty list',
      () => ask({ days: 1, dayKind: 'working' }, '2026-03-02', springTerm([])),
      '2026 contract holidays',
    ],
    [
      'school days without any year',
      () => ask({ days: 1, dayKind: 'school' }, '2026-03-02', { ...twoYears, years: [] }),
      '2026 school year',
    ],
    [
      'rolling onto a day nobody has listed',
      () => ask({ days: 2, dayKind: 'calendar', roll: 'forward:business' }, '2026-12-31'),
      '2027 legal holidays',
    ],
    [
      'rolling back onto a day nobody has listed',
      () => ask({ days: 2, dayKind: 'calendar', roll: 'backward:working' }, '2026-12-31'),
      '2027 contract holidays',
    ],
    [
      'summer weekdays without legal holidays',
      () => ask({ days: 10, dayKind: 'school', summer: 'weekdays' }, '2026-06-08', { ...twoYears, legalHolidays: [] }),
      '2026 legal holidays',
    ],
    [
      'a late receipt without a list of its kind',
      () => ask({ days: 1, dayKind: 'school', receiptCutoff: '16:00' }, '2026-05-05T17:00:00-04:00', springTerm([])),
      '2026 legal holidays',
    ],
    [
      'a receipt without its time of day',
      () => ask({ days: 1, dayKind: 'school', receiptCutoff: '16:00' }, '2026-05-05'),
      'time of day of the trigger',
    ],
    ['hours from a bare date', () => ask({ hours: 12 }, '2026-05-05'), 'time of day of the trigger'],
    [
      'hours from a time that the clock skips',
      () => ask({ hours: 12 }, '2026-03-08T02:30:00'),
      'offset of the trigger',
    ],
    [
      'hours from a time that the clock shows twice',
      () => ask({ hours: 12 }, '2025-11-02T01:30:00'),
      'offset of the trigger',
    ],
    [
      'an unknown time zone',
      () => ask({ days: 1, dayKind: 'calendar' }, '2026-05-05', { ...twoYears, timeZone: 'America/Norwalk' }),
      'time zone of the calendar',
    ],
    [
      'a stopped clock whose end is open',
      () =>
        ask({ days: 5, dayKind: 'calendar' }, '2026-03-02', twoYears, { tolling: [{ from: '2026-03-04', to: null }] }),
      'end of the time from 2026-03-04 in which the clock stands still',
    ],
  ];
  for (const [what, run, missing] of cases) test(what, () => expect(run().missing).toEqual([missing]));

  test('a hole between two known school years is not taken for a summer', () => {
    const hole = {
      ...twoYears,
      years: [
        { firstStudentDay: '2024-08-28', lastStudentDay: '2025-06-12', noSchool: [], staffOnly: [] },
        { firstStudentDay: '2026-08-27', lastStudentDay: '2027-06-11', noSchool: [], staffOnly: [] },
      ],
      snowDays: [],
    };
    expect(ask({ days: 5, dayKind: 'school' }, '2025-06-11', hole).missing).toEqual(['2026 school year']);
  });

  test('snow on a weekend, on a day without school or after the end does not lengthen the year', () => {
    for (const snowDay of ['2026-05-09', '2026-05-25', '2026-06-16', '2026-05-03']) {
      expect(ask({ days: 3, dayKind: 'school' }, '2026-06-10', springTerm([snowDay])).missing).toEqual([
        '2027 school year',
      ]);
    }
  });

  test('a stopped clock with an open end does not matter to a limit that ends before it', () => {
    const tolling = [{ from: '2026-03-10', to: null }];
    const answer = answerDeadline({
      id: 1,
      rule: { days: 5, dayKind: 'calendar' },
      trigger: '2026-03-02',
      calendar: twoYears,
      tolling,
    });
    expect(answer).toMatchObject({ id: 1, due: '2026-03-07' });
  });

  test('a weekend needs no list to be told from a business day', () => {
    const answer = answerDeadline({
      id: 'w',
      rule: { days: -1, dayKind: 'business' },
      trigger: '2027-01-01',
      calendar: twoYears,
    });
    expect(answer).toMatchObject({ due: '2026-12-31' });
  });
});

describe('a question that is malformed is told what is wrong with it', () => {
  const good = { id: 'm', rule: { days: 5, dayKind: 'school' }, trigger: '2026-03-02', calendar: twoYears };
  const told = (change: object) => refusal(answerDeadline({ ...good, ...change })).error;

  test('no count, two counts, or days without their kind', () => {
    expect(told({ rule: { dayKind: 'school' } })).toContain('exactly one of days, months and hours');
    expect(told({ rule: { days: 1, months: 1, dayKind: 'school' } })).toContain(
      'exactly one of days, months and hours',
    );
    expect(refusal(answerDeadline({ ...good, rule: { days: 5 } })).missing).toEqual(['rule.dayKind']);
  });
  test('a bare "day" that nobody has resolved', () =>
    expect(told({ rule: { days: 1, dayKind: 'unqualified' } })).toContain('resolved by a person'));
  test('half a day', () => expect(told({ rule: { days: 1.5, dayKind: 'school' } })).toContain('whole number'));
  test('a roll to no kind of day', () =>
    expect(told({ rule: { ...good.rule, roll: 'forward' } })).toContain('forward:KIND'));
  test('a summer of another sort', () =>
    expect(told({ rule: { ...good.rule, summer: 'reduced' } })).toContain('tolled, weekdays or calendar'));
  test('a cut-off that is no time', () =>
    expect(told({ rule: { ...good.rule, receiptCutoff: '4 pm' } })).toContain('written 16:00'));
  test('a day that does not exist', () => expect(told({ trigger: '2026-02-30' })).toContain('trigger must be a date'));
  test('a field of the rule that is not known', () =>
    expect(told({ rule: { ...good.rule, rolls: 'none' } })).toContain('not known: rolls'));
  test('a field that stands in the wrong place', () =>
    expect(told({ receiptCutoff: '16:00' })).toContain('belongs inside rule'));
  test('a slip in the name of a list', () =>
    expect(told({ calendar: { ...twoYears, snow_days: ['2026-03-03'] } })).toContain('snowDays is meant'));
  test('a stop that ends before it begins', () =>
    expect(told({ tolling: [{ from: '2026-03-05', to: '2026-03-04' }] })).toContain('before it begins'));
  test('a year that ends before it begins, and years that overlap', () => {
    const year = { firstStudentDay: '2025-08-28', lastStudentDay: '2026-06-12', noSchool: [], staffOnly: [] };
    expect(told({ calendar: { ...twoYears, years: [{ ...year, lastStudentDay: '2025-06-12' }] } })).toContain(
      'ends before it begins',
    );
    expect(
      told({
        calendar: {
          ...twoYears,
          years: [year, { ...year, firstStudentDay: '2026-06-01', lastStudentDay: '2027-06-11' }],
        },
      }),
    ).toContain('overlap');
  });
  test('nothing at all, a text, or null', () => {
    for (const value of [undefined, null, 'five days', [], {}])
      expect(refusal(answerDeadline(value)).error).not.toBe('');
  });
  test('what is missing is listed and the id comes back', () => {
    expect(answerDeadline({ id: 'q7' })).toMatchObject({ id: 'q7', missing: ['rule', 'trigger', 'calendar'] });
  });
  test('a remark beside the question is named as not read, and the question answered', () => {
    expect(answerDeadline({ ...good, remark: 'a case of last year' })).toMatchObject({
      due: '2026-03-09',
      notes: ['The question has a field remark, which was not read.'],
    });
  });
});
