/** Now as a date-and-time field shows it, `2026-05-04T09:12`, in this computer's zone. */
export function clockNow(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/**
 * A date-and-time field's value with this computer's offset on that day: `2026-05-04T09:12:00-04:00`.
 * @returns null where the field is empty or not a time
 */
export function timestampOf(clock: string): string | null {
  const time = new Date(clock);
  if (clock === '' || Number.isNaN(time.getTime())) return null;
  const offset = -time.getTimezoneOffset();
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
  return `${clock.slice(0, 16)}:00${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}
