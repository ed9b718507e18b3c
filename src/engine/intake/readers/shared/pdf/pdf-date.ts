import type { Moment } from '../../../../../contract/moment.ts';
import { floatingMoment, offsetMoment, offsetOf, type WallClock } from '../moments.ts';

const shape = /^D?:?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?\s*(Z|[-+]\d{2}'?:?(?:\d{2})?'?)?/;

/** Reads a date of a PDF, `D:20260310104200-04'00'` (ISO 32000-1, 7.9.4); null where it is none. */
export function pdfMoment(written: string, zone: string | null): Moment | null {
  const found = shape.exec(written.trim());
  if (found === null) return null;
  const figure = (index: number, otherwise: number): number =>
    found[index] === undefined ? otherwise : Number(found[index]);
  const timed = found[4] !== undefined;
  const clock: WallClock = {
    year: figure(1, 0),
    month: figure(2, 1),
    day: figure(3, 1),
    hour: timed ? figure(4, 0) : null,
    minute: figure(5, 0),
    second: found[6] === undefined ? null : figure(6, 0),
  };
  const label = (found[7] ?? '').replaceAll("'", '');
  const offset = offsetOf(label);
  const moment =
    offset === null
      ? floatingMoment(written, [clock], { zone, basis: 'container' })
      : offsetMoment(written, clock, offset, label === 'Z' ? 'utc-labelled' : 'offset');
  return moment.local === null ? null : moment;
}
