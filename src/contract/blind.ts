import { z } from 'zod';
import { Id, Timestamp } from './case.ts';
import { ClauseRef } from './mapping.ts';
import { Moment } from './moment.ts';

/** To estimate what the machine missed among items it suggested nothing of, or to see whether two people link alike. */
export const BlindPurpose = z.enum(['missed', 'second-reading']);
export type BlindPurpose = z.infer<typeof BlindPurpose>;

export const SampleSizes = z.strictObject({
  /** Items that a sample is drawn from. */
  population: z.int(),
  /** What a sample of this size could say: where nothing is found in it, at most this fraction was missed (95 %). */
  sizes: z.array(z.strictObject({ size: z.int(), atMost: z.number() })),
});

export const DrawSample = z.strictObject({
  purpose: BlindPurpose,
  size: z.int().min(1).max(2000),
  /** The same seed over the same items draws the same sample; null makes one. */
  seed: z.string().trim().min(1).max(64).nullable(),
});

export const BlindSample = z.strictObject({
  id: Id,
  number: z.int(),
  purpose: BlindPurpose,
  size: z.int(),
  population: z.int(),
  seed: z.string(),
  clauses: z.array(ClauseRef),
  at: Timestamp,
  by: z.string(),
  readers: z.array(z.strictObject({ by: z.string(), answered: z.int() })),
});
export type BlindSample = z.infer<typeof BlindSample>;

export const AnswerBlind = z.strictObject({
  sampleId: Id,
  itemId: Id,
  /** Clauses on which the item bears, for or against; none where it bears on none. */
  clauses: z.array(ClauseRef),
  note: z.string().max(4000).nullable(),
});

const Range = z.strictObject({ point: z.number(), low: z.number(), high: z.number() });

export const MissedEstimate = z.strictObject({
  examined: z.int(),
  missed: z.int(),
  /** Fraction of the items that nothing was suggested of. */
  rate: Range,
  /** The same as a number of items. */
  items: Range,
  /** How it was counted, in words. */
  method: z.string(),
});

export const ClauseAgreement = z.strictObject({
  ...ClauseRef.shape,
  label: z.string(),
  both: z.int(),
  onlyFirst: z.int(),
  onlySecond: z.int(),
  neither: z.int(),
  /** Cohen’s kappa; null where both said the same of every item, so that chance cannot be told apart. */
  kappa: z.number().nullable(),
});
export type ClauseAgreement = z.infer<typeof ClauseAgreement>;

export const Comparison = z.strictObject({
  first: z.string(),
  second: z.string(),
  items: z.int(),
  /** Items of which both said exactly the same. */
  same: z.int(),
  clauses: z.array(ClauseAgreement),
  differences: z.array(
    z.strictObject({
      itemId: Id,
      number: z.int(),
      first: z.array(ClauseRef),
      second: z.array(ClauseRef),
    }),
  ),
});

export const BlindView = z.strictObject({
  sample: BlindSample,
  /** Only what was said, by whom and when: nothing that anybody made of it. */
  items: z.array(
    z.strictObject({
      id: Id,
      number: z.int(),
      author: z.string().nullable(),
      to: z.string().nullable(),
      sentAt: Moment.nullable(),
      text: z.string(),
      /** The acting person's own answer, null while there is none. */
      answer: z.strictObject({ clauses: z.array(ClauseRef), note: z.string().nullable() }).nullable(),
    }),
  ),
  /** Null until somebody has examined the whole sample: an estimate that is watched while it grows is none. */
  estimate: MissedEstimate.nullable(),
  /** Null until two people have examined all of it. */
  comparison: Comparison.nullable(),
});
export type BlindView = z.infer<typeof BlindView>;
