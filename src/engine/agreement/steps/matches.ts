import type { Fact } from './facts.ts';

export type Wanted = Readonly<Record<string, string | number | boolean>> | undefined;

/** Whether an event says what a rule asks of it, as `{ level: 2 }`. */
export function matches(event: Readonly<Record<string, unknown>>, wanted: Wanted): boolean {
  return Object.entries(wanted ?? {}).every(([name, value]) => event[name] === value);
}

export function matching(found: readonly Fact[], wanted: Wanted): readonly Fact[] {
  return wanted === undefined ? found : found.filter((fact) => matches(fact.event, wanted));
}
