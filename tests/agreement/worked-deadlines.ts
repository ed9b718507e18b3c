import { twoYears } from './worked-calendars.ts';
import { businessDays, calendarDays, timesOfDay, workingDays } from './worked-other-days.ts';
import type { Worked } from './worked-row.ts';
import { dutyDays, schoolDays, summers } from './worked-school-days.ts';
import { hourLimits, monthLimits, receipts, snowAndOpenYears, stoppedClocks } from './worked-turns.ts';

/** Every deadline that was worked by hand, table by table. */
export const tables: Readonly<Record<string, readonly Worked[]>> = {
  'calendar days': calendarDays,
  'times of day and zones': timesOfDay,
  'school days': schoolDays,
  summers,
  'duty days': dutyDays,
  'working days': workingDays,
  'business days': businessDays,
  'receipt after hours': receipts,
  'stopped and restarted clocks': stoppedClocks,
  months: monthLimits,
  hours: hourLimits,
  'snow and open years': snowAndOpenYears,
};

export function questionOf(worked: Worked, id: string) {
  return { id, rule: worked.rule, trigger: worked.trigger, calendar: worked.calendar ?? twoYears, ...worked.more };
}
