import { notReadList } from '../intake/index.ts';
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

/** What no machine could read and nobody has read, heard or looked at to the end: what it would have said is not known. */
export function filesNotRead({ db }: Charged): readonly Entry[] {
  return notReadList(db)
    .entries.filter(({ described }) => described?.complete !== true)
    .map((file) => ({
      key: `not-read ${file.evidenceId}`,
      kind: 'not-read',
      allegations: [],
      words: `File ${file.number}, “${file.name}”${file.place === null ? '' : `, ${file.place}`}: ${file.because}`,
      quote: null,
      item: null,
    }));
}
