import { Temporal } from 'temporal-polyfill';

/** A time told by its distance from the moment at which it was shown. */
export interface RelativeTime {
  readonly local: string;
  readonly precision: 'minute' | 'day';
}

type Unit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years';

/** Short and long names of units as apps write them in English and Spanish; `m` alone is minutes, `mo` months. */
const units: readonly (readonly [Unit, RegExp])[] = [
  ['months', /^(?:mo|mos|mon|mths?|months?|mes|meses)$/],
  ['minutes', /^(?:m|min|mins|minutes?|minutos?)$/],
  ['hours', /^(?:h|hr|hrs|hours?|horas?)$/],
  ['days', /^(?:d|days?|días?|dias?)$/],
  ['weeks', /^(?:w|wk|wks|weeks?|sem|semanas?)$/],
  ['years', /^(?:y|yr|yrs|years?|años?|anos?)$/],
];

const days: readonly RegExp[] = [
  /^(?:mon|monday|lun|lunes)$/,
  /^(?:tue|tues|tuesday|mar|martes)$/,
  /^(?:wed|weds|wednesday|mié|mie|miércoles|miercoles)$/,
  /^(?:thu|thur|thurs|thursday|jue|jueves)$/,
  /^(?:fri|friday|vie|viernes)$/,
  /^(?:sat|saturday|sáb|sab|sábado|sabado)$/,
  /^(?:sun|sunday|dom|domingo)$/,
];

/** Whether a date is told relative to the moment of capture: `2h`, `yesterday at 9:41 PM`, `hace 3 días`. */
export function isRelative(asWritten: string): boolean {
  return parse(asWritten) !== null;
}

/**
 * The wall clock of a relative time.
 * @param capturedAt wall clock at which it was shown, `2026-03-10T21:52`
 * @returns null where the words tell no relative time; with hours and minutes to the minute, else to the day
 */
export function relativeTime(asWritten: string, capturedAt: string): RelativeTime | null {
  const told = parse(asWritten);
  if (told === null) return null;
  const captured = Temporal.PlainDateTime.from(capturedAt);
  switch (told.kind) {
    case 'now':
      return { local: `${capturedAt}:00`, precision: 'minute' };
    case 'back': {
      const then = captured.subtract({ [told.unit]: told.count });
      return told.unit === 'minutes' || told.unit === 'hours' ? toMinute(then) : toDay(then.toPlainDate(), null);
    }
    case 'day':
      return toDay(captured.toPlainDate().subtract({ days: told.daysBack }), told.clock);
    case 'weekday': {
      // The last such day before the capture: the app would have said "today" otherwise.
      const back = (captured.dayOfWeek - told.weekday + 7) % 7 || 7;
      return toDay(captured.toPlainDate().subtract({ days: back }), told.clock);
    }
  }
}

type Told =
  | { readonly kind: 'now' }
  | { readonly kind: 'back'; readonly unit: Unit; readonly count: number }
  | { readonly kind: 'day'; readonly daysBack: number; readonly clock: string | null }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly clock: string | null };

function parse(asWritten: string): Told | null {
  const words = asWritten
    .toLowerCase()
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[·•,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (/^(?:just now|now|ahora|ahora mismo|justo ahora)$/.test(words)) return { kind: 'now' };
  return distance(words) ?? namedDay(words);
}

function distance(words: string): Told | null {
  const found = /^(?:hace )?(?:about )?(\d{1,3}|an?|una?|one) ?([\p{L}]+)\.?(?: ago)?(?: edited| \(edited\))?$/u.exec(
    words,
  );
  const unit = found === null ? undefined : units.find(([, names]) => names.test(found[2] ?? ''))?.[0];
  if (found === null || unit === undefined) return null;
  const count = /^\d/.test(found[1] ?? '') ? Number(found[1]) : 1;
  return { kind: 'back', unit, count };
}

function namedDay(words: string): Told | null {
  const found = /^(?:last )?([\p{L}]+)(?: (?:at |a las |a la )?(\d{1,2}:\d{2}(?: ?[ap]\.? ?m\.?)?))?$/u.exec(words);
  const name = found?.[1];
  if (found === null || name === undefined) return null;
  const clock = clockOf(found[2]);
  if (found[2] !== undefined && clock === null) return null;
  if (/^(?:today|hoy)$/.test(name)) return { kind: 'day', daysBack: 0, clock };
  if (/^(?:yesterday|ayer)$/.test(name)) return { kind: 'day', daysBack: 1, clock };
  const weekday = days.findIndex((day) => day.test(name));
  return weekday < 0 ? null : { kind: 'weekday', weekday: weekday + 1, clock };
}

/** `9:41 pm` as `21:41:00`; null where it is no time. */
function clockOf(written: string | undefined): string | null {
  const found = /^(\d{1,2}):(\d{2})(?: ?([ap])\.? ?m\.?)?$/.exec(written ?? '');
  if (found === null) return null;
  const hour = Number(found[1]);
  const half = found[3];
  if (Number(found[2]) > 59 || hour > 23 || (half !== undefined && (hour > 12 || hour === 0))) return null;
  const of24 = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return `${String(of24).padStart(2, '0')}:${found[2]}:00`;
}

function toMinute(time: Temporal.PlainDateTime): RelativeTime {
  return { local: time.toString({ smallestUnit: 'second' }), precision: 'minute' };
}

function toDay(day: Temporal.PlainDate, clock: string | null): RelativeTime {
  return clock === null
    ? { local: day.toString(), precision: 'day' }
    : { local: `${day.toString()}T${clock}`, precision: 'minute' };
}
