import { z } from 'zod';

/** What a person typed: a day, a wall-clock time and the zone of that clock. */
export const WallClockShape = z.object({
  /** `YYYY-MM-DD`, or `''` while nothing is chosen. */
  day: z.string(),
  /** `HH:MM`, or `''` while nothing is chosen. */
  time: z.string(),
  /** IANA name, such as `America/New_York`. */
  zone: z.string(),
});
export type WallClock = z.infer<typeof WallClockShape>;

/** Why a day, a time and a zone make no instant. */
export type NoInstant = 'incomplete' | 'skipped-by-clock-change';

export type Reckoned =
  | { readonly ok: true; readonly timestamp: string; readonly twice: boolean }
  | { readonly ok: false; readonly why: NoInstant };

const MINUTE = 60_000;

/** The zone of this computer's clock. */
export function computerZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * The date-time with offset that a wall clock tells, as `2026-03-10T08:15:00-04:00`.
 * A time that the clocks skip has no instant; one that they show twice is read as the earlier, and `twice` says so.
 */
export function reckon(clock: WallClock): Reckoned {
  const wall = Date.parse(`${clock.day}T${clock.time}:00Z`);
  if (clock.day === '' || clock.time === '' || Number.isNaN(wall)) return { ok: false, why: 'incomplete' };
  // A zone's offset changes by a few hours at most, so the offsets a day before and after are all that can apply.
  const offsets = new Set([-1, 0, 1].map((days) => offsetMinutes(wall + days * 24 * 60 * MINUTE, clock.zone)));
  const instants = [...offsets]
    .map((minutes) => ({ minutes, instant: wall - minutes * MINUTE }))
    .filter(({ minutes, instant }) => offsetMinutes(instant, clock.zone) === minutes)
    .sort((one, other) => one.instant - other.instant);
  const first = instants[0];
  if (first === undefined) return { ok: false, why: 'skipped-by-clock-change' };
  return {
    ok: true,
    timestamp: `${clock.day}T${clock.time}:00${offsetWords(first.minutes)}`,
    twice: instants.length > 1,
  };
}

/** The wall clock of a zone at an instant; the seconds are left out. */
export function wallClock(instant: number, zone: string): WallClock {
  const shifted = new Date(instant + offsetMinutes(instant, zone) * MINUTE).toISOString();
  return { day: shifted.slice(0, 10), time: shifted.slice(11, 16), zone };
}

/** An instant to the second on a zone's clock, with its offset: `2026-03-24T14:03:20-04:00`. */
export function stampAt(instant: number, zone: string): string {
  const minutes = offsetMinutes(instant, zone);
  return `${new Date(instant + minutes * MINUTE).toISOString().slice(0, 19)}${offsetWords(minutes)}`;
}

/** Minutes east of UTC that a zone's clocks show at an instant (milliseconds since 1970). */
function offsetMinutes(instant: number, zone: string): number {
  const name = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find((part) => part.type === 'timeZoneName')?.value;
  const found = /^GMT([+-])(\d\d):(\d\d)/.exec(name ?? '');
  if (found === null) return 0;
  const [, sign, hours, minutes] = found;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function offsetWords(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'UTC',
];

/** Zones to choose from: this computer's first, then those of the United States. */
export function zonesToChoose(own: string): readonly string[] {
  return [own, ...ZONES.filter((zone) => zone !== own)];
}

/** An instant on this computer's clock, as `2026-03-10T08:15`. */
export function onThisClock(at: string): string {
  const { day, time } = wallClock(Date.parse(at), computerZone());
  return `${day}T${time}`;
}
