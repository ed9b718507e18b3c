import type { Moment } from '../../../../../contract/moment.ts';
import { floatingMoment, offsetMoment, offsetOf, type WallClock } from '../moments.ts';

const shape =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T\s](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,12})?)?\s*(z|utc|gmt|[-+]\d{2}:?\d{2})?)?$/i;

/** A date as ISO 8601 writes it, with or without a time and an offset; null where it is none. */
export function isoMoment(
  asWritten: string,
  zone: string | null,
  basis: 'floating-local' | 'container' = 'floating-local',
): Moment | null {
  const found = shape.exec(asWritten.trim());
  if (found === null) return null;
  const clock: WallClock = {
    year: Number(found[1]),
    month: Number(found[2]),
    day: Number(found[3]),
    hour: found[4] === undefined ? null : Number(found[4]),
    minute: Number(found[5] ?? 0),
    second: found[6] === undefined ? null : Number(found[6]),
  };
  const label = found[7] ?? '';
  const offset = /^(?:z|utc|gmt)$/i.test(label) ? '+00:00' : offsetOf(label);
  const moment =
    offset === null
      ? floatingMoment(asWritten, [clock], { zone, basis })
      : offsetMoment(asWritten, clock, offset, /^[zug]/i.test(label) ? 'utc-labelled' : 'offset');
  return moment.local === null ? null : moment;
}

const monthNames = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** A date as JavaScript prints it, `Tue Mar 12 2024 21:41:07 GMT+0100 (…)`; null where it is none. */
export function printedMoment(asWritten: string): Moment | null {
  const found = /^\w{3} (\w{3}) (\d{1,2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) (?:GMT|UTC)([-+]\d{4})?/.exec(
    asWritten.trim(),
  );
  if (found === null) return null;
  const month = monthNames.indexOf((found[1] ?? '').toLowerCase()) / 3 + 1;
  if (month < 1 || !Number.isInteger(month)) return null;
  const figure = (index: number): number => Number(found[index]);
  const clock = {
    year: figure(3),
    month,
    day: figure(2),
    hour: figure(4),
    minute: figure(5),
    second: figure(6),
  };
  const offset = found[7] === undefined ? '+00:00' : offsetOf(found[7]);
  const moment = offset === null ? null : offsetMoment(asWritten.trim(), clock, offset);
  return moment === null || moment.local === null ? null : moment;
}
