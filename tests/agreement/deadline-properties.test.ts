import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DayKind, DeadlineCalendarInput } from '../../src/contract/deadline.ts';
import { answerDeadline } from '../../src/engine/agreement/index.ts';
import { twoYears } from './worked-calendars.ts';

const KINDS: readonly DayKind[] = ['calendar', 'school', 'duty', 'working', 'business'];
const anyKind = fc.constantFrom(...KINDS);
const anySummer = fc.constantFrom('tolled', 'weekdays', 'calendar');
/** Days of the school year 2025-26, as an offset from 1 September 2025. */
const anyDay = fc.integer({ min: 0, max: 300 }).map((offset) => isoAfter('2025-09-01', offset));
const fewDays = fc.integer({ min: 1, max: 25 });

function isoAfter(start: string, days: number): string {
  const at = new Date(`${start}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

function due(rule: object, trigger: string, calendar: DeadlineCalendarInput = twoYears, more: object = {}): string {
  const answer = answerDeadline({ id: 'p', rule, trigger, calendar, ...more });
  if ('error' in answer) throw new Error(answer.error);
  return answer.due;
}

/** Whether a day is of a kind, asked in another way: a limit of one day that counts its own trigger ends on it. */
function isOfKind(day: string, dayKind: DayKind, summer: string): boolean {
  return due({ days: 1, dayKind, summer, excludeTriggerDay: false }, day) === day;
}

describe('for a positive number of days without a roll', () => {
  test('the due date is never a day that does not count', () => {
    fc.assert(
      fc.property(anyKind, anySummer, fewDays, anyDay, (dayKind, summer, days, trigger) => {
        expect(isOfKind(due({ days, dayKind, summer }, trigger), dayKind, summer)).toBe(true);
      }),
    );
  });

  test('more days never end earlier, and each one more ends later', () => {
    fc.assert(
      fc.property(anyKind, anySummer, fewDays, anyDay, (dayKind, summer, days, trigger) => {
        expect(due({ days: days + 1, dayKind, summer }, trigger) > due({ days, dayKind, summer }, trigger)).toBe(true);
      }),
    );
  });

  test('a later event never ends earlier', () => {
    fc.assert(
      fc.property(anyKind, fewDays, anyDay, fc.integer({ min: 1, max: 20 }), (dayKind, days, trigger, later) => {
        expect(due({ days, dayKind }, isoAfter(trigger, later)) >= due({ days, dayKind }, trigger)).toBe(true);
      }),
    );
  });

  test('a closure inside the period never moves the due date earlier', () => {
    fc.assert(
      fc.property(anyKind, fewDays, anyDay, fc.integer({ min: 0, max: 40 }), (dayKind, days, trigger, offset) => {
        const closed = isoAfter(trigger, offset);
        const before = due({ days, dayKind }, trigger);
        const after = due({ days, dayKind }, trigger, {
          ...twoYears,
          snowDays: [...(twoYears.snowDays ?? []), closed],
        });
        // Lengthening the year can only help a limit that reached its end; none may come earlier inside the student year.
        if (before <= '2026-06-12') expect(after >= before).toBe(true);
      }),
    );
  });

  test('stopped days never move the due date earlier, and the due date is not one of them', () => {
    fc.assert(
      fc.property(
        anyKind,
        fewDays,
        anyDay,
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 9 }),
        (dayKind, days, trigger, start, length) => {
          const tolling = [{ from: isoAfter(trigger, start), to: isoAfter(trigger, start + length) }];
          const after = due({ days, dayKind }, trigger, twoYears, { tolling });
          expect(after >= due({ days, dayKind }, trigger)).toBe(true);
          expect(tolling.every((range) => after < range.from || after > range.to)).toBe(true);
        },
      ),
    );
  });

  test('counting back from the due date leads to the day after the event, or before it', () => {
    fc.assert(
      fc.property(anyKind, fewDays, anyDay, (dayKind, days, trigger) => {
        const end = due({ days, dayKind }, trigger);
        const back = due({ days: -days, dayKind, excludeTriggerDay: false }, end);
        expect(back > trigger).toBe(true);
      }),
    );
  });
});

test('a roll ends on a day of its kind and moves in its own direction only', () => {
  fc.assert(
    fc.property(
      anyKind,
      anyKind,
      fewDays,
      anyDay,
      fc.constantFrom('forward', 'backward'),
      (dayKind, rollKind, days, trigger, way) => {
        fc.pre(trigger > '2025-10-01');
        const plain = due({ days, dayKind }, trigger);
        const rolled = due({ days, dayKind, roll: `${way}:${rollKind}` }, trigger);
        expect(isOfKind(rolled, rollKind, 'tolled')).toBe(true);
        expect(way === 'forward' ? rolled >= plain : rolled <= plain).toBe(true);
      },
    ),
  );
});

test('hours are elapsed hours, whatever the clock on the wall does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: -200, max: 200 }), (start, hours) => {
      const trigger = new Date(Date.UTC(2025, 8, 1, start)).toISOString();
      const end = due({ hours }, trigger);
      expect(Date.parse(end) - Date.parse(trigger)).toBe(hours * 3_600_000);
      expect(end).toMatch(/-0[45]:00$/);
    }),
  );
});

test('the arithmetic counts exactly the days of the limit', () => {
  fc.assert(
    fc.property(anyKind, fewDays, anyDay, (dayKind, days, trigger) => {
      const answer = answerDeadline({ id: 'p', rule: { days, dayKind }, trigger, calendar: twoYears });
      const counted = 'arithmetic' in answer ? answer.arithmetic.filter((line) => /: day \d+/.test(line)).length : -1;
      expect(counted).toBe(days);
    }),
  );
});

test('no question makes the engine throw', () => {
  fc.assert(
    fc.property(fc.anything(), (question) => {
      expect(answerDeadline(question)).toHaveProperty('id');
    }),
  );
  const shaped = fc.record({
    id: fc.anything(),
    rule: fc.record({ days: fc.anything(), dayKind: fc.anything(), roll: fc.anything() }),
    trigger: fc.anything(),
    calendar: fc.record({ timeZone: fc.anything(), years: fc.anything(), legalHolidays: fc.anything() }),
  });
  fc.assert(
    fc.property(shaped, (question) => {
      expect(answerDeadline(question)).toHaveProperty('id');
    }),
  );
});
