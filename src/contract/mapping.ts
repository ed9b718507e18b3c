import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';
import { Box } from './item.ts';

/** A clause of a policy that the district had adopted. */
export const ClauseRef = z.strictObject({ policy: z.string(), clause: z.string() });
export type ClauseRef = z.infer<typeof ClauseRef>;

/** What a person marked: words of an item, found again byte for byte, or a box on its picture or page. */
export const Passage = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('words'),
    start: z.int().min(0),
    /** UTF-16 code units, end exclusive. */
    end: z.int().min(1),
    text: z.string().min(1),
  }),
  z.strictObject({ kind: z.literal('box'), page: z.int().min(1), box: Box, text: z.string() }),
]);
export type Passage = z.infer<typeof Passage>;

/**
 * Where the words of a passage stand in a text: at their own place, or at the nearest one where a correction moved them.
 * @returns null where they do not stand there any more; a box has no place in a text
 */
export function placeOf(text: string, passage: Passage): { readonly start: number; readonly end: number } | null {
  if (passage.kind !== 'words') return null;
  const { start, end, text: words } = passage;
  if (text.slice(start, end) === words) return { start, end };
  let nearest: number | null = null;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (nearest === null || Math.abs(at - start) < Math.abs(nearest - start)) nearest = at;
  }
  return nearest === null ? null : { start: nearest, end: nearest + words.length };
}

export const NewMapping = z.strictObject({
  itemId: Id,
  policy: z.string(),
  clause: z.string(),
  element: z.string(),
  weighs: z.enum(['for', 'against']),
  passage: Passage,
  allegationId: Id.nullable(),
  reason: z.string().max(4000).nullable(),
});
export const Mapping = NewMapping.extend({
  id: Id,
  at: Timestamp,
  by: z.string(),
  withdrawn: z.boolean(),
});
export type Mapping = z.infer<typeof Mapping>;

/** By the time of the items, or by how strongly the machine suggests them, which is no measure of guilt. */
export const SuggestionOrder = z.enum(['time', 'likelihood']);

export const SuggestionView = z.strictObject({
  id: Id,
  itemId: Id,
  policy: z.string(),
  clause: z.string(),
  clauseLabel: z.string(),
  because: z.string(),
  spans: z.array(z.strictObject({ field: z.string(), start: z.int(), end: z.int(), text: z.string() })),
  exceptions: z.array(
    z.strictObject({ exception: z.string(), because: z.string(), applies: z.enum(['yes', 'no', 'unknown']) }),
  ),
  unknowns: z.array(z.string()),
  /** Set aside by an exception that plainly applies. */
  setAside: z.boolean(),
  /** Outside the complaint: shown only while that was opened with a reason. */
  outside: z.boolean(),
  decision: z
    .strictObject({
      id: Id,
      decision: z.enum(['relevant', 'not-relevant']),
      reason: z.string().nullable(),
      by: z.string(),
      at: Timestamp,
    })
    .nullable(),
});
export type SuggestionView = z.infer<typeof SuggestionView>;

export const ScreenFlag = z.strictObject({
  id: Id,
  itemId: Id,
  screen: z.enum(['protected-speech', 'mandated-report']),
  kind: z.string(),
  because: z.string(),
});
export type ScreenFlag = z.infer<typeof ScreenFlag>;

export const DecideSuggestion = z.strictObject({
  itemId: Id,
  policy: z.string(),
  clause: z.string(),
  /** `not-examined` takes an earlier decision back: the suggestion is open again. */
  decision: z.enum(['relevant', 'not-relevant', 'not-examined']),
  /** Required for `not-relevant`. */
  reason: Reason.nullable(),
});

/** One decision about several suggestions: one entry of the record, which names each item. */
export const DecideSuggestions = z.strictObject({
  suggestions: z
    .array(z.strictObject({ itemId: Id, policy: z.string(), clause: z.string() }))
    .min(1)
    .max(1000),
  decision: DecideSuggestion.shape.decision,
  reason: Reason.nullable(),
});

export const ElementState = z.enum(['met', 'not-met', 'inconclusive', 'not-examined']);
export type ElementState = z.infer<typeof ElementState>;

export const ClauseView = z.strictObject({
  policy: z.string(),
  policyTitle: z.string(),
  clause: z.string(),
  label: z.string(),
  words: z.string(),
  force: z.string(),
  binds: z.array(z.string()),
  elements: z.array(z.strictObject({ id: z.string(), label: z.string(), question: z.string() })),
  exceptions: z.array(z.strictObject({ id: z.string(), words: z.string(), question: z.string() })),
  /** False where no detector looks for this clause yet: silence is not clearance. */
  detected: z.boolean(),
  notes: z.array(z.string()),
});
export type ClauseView = z.infer<typeof ClauseView>;

export const GridRow = z.strictObject({
  policy: z.string(),
  clause: z.string(),
  label: z.string(),
  force: z.string(),
  detected: z.boolean(),
  suggested: z.int(),
  relevant: z.int(),
  notRelevant: z.int(),
  setAside: z.int(),
  elements: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      for: z.int(),
      against: z.int(),
      /** Per allegation under this clause, the states a person gave. */
      states: z.array(z.strictObject({ allegation: z.int(), state: ElementState })),
    }),
  ),
});
export type GridRow = z.infer<typeof GridRow>;

/** A fact that a person supplies where the evidence is silent: a relation, an approval, who was told and when. */
export const NewFact = z.strictObject({ itemId: Id.nullable(), words: Reason });
export const Fact = NewFact.extend({ id: Id, at: Timestamp, by: z.string() });
export type Fact = z.infer<typeof Fact>;
