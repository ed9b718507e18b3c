import type { EventView } from '../../../../contract/step-view.ts';
import { events } from '../../../procedure/index.ts';
import type { Scope } from '../../gather/scope.ts';
import { type DraftPart, table } from '../kind.ts';
import { momentWords } from './case-facts.ts';

export const REPRESENTATION = /^representati/;
export const SERVED = /-(served|delivered|notified|sent|given)$/;

/** Facts of an event that a reader of the record asks for, with the words before each. */
const DETAILS: readonly (readonly [string, string])[] = [
  ['how', ''],
  ['proof', 'proof: '],
  ['asked', 'asked: '],
  ['words', 'words: '],
  ['choice', 'choice: '],
  ['for', 'set for '],
];

function detailWords(scope: Scope, event: EventView): string {
  const facts = DETAILS.flatMap(([key, before]) => {
    const value = event.details[key];
    if (typeof value !== 'string' || value.trim() === '') return [];
    return [`${before}${key === 'for' ? momentWords(scope, value) : value}`];
  });
  return scope.safe([...facts, ...(event.note === null ? [] : [event.note])].join('; '));
}

/** Who did it: the person named, else whoever wrote it down. */
export function doerOf(scope: Scope, event: EventView): string {
  return scope.safe(typeof event.details['by'] === 'string' ? event.details['by'] : event.by);
}

/** One kind of record on its own: what a hearing asks for first. */
export function recordPart(scope: Scope, id: string, heading: string, kinds: RegExp, none: string): DraftPart {
  const told = toldOf(scope).filter(
    ({ kind, correctedBy }) =>
      kinds.test(kind) && correctedBy === null && (id !== 'service' || !REPRESENTATION.test(kind)),
  );
  return {
    id,
    heading,
    blocks: [
      table(
        [
          ['When', 1.3],
          ['What', 2.2],
          ['By whom', 1.2],
          ['How, and what shows it', 1.8],
        ],
        told.map((event) => [
          momentWords(scope, event.at),
          event.title,
          doerOf(scope, event),
          detailWords(scope, event) || 'Not recorded',
        ]),
        none,
      ),
    ],
  };
}

/** The events of this respondent and of the case as a whole, corrected ones among them. */
export function toldOf(scope: Scope): readonly EventView[] {
  return events(scope.db).filter(({ respondentId }) => respondentId === null || respondentId === scope.respondent.id);
}
