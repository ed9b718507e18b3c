import { raise } from '../../contract/errors.ts';

/** @throws bad-input for a name that is no time zone */
export function assertZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
  } catch {
    raise('bad-input', { why: `“${zone}” is no time zone; one looks like America/New_York.` });
  }
}
