import { isThere, textOf, valueAt } from './form-state.ts';

const COUNTS: ReadonlySet<string> = new Set(['days', 'months', 'hours', 'dayKind']);

/** In the text a limit has one of `days`, `months` and `hours`, and days a kind; here it is a number and its unit. */
export function readLimit(limit: unknown): { readonly number: string; readonly unit: string; readonly fixed: boolean } {
  const fixed = isThere(valueAt(limit, ['by']));
  for (const unit of ['months', 'hours'] as const) {
    if (isThere(valueAt(limit, [unit]))) return { number: textOf(valueAt(limit, [unit])), unit, fixed };
  }
  return { number: textOf(valueAt(limit, ['days'])), unit: textOf(valueAt(limit, ['dayKind'])), fixed };
}

/** The limit with another number or unit; what else it says stays. */
export function writtenLimit(limit: unknown, number: string, unit: string): object {
  const before = typeof limit === 'object' && limit !== null ? Object.entries(limit) : [];
  const rest = Object.fromEntries(before.filter(([key]) => !COUNTS.has(key)));
  const count = /^\d+([.]\d+)?$/.test(number.trim()) ? Number(number) : number.trim() === '' ? null : number.trim();
  if (unit === 'months' || unit === 'hours') return { [unit]: count, ...rest };
  return { days: count, ...(unit === '' ? {} : { dayKind: unit }), ...rest };
}
