import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reckon, wallClock, zonesToChoose } from '../../src/renderer/parts/zoned-time.ts';

const newYork = 'America/New_York';

test('a time is written with the offset that its zone had on that day', () => {
  expect(reckon({ day: '2026-03-06', time: '08:15', zone: newYork })).toMatchObject({
    timestamp: '2026-03-06T08:15:00-05:00',
  });
  expect(reckon({ day: '2026-03-10', time: '08:15', zone: newYork })).toMatchObject({
    timestamp: '2026-03-10T08:15:00-04:00',
  });
  expect(reckon({ day: '2026-03-10', time: '08:15', zone: 'UTC' })).toMatchObject({
    timestamp: '2026-03-10T08:15:00+00:00',
  });
  expect(reckon({ day: '2026-07-01', time: '23:05', zone: 'Asia/Kolkata' })).toMatchObject({
    timestamp: '2026-07-01T23:05:00+05:30',
  });
});

test('a time that the clocks skip in spring has no instant', () => {
  expect(reckon({ day: '2026-03-08', time: '02:30', zone: newYork })).toEqual({
    ok: false,
    why: 'skipped-by-clock-change',
  });
  expect(reckon({ day: '2026-03-08', time: '03:00', zone: newYork })).toMatchObject({ ok: true, twice: false });
});

test('a time that the clocks show twice in autumn is read as the earlier one, and said to be so', () => {
  expect(reckon({ day: '2026-11-01', time: '01:30', zone: newYork })).toEqual({
    ok: true,
    timestamp: '2026-11-01T01:30:00-04:00',
    twice: true,
  });
});

test('a day without a time, or a time without a day, is no time yet', () => {
  expect(reckon({ day: '2026-03-10', time: '', zone: newYork })).toEqual({ ok: false, why: 'incomplete' });
  expect(reckon({ day: '', time: '08:15', zone: newYork })).toEqual({ ok: false, why: 'incomplete' });
});

test('what a wall clock shows at any instant is reckoned back to that instant', () => {
  const zones = fc.constantFrom(newYork, 'America/Phoenix', 'America/St_Johns', 'Pacific/Auckland', 'UTC');
  // Whole minutes from 2010 to 2040.
  const minutes = fc.integer({ min: 21_038_400, max: 36_817_920 });
  fc.assert(
    fc.property(minutes, zones, (minute, zone) => {
      const instant = minute * 60_000;
      const back = reckon(wallClock(instant, zone));
      if (!back.ok) throw new Error(`${instant} in ${zone} has no way back`);
      const found = Date.parse(back.timestamp);
      expect(back.twice ? [instant, instant - 3_600_000] : [instant]).toContain(found);
    }),
  );
});

test('the own zone stands first in the list and only once', () => {
  const zones = zonesToChoose('America/Chicago');
  expect(zones[0]).toBe('America/Chicago');
  expect(new Set(zones).size).toBe(zones.length);
});
