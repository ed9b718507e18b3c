/** When something was sent, on the school's own clock. */
export interface LocalTime {
  /** Minutes since midnight, local. */
  readonly minutes: number;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  /** `YYYY-MM-DD`, local. */
  readonly day: string;
  /** `10:42`. */
  readonly shown: string;
  /** How the local time was had. */
  readonly basis: 'as-written' | 'converted' | 'floating';
  /** The time as another clock would show it, where the offset written is not the school's own on that day; else null. */
  readonly otherwise: { readonly minutes: number; readonly shown: string } | null;
}

const shape = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Reads a time as the school's clock showed it; null where there is no time of day. `zone` is an IANA name. */
export function readLocalTime(sentAt: string | null, zone: string, zoneStated: boolean): LocalTime | null {
  const match = shape.exec((sentAt ?? '').trim());
  const [, year, month, day, hour, minute, , offset] = match ?? [];
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined)
    return null;
  const written = wall(Number(year), Number(month), Number(day), Number(hour), Number(minute));
  if (written === null) return null;
  if (offset === undefined) return { ...written, basis: 'floating', otherwise: null };
  const instant =
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)) -
    offsetMinutes(offset) * 60_000;
  const school = inZone(instant, zone);
  if (school === null) return { ...written, basis: 'floating', otherwise: null };
  // A time in UTC is the platform's clock, never a person's.
  if (offsetMinutes(offset) === 0 || zoneStated) return { ...school, basis: 'converted', otherwise: null };
  const same = school.minutes === written.minutes && school.day === written.day;
  return { ...written, basis: 'as-written', otherwise: same ? null : { minutes: school.minutes, shown: school.shown } };
}

/** The day as far as it is written, `YYYY-MM-DD`; null where no date can be read. */
export function readDay(sentAt: string | null): string | null {
  return shape.test((sentAt ?? '').trim()) ? (sentAt ?? '').trim().slice(0, 10) : null;
}

interface Wall {
  readonly minutes: number;
  readonly weekday: number;
  readonly day: string;
  readonly shown: string;
}

function wall(year: number, month: number, day: number, hour: number, minute: number): Wall | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59) return null;
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return {
    minutes: hour * 60 + minute,
    weekday: weekday === 0 ? 7 : weekday,
    day: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`,
    shown: `${two(hour)}:${two(minute)}`,
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function offsetMinutes(offset: string): number {
  if (/^z$/i.test(offset)) return 0;
  const digits = offset.replace(':', '');
  const sign = digits.startsWith('-') ? -1 : 1;
  return sign * (Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5)));
}

function inZone(instant: number, zone: string): Wall | null {
  if (!Number.isFinite(instant)) return null;
  const parts = new Map(
    zoneFormat(zone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN;
  const found = [read('year'), read('month'), read('day'), read('hour'), read('minute')] as const;
  return found.some(Number.isNaN) ? null : wall(...found);
}

function zoneFormat(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  formats.set(zone, made);
  return made;
}

/** Minutes since midnight of `07:30`, `7:30 am` or `2:45pm`; null where it cannot be read. */
export function readClock(written: string | null | undefined): number | null {
  const match = /^\s*(\d{1,2})(?::(\d{2}))?\s*([ap])?\.?(?:m\.?)?\s*$/i.exec(written ?? '');
  const hour = Number(match?.[1] ?? Number.NaN);
  if (Number.isNaN(hour) || hour > 24) return null;
  const half = match?.[3]?.toLowerCase();
  const shifted = half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour;
  return shifted * 60 + Number(match?.[2] ?? 0);
}

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** True where `Mon-Fri`, `Mon, Wed`, `weekdays`… includes the weekday (1 = Monday); null where it cannot be read. */
export function includesWeekday(days: string | null | undefined, weekday: number): boolean | null {
  const written = (days ?? '').toLowerCase();
  if (/every|daily|all/.test(written)) return true;
  if (/weekday|school ?day/.test(written)) return weekday <= 5;
  const found = [...written.matchAll(/(mon|tue|wed|thu|fri|sat|sun)[a-z]*(\s*(?:-|–|to|through)\s*)?/g)];
  if (found.length === 0) return null;
  let included = false;
  for (const [index, match] of found.entries()) {
    const first = dayNames.indexOf(match[1] ?? '') + 1;
    const next = found[index + 1];
    const last = match[2] !== undefined && next !== undefined ? dayNames.indexOf(next[1] ?? '') + 1 : first;
    included ||= first <= last ? weekday >= first && weekday <= last : weekday >= first || weekday <= last;
  }
  return included;
}
