import { evidenceList } from '../intake/index.ts';
import { events } from '../procedure/index.ts';
import type { Charged, Entry } from './charged.ts';

const PASSED_OVER: readonly string[] = ['gate-overridden', 'step-waived'];

/** Steps and gates that were passed over in this employee's matter, with the reason that was given. */
export function stepsPassedOver({ db, respondentId }: Charged): readonly Entry[] {
  return events(db)
    .filter(({ kind, correctedBy }) => PASSED_OVER.includes(kind) && correctedBy === null)
    .filter((event) => event.respondentId === null || event.respondentId === respondentId)
    .map((event) => ({
      key: `step ${event.id}`,
      kind: 'step-passed-over',
      allegations: [],
      words: `${event.title}${whichOf(event.details)}: ${event.note ?? 'no reason is recorded'}`,
      quote: null,
      item: null,
    }));
}

function whichOf(details: Readonly<Record<string, unknown>>): string {
  const which = details['gate'] ?? details['step'];
  return typeof which === 'string' ? ` (${which})` : '';
}

/** Files that were kept and that no machine could read: what they would have said is not known. */
export function filesNotRead({ db }: Charged): readonly Entry[] {
  return evidenceList(db)
    .filter(({ state, outcome }) => state === 'not-read' && outcome?.kept === true)
    .map((file) => ({
      key: `not-read ${file.id}`,
      kind: 'not-read',
      allegations: [],
      words:
        `File ${file.number}, “${file.name}”, could not be read by machine. ${file.outcome?.error ?? file.outcome?.warnings[0] ?? ''}`.trim(),
      quote: null,
      item: null,
    }));
}
