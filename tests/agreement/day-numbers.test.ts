import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dateOf, dayOf, isoOf, weekdayOf, wordsOf } from '../../src/engine/agreement/days/day.ts';

const days = fc.integer({ min: -719_528, max: 2_932_896 });

test('a day as a number is the date that Temporal has for it, from the year 0 to 9999', () =>
  fc.assert(
    fc.property(days, (day) => {
      const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
      expect(isoOf(day)).toBe(date.toString());
      expect(dayOf(date.toString())).toBe(day);
      expect(dateOf(day).equals(date)).toBe(true);
      expect(weekdayOf(day)).toBe(date.dayOfWeek);
      expect(wordsOf(day, true).endsWith(String(date.year))).toBe(true);
    }),
  ));

test('a day that does not exist is refused', () => {
  for (const wrong of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', 'tomorrow']) {
    expect(() => dayOf(wrong), wrong).toThrow(RangeError);
  }
});
