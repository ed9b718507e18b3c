/** `24 November 2026, 09:33 (UTC-05:00)`, as it was written and not turned into another zone. */
export function momentWords(at: string): string {
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const offset = /(Z|[+-]\d\d:\d\d)$/.exec(at)?.[1] ?? '';
  return `${day.format(new Date(`${at.slice(0, 10)}T00:00:00Z`))}, ${at.slice(11, 16)} (UTC${offset === 'Z' ? '' : offset})`;
}
