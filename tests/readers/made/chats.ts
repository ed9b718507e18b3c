/** A wall clock, as the phone that made the export showed it. */
export interface Clock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export interface ChatLocale {
  readonly name: string;
  readonly seconds: boolean;
  /** True where a slash leaves open which figure is the day. */
  readonly slashed: boolean;
  start(clock: Clock): string;
}

const two = (value: number): string => String(value).padStart(2, '0');
const h12 = (clock: Clock): number => (clock.hour % 12 === 0 ? 12 : clock.hour % 12);
const half = (clock: Clock, am: string, pm: string): string => (clock.hour < 12 ? am : pm);
const yy = (clock: Clock): string => two(clock.year % 100);
const arabic = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));

/** How phones in different languages begin a message of an export. */
export const chatLocales: readonly ChatLocale[] = [
  {
    name: 'iPhone, United States, 12 hours with a narrow blank',
    seconds: true,
    slashed: true,
    start: (c) =>
      `[${c.month}/${c.day}/${yy(c)}, ${h12(c)}:${two(c.minute)}:${two(c.second)}\u202f${half(c, 'AM', 'PM')}] `,
  },
  {
    name: 'iPhone, Britain',
    seconds: true,
    slashed: true,
    start: (c) => `[${two(c.day)}/${two(c.month)}/${c.year}, ${two(c.hour)}:${two(c.minute)}:${two(c.second)}] `,
  },
  {
    name: 'iPhone, Korea',
    seconds: true,
    slashed: false,
    start: (c) =>
      `[${c.year}. ${c.month}. ${c.day}. ${half(c, '오전', '오후')} ${h12(c)}:${two(c.minute)}:${two(c.second)}] `,
  },
  {
    name: 'Android, United States',
    seconds: false,
    slashed: true,
    start: (c) => `${c.month}/${c.day}/${yy(c)}, ${h12(c)}:${two(c.minute)}\u202f${half(c, 'AM', 'PM')} - `,
  },
  {
    name: 'Android, Germany',
    seconds: false,
    slashed: false,
    start: (c) => `${two(c.day)}.${two(c.month)}.${yy(c)}, ${two(c.hour)}:${two(c.minute)} - `,
  },
  {
    name: 'Android, Brazil',
    seconds: false,
    slashed: true,
    start: (c) => `${two(c.day)}/${two(c.month)}/${c.year} ${two(c.hour)}:${two(c.minute)} - `,
  },
  {
    name: 'Android, Spain, 12 hours with a blank that does not break',
    seconds: false,
    slashed: true,
    start: (c) => `${c.day}/${c.month}/${yy(c)}, ${h12(c)}:${two(c.minute)} ${half(c, 'a.', 'p.')}\u00a0m. - `,
  },
  {
    name: 'Android, Canada',
    seconds: false,
    slashed: false,
    start: (c) => `${c.year}-${two(c.month)}-${two(c.day)}, ${h12(c)}:${two(c.minute)} ${half(c, 'a.m.', 'p.m.')} - `,
  },
  {
    name: 'Android, Japan',
    seconds: false,
    slashed: false,
    start: (c) => `${c.year}/${two(c.month)}/${two(c.day)}, ${two(c.hour)}:${two(c.minute)} - `,
  },
  {
    name: 'Android, China, the half of the day before the time',
    seconds: false,
    slashed: false,
    start: (c) => `${yy(c)}/${c.month}/${c.day} ${half(c, '上午', '下午')}${h12(c)}:${two(c.minute)} - `,
  },
  {
    name: 'Android, Netherlands',
    seconds: false,
    slashed: false,
    start: (c) => `${two(c.day)}-${two(c.month)}-${c.year} ${two(c.hour)}:${two(c.minute)} - `,
  },
  {
    name: 'Android, Finland, a dot in the time',
    seconds: false,
    slashed: false,
    start: (c) => `${c.day}.${c.month}.${c.year} klo ${two(c.hour)}.${two(c.minute)} - `,
  },
  {
    name: 'Android, Arabic figures and comma',
    seconds: false,
    slashed: true,
    start: (c) =>
      `\u200f${arabic(`${c.day}/${c.month}/${c.year}`)}\u060c ${arabic(`${h12(c)}:${two(c.minute)}`)} ${half(c, 'ص', 'م')} - `,
  },
];

/** The clock as readers tell it. */
export function localText(clock: Clock, seconds: boolean): string {
  const time = `${two(clock.hour)}:${two(clock.minute)}:${seconds ? two(clock.second) : '00'}`;
  return `${clock.year}-${two(clock.month)}-${two(clock.day)}T${time}`;
}
