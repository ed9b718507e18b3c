import { describe, expect, test } from 'vitest';
import { AgreementPack } from '../../src/contract/agreement.ts';
import { beginning, event, line } from './case.ts';

/** A pack with one step of the given limits: for turns that the sample agreement does not take. */
function packWith(step: object): AgreementPack {
  return AgreementPack.parse({
    kind: 'agreement',
    id: 'one-step',
    version: '1',
    title: 'One step, invented',
    status: 'example',
    inForce: { from: '2025-07-01', to: null },
    units: [
      {
        code: 'teachers',
        name: 'Teachers',
        certified: true,
        statute: 'TNA',
        months: 10,
        union: 'Invented',
        excludes: [],
      },
    ],
    days: { default: { dayKind: 'school' } },
    extensions: { mutualWritten: true },
    articles: [
      {
        no: '1',
        title: 'One',
        statement: 'One step.',
        source: 'Example, invented',
        mark: 'invented',
        confidence: 'low',
      },
    ],
    steps: [{ id: 'only', title: 'Do it', article: '1', actor: 'superintendent', doneBy: ['decision-made'], ...step }],
  });
}

function only(step: object, now: string, events = beginning) {
  return line({ events, now, packs: [packWith(step)] }, 'only');
}

const five = { days: 5, from: ['complaint-received'] };
const tenCalendar = { days: 10, dayKind: 'calendar', from: ['evidence-captured'] };
const now = '2026-03-10T08:00:00-04:00';

describe('two limits on one step', () => {
  // 5 school days from Mon 9 Mar → Tue 17 Mar; 10 calendar days → Thu 19 Mar
  test('the sooner holds', () => {
    const found = only({ limits: [tenCalendar, five], pick: 'sooner' }, now);
    expect(found.due).toBe('2026-03-17');
    expect(found.arithmetic.at(-1)).toBe('The sooner of 2 dates holds');
  });
  test('the later holds', () =>
    expect(only({ limits: [five, tenCalendar], pick: 'later' }, now).due).toBe('2026-03-19'));
  test('the sooner binds as soon as it is known, the later only when both are', () => {
    const waiting = { days: 1, from: ['findings-delivered'] };
    expect(only({ limits: [five, waiting], pick: 'sooner' }, now).due).toBe('2026-03-17');
    expect(only({ limits: [five, waiting], pick: 'later' }, now)).toMatchObject({
      due: null,
      state: 'blocked',
      blockedBy: ['findings-delivered'],
    });
  });
});

describe('a limit that says "not before"', () => {
  const step = { limits: [{ ...five, direction: 'not-before' }] };
  test('blocks until its day, which is the first day allowed', () => {
    expect(only(step, '2026-03-16T08:00:00-04:00')).toMatchObject({
      state: 'blocked',
      blockedBy: ['time'],
      due: '2026-03-17',
    });
    expect(only(step, '2026-03-17T08:00:00-04:00').state).toBe('due');
    expect(only(step, '2026-04-17T08:00:00-04:00').state).toBe('due');
  });
  test('and what was done sooner is marked', () => {
    const events = [...beginning, event('decision-made', '2026-03-12T08:00:00-04:00')];
    expect(only(step, '2026-03-20T08:00:00-04:00', events)).toMatchObject({
      state: 'done',
      doneLate: true,
      why: 'Done on Thu 12 Mar 2026, 08:00, before the first day allowed, Tue 17 Mar 2026.',
    });
  });
});

