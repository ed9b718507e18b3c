import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Moment } from '../../src/contract/moment.ts';
import { sayDayOrTime, sayMoment } from '../../src/engine/referral/render/say-moment.ts';

const stated: Moment = {
  asWritten: 'Tue, 10 Mar 2026 10:42:07 -0400',
  local: '2026-03-10T10:42:07',
  instant: '2026-03-10T14:42:07Z',
  zone: '-04:00',
  basis: 'offset',
  precision: 'second',
  certainty: 'stated',
  readings: [],
};

describe('a moment in words', () => {
  test('is written as Americans write it, noon and midnight included', () => {
    expect(sayDayOrTime('2026-03-10')).toBe('March 10, 2026');
    expect(sayDayOrTime('2026-12-01T00:05')).toBe('December 1, 2026, 12:05 a.m.');
    expect(sayDayOrTime('2026-12-01T12:00:00')).toBe('December 1, 2026, 12:00 p.m.');
    expect(sayDayOrTime('2026-12-01T23:59:58')).toBe('December 1, 2026, 11:59:58 p.m.');
  });

  test('has no doubt where the source fixes it', () => {
    expect(sayMoment(stated)).toEqual({ said: 'March 10, 2026, 10:42:07 a.m. (UTC−04:00)', doubt: null });
    expect(sayMoment({ ...stated, zone: 'America/New_York', precision: 'minute' }).said).toBe(
      'March 10, 2026, 10:42 a.m. (Eastern Time)',
    );
  });

  test('names both readings and the source’s own words where day and month may be exchanged', () => {
    const { said, doubt } = sayMoment({
      ...stated,
      asWritten: '3/4/26, 10:51',
      local: '2026-03-04T10:51:00',
      instant: null,
      zone: null,
      basis: 'floating-local',
      precision: 'minute',
      certainty: 'ambiguous',
      readings: ['2026-03-04T10:51:00', '2026-04-03T10:51:00'],
    });
    expect(said).toBe('March 4, 2026, 10:51 a.m.');
    expect(doubt).toBe('may also be April 3, 2026, 10:51 a.m.; zone not stated; written “3/4/26, 10:51”');
  });

  test('keeps the source’s words where no date can be read', () => {
    const unread = sayMoment({ ...stated, asWritten: 'yesterday-ish', local: null, instant: null, zone: null });
    expect(unread).toEqual({ said: '“yesterday-ish”', doubt: 'no date could be read from these words' });
  });

  test('names every hour of the day differently', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const say = (at: number): string =>
      sayDayOrTime(`2026-03-10T${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`);
    fc.assert(fc.property(minute, minute, (one, other) => (one === other) === (say(one) === say(other))));
  });
});
