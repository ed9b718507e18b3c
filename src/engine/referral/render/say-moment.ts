import type { Moment } from '../../../contract/moment.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/** A day or a day with a time as Americans write it: `March 10, 2026` or `March 10, 2026, 10:42 a.m.`. Seconds are kept where they are given. */
export function sayDayOrTime(local: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(local);
  if (match === null) return local;
  const [, year = '', month = '', day = '', hour, minute = '', second] = match;
  const date = `${months[Number(month) - 1] ?? month} ${Number(day)}, ${year}`;
  return hour === undefined ? date : `${date}, ${sayClock(Number(hour), minute, second)}`;
}

function sayClock(hour: number, minute: string, second: string | undefined): string {
  const seconds = second === undefined || second === '00' ? '' : `:${second}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute}${seconds} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}

/** A moment in words with its doubt beside it; `doubt` is null where the source fixes the instant without question. */
export function sayMoment(moment: Moment): { readonly said: string; readonly doubt: string | null } {
  if (moment.local === null) return { said: `“${moment.asWritten}”`, doubt: 'no date could be read from these words' };
  const local = moment.precision === 'minute' ? moment.local.replace(/:\d{2}$/, sayMinute) : moment.local;
  const zone = moment.zone === null ? '' : ` (${sayZone(moment.zone)})`;
  const doubts = doubtsOf(moment);
  return { said: `${sayDayOrTime(local)}${zone}`, doubt: doubts.length === 0 ? null : doubts.join('; ') };
}

/** Zones of the United States by the names people use; others as the source gives them. */
const zones: Readonly<Record<string, string>> = {
  'America/New_York': 'Eastern Time',
  'America/Chicago': 'Central Time',
  'America/Denver': 'Mountain Time',
  'America/Los_Angeles': 'Pacific Time',
};

function sayZone(zone: string): string {
  return zones[zone] ?? zone.replace(/^-(?=\d)/, 'UTC−').replace(/^\+(?=\d)/, 'UTC+');
}

/** `10:42:00` keeps its minutes, `10:42` (no seconds) is left alone. */
function sayMinute(tail: string, offset: number): string {
  return offset > 'YYYY-MM-DDTHH'.length ? '' : tail;
}

function doubtsOf(moment: Moment): string[] {
  const doubts: string[] = [];
  if (moment.certainty === 'ambiguous') {
    const others = moment.readings.filter((reading) => reading !== moment.local).map(sayDayOrTime);
    doubts.push(others.length === 0 ? 'date can be read in more than one way' : `may also be ${others.join(' or ')}`);
  }
  if (moment.certainty === 'assumed') doubts.push('assumed');
  if (moment.basis === 'person') doubts.push('as told by a person');
  if (moment.basis === 'file-time') doubts.push('the file’s own date');
  if (moment.zone === null && moment.instant === null && moment.precision !== 'day') doubts.push('zone not stated');
  if (doubts.length > 0) doubts.push(`written “${moment.asWritten}”`);
  return doubts;
}