describe('what a limit runs from', () => {
  test('the first kind of event that has happened, and its first or last occurrence', () => {
    const again = [...beginning, event('complaint-received', '2026-03-10T09:00:00-04:00')];
    expect(only({ limits: [five] }, now, again).due).toBe('2026-03-17');
    // last one: from Tue 10 Mar: 11 12 (13x) 16 17 18
    expect(only({ limits: [{ ...five, occurrence: 'last' }] }, now, again).due).toBe('2026-03-18');
    expect(only({ limits: [{ ...five, from: ['first-knowledge', 'complaint-received'] }] }, now).due).toBe(
      '2026-03-17',
    );
  });
  test('a later event begins it anew where the rule says so', () => {
    const again = [...beginning, event('leave-updated', '2026-03-10T09:00:00-04:00')];
    const found = only({ limits: [{ ...five, restartedBy: ['leave-updated'] }] }, now, again);
    expect(found.due).toBe('2026-03-18');
    expect(found.arithmetic[0]).toContain('the count from it is set aside');
  });
  test('a notice that names the hour of the meeting runs from its own day all the same', () => {
    const served = event('interview-notice-served', '2026-03-09T09:00:00-04:00', { for: '2026-03-24T14:00:00-04:00' });
    expect(only({ limits: [{ ...five, from: ['interview-notice-served'] }] }, now, [served]).due).toBe('2026-03-17');
  });
  test('months and hours are counted as the rule says', () => {
    expect(only({ limits: [{ months: 1, from: ['complaint-received'] }] }, now).due).toBe('2026-04-09');
    expect(
      only({ limits: [{ hours: 48, direction: 'at-least-before', from: ['interview-scheduled'] }] }, now, [
        event('interview-scheduled', '2026-03-05T09:00:00-05:00', { for: '2026-03-09T10:00:00-04:00' }),
      ]).due,
    ).toBe('2026-03-07T09:00:00-05:00');
  });
  test('no days means the same day', () =>
    expect(only({ limits: [{ days: 0, from: ['complaint-received'] }] }, now)).toMatchObject({
      due: '2026-03-09',
      state: 'late',
    }));
});

describe('rules that wait for each other', () => {
  test('are blocked and say so, instead of running for ever', () => {
    const pack = packWith({ behind: 'ring' });
    const ring = AgreementPack.parse({
      ...pack,
      gates: [
        {
          id: 'ring',
          title: 'Ring',
          article: '1',
          guards: ['decision-made'],
          requires: [{ step: 'only', say: 'Not done.' }],
        },
      ],
    });
    expect(line({ events: beginning, now, packs: [ring] }, 'only').state).toBe('blocked');
  });
});

describe('a fixed day of the year', () => {
  const by = (monthDay: string, more: object = {}) => ({
    limits: [{ by: monthDay, from: ['complaint-received'], ...more }],
  });
  test('lies in the school year of the event, before it or after it', () => {
    // beginning: Mon 9 Mar 2026, in the school year from 1 July 2025 to 30 June 2026
    expect(only(by('05-01'), now).due).toBe('2026-05-01');
    expect(only(by('02-01'), now)).toMatchObject({ due: '2026-02-01', state: 'late' });
    expect(only(by('07-01'), now).due).toBe('2025-07-01');
    expect(only(by('06-30'), now).due).toBe('2026-06-30');
  });
  test('moves to another day only where the rule says so', () => {
    // 31 May 2026 is a Sunday
    expect(only(by('05-31'), now).due).toBe('2026-05-31');
    expect(only(by('05-31', { roll: 'backward:business' }), now).due).toBe('2026-05-29');
    expect(only(by('05-31', { roll: 'forward:school' }), now).due).toBe('2026-06-01');
  });
  test('is refused where most years do not have it', () => {
    for (const wrong of ['02-29', '02-30', '13-01', '5-1', '1 May'])
      expect(() => packWith(by(wrong))).toThrow(/day of the year/);
  });
});

describe('what nobody has entered', () => {
  test('a number without a kind of day gives no date, and says so', () => {
    const bare = { ...packWith({ limits: [five] }), days: { default: null, definitions: {} } };
    expect(line({ events: beginning, now, packs: [bare] }, 'only')).toMatchObject({
      state: 'due',
      due: null,
      why: 'Article 1 says days, and nobody has entered which kind of day is meant.',
    });
  });
  test('the first of two limits whose event has happened holds where the rule says first', () => {
    const waiting = { days: 1, from: ['findings-delivered'] };
    expect(only({ limits: [waiting, five], pick: 'first' }, now).due).toBe('2026-03-17');
    expect(only({ limits: [tenCalendar, five], pick: 'first' }, now).due).toBe('2026-03-19');
  });
  test('a limit and what completes it may ask for what the event says', () => {
    const asks = { limits: [{ ...five, where: { channel: 'letter' } }], doneWhere: { outcome: 'warning' } };
    expect(only(asks, now)).toMatchObject({ state: 'blocked', due: null });
    const decided = [...beginning, event('decision-made', '2026-03-10', { outcome: 'none' })];
    expect(only({ ...asks, limits: [five] }, now, decided).state).toBe('due');
    const warned = [...beginning, event('decision-made', '2026-03-10', { outcome: 'warning' })];
    expect(only({ ...asks, limits: [five] }, now, warned).state).toBe('done');
  });
});
