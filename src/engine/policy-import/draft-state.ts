import { z } from 'zod';
import { Clause } from '../../contract/policy.ts';
import { PassageRole, PolicyHead, Proposal } from '../../contract/policy-import.ts';
import { ClauseIds } from './clause-ids.ts';
import { datesIn } from './dates.ts';
import { headOf } from './head.ts';
import { limbsOf } from './limbs.ts';
import { linesOf, type PageStarts } from './lines.ts';
import { readingTextOf } from './paragraphs.ts';
import { type ProposedClause, proposeClause, type Shelf } from './propose.ts';
import type { Span } from './sentences.ts';
import { type Unit, unitsOf } from './units.ts';

const SpanShape = z.strictObject({ start: z.int(), end: z.int() });

export const StatePassage = z.strictObject({
  key: z.string(),
  role: PassageRole,
  start: z.int(),
  end: z.int(),
  words: z.int(),
  page: z.int(),
  path: z.array(z.string()),
  item: z.boolean(),
  above: z.array(SpanShape),
});
export type StatePassage = z.infer<typeof StatePassage>;

export const StateClause = z.strictObject({
  key: z.string(),
  passages: z.array(z.string()).min(1),
  clause: Clause,
  proposals: z.array(Proposal),
  confirmed: z.boolean(),
});
export type StateClause = z.infer<typeof StateClause>;

/** A policy on its way to a pack. The passages hold every word of the text, in its order; the clauses quote them. */
export const DraftState = z.strictObject({
  text: z.string(),
  head: PolicyHead,
  passages: z.array(StatePassage),
  clauses: z.array(StateClause),
});
export type DraftState = z.infer<typeof DraftState>;

export interface Received {
  readonly text: string;
  readonly pageStarts: PageStarts;
  /** Offsets of lines before which the page leaves space; left out where the format has no places. */
  readonly gaps?: readonly number[];
  readonly fileName: string;
  readonly timeZone: string;
}

/** Splits a policy into its passages and proposes its clauses. The same text and the same policies at hand give the same. */
export function draftOf(received: Received, shelf: Shelf): DraftState {
  const reading = readingTextOf(received.text, linesOf(received.text, received.pageStarts, received.gaps));
  const units = withLeadInsUsed(unitsOf(reading));
  const passages = units.map(passageOf);
  const wordsOf = (span: Span): string => reading.text.slice(span.start, span.end);
  const dates = datesIn(passages.filter(({ role }) => role === 'date').map(wordsOf));
  const ids = new ClauseIds();
  const clauses = passages
    .filter(({ role }) => role === 'clause')
    .flatMap((passage) => clausesOf(reading.text, passage, shelf, ids));
  const titles = passages.filter(({ role }) => role === 'title').map(wordsOf);
  return {
    text: reading.text,
    head: headOf(titles, wordsOf({ start: 0, end: 4000 }), dates, received),
    passages,
    clauses,
  };
}

/** What introduces a list governs its items; where there are none it is a clause like any other. */
function withLeadInsUsed(units: readonly Unit[]): readonly Unit[] {
  const used = new Set(units.flatMap(({ above }) => above.map(({ start }) => start)));
  return units.map((unit) => (unit.role === 'lead-in' && !used.has(unit.start) ? { ...unit, role: 'clause' } : unit));
}

function passageOf({ continues: _, ...unit }: Unit): StatePassage {
  return {
    ...unit,
    key: passageKey(unit.start),
    path: [...unit.path],
    above: unit.above.map(({ start, end }) => ({ start, end })),
  };
}

export function passageKey(start: number): string {
  return `p${start}`;
}

/** The clauses proposed for one passage: one, or one for each limb of its sentence. */
export function clausesOf(text: string, passage: StatePassage, shelf: Shelf, ids: ClauseIds): StateClause[] {
  const words = text.slice(passage.words, passage.end);
  const limbs = limbsOf(words);
  const made = (limb: string | null, key: string): StateClause => ({
    key,
    passages: [passage.key],
    confirmed: false,
    ...proposed(text, passage, words, limb, shelf, ids),
  });
  return limbs.length === 0
    ? [made(null, `c${passage.start}`)]
    : limbs.map((limb, index) => made(limb, `c${passage.start}.${index + 1}`));
}

/** A clause proposed for words of a passage, with an id that no other clause has. */
export function proposed(
  text: string,
  passage: StatePassage,
  words: string,
  limb: string | null,
  shelf: Shelf,
  ids: ClauseIds,
): { clause: Clause; proposals: Proposal[] } {
  const above = passage.above.map(({ start, end }) => text.slice(start, end));
  const made: ProposedClause = proposeClause({ words, limb, above, isItem: passage.item, id: 'x' }, shelf);
  const id = ids.next(limb === null ? passage.path : [], made.clause.label, above.at(-1) ?? null);
  return { clause: { ...made.clause, id }, proposals: [...made.proposals] };
}
