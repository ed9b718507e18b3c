import { lookUp } from '../look-up.ts';

const units: Readonly<Record<string, string>> = {
  SECONDLY: 'second',
  MINUTELY: 'minute',
  HOURLY: 'hour',
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
};

/** A rule of repetition (RFC 5545, 3.3.10) in words a person can read, with the rule itself where it says more. */
export function repeatWords(rule: string): string {
  const parts = new Map(
    rule.split(';').map((part) => {
      const [name = '', value = ''] = part.split('=', 2);
      return [name.trim().toUpperCase(), value.trim()] as const;
    }),
  );
  const unit = lookUp(units, parts.get('FREQ')?.toUpperCase() ?? '');
  if (unit === undefined) return rule;
  const interval = Number(parts.get('INTERVAL') ?? '1');
  const every = interval > 1 ? `every ${interval} ${unit}s` : `every ${unit}`;
  const days = parts.get('BYDAY');
  const count = parts.get('COUNT');
  const until = /^(\d{4})(\d{2})(\d{2})/.exec(parts.get('UNTIL') ?? '');
  const end =
    count !== undefined ? `, ${count} times` : until === null ? '' : `, until ${until[1]}-${until[2]}-${until[3]}`;
  const on = days === undefined ? '' : ` on ${days.split(',').join(', ')}`;
  return `${every}${on}${end} (only the entry itself is listed, not each repetition)`;
}
