import type { Clause } from '../../../contract/policy.ts';

/** How people call a clause: `Guideline 8`, `Section C, paragraph 2`; else its label. */
export function clauseName({ id, label }: Clause): string {
  if (/^\d+$/.test(id)) return `Guideline ${id}: ${label}`;
  const [, section, paragraph] = /^([A-Z])(\d+)$/.exec(id) ?? [];
  return section === undefined ? label : `Section ${section}, paragraph ${paragraph}: ${label}`;
}
