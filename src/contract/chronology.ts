import { z } from 'zod';
import { Id } from './case.ts';
import { Moment } from './moment.ts';

/** What kind of thing happened; the words stand in the entry. */
export const ChronologyKind = z.enum([
  'conduct',
  'knowledge',
  'complaint',
  'capture',
  'notice',
  'hold',
  'interview',
  'response',
  'finding',
  'decision',
  'document',
  'procedure',
]);
export type ChronologyKind = z.infer<typeof ChronologyKind>;

export const ChronologyEntry = z.strictObject({
  id: z.string(),
  kind: ChronologyKind,
  /** Wall clock of the district, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`: the order on the line. */
  order: z.string(),
  /** The moment of a piece of evidence with its doubt; null for the district's own records. */
  moment: Moment.nullable(),
  words: z.string(),
  /** False where the time could be read otherwise, or only the day is known. */
  certain: z.boolean(),
  /** Where it stands: the item, event, finding or document. */
  source: z.strictObject({ room: z.enum(['evidence', 'questions', 'steps', 'findings', 'documents']), id: z.string() }),
  /** Whom it is about; empty for the case as a whole. */
  about: z.array(Id),
});
export type ChronologyEntry = z.infer<typeof ChronologyEntry>;

/** Something on the line that cannot be, or should be asked about: an order that does not hold, a long silence. */
export const ChronologyRemark = z.strictObject({
  kind: z.enum(['order', 'gap']),
  words: z.string(),
  entries: z.array(z.string()).min(1),
});
export type ChronologyRemark = z.infer<typeof ChronologyRemark>;

export const ChronologyView = z.strictObject({
  entries: z.array(ChronologyEntry),
  remarks: z.array(ChronologyRemark),
  /** Linked items without a date that could be read: they have no place on the line. */
  undated: z.int(),
});
export type ChronologyView = z.infer<typeof ChronologyView>;
