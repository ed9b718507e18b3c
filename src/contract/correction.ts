import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';
import { Box } from './item.ts';

/** A person's words for a line that a machine read in a picture or on a page. */
export const CorrectedLine = z.strictObject({
  /** Place in the text as the machine read it (UTF-16 code units, end exclusive); equal for a line it did not see. */
  start: z.int().min(0),
  end: z.int().min(0),
  page: z.int().min(1),
  /** Where a line stands that the machine did not see; null takes the place of the words that are corrected. */
  box: Box.nullable(),
  /** Empty where nothing is written there. */
  words: z.string().max(4000),
});
export type CorrectedLine = z.infer<typeof CorrectedLine>;

export const CorrectWords = z.strictObject({
  itemId: Id,
  lines: z.array(CorrectedLine).min(1).max(500),
  /** How the words were made out, where that is worth saying. */
  note: z.string().max(4000).nullable(),
});

export const WordCorrection = CorrectedLine.extend({
  id: Id,
  itemId: Id,
  /** What the machine had read there. */
  was: z.string(),
  note: z.string().nullable(),
  at: Timestamp,
  by: z.string(),
  withdrawn: z.boolean(),
});
export type WordCorrection = z.infer<typeof WordCorrection>;

/** What an item says in another language, and who says so. */
export const NewTranslation = z.strictObject({
  itemId: Id,
  /** The language it is translated from, as people call it: `Spanish`. */
  language: z.string().trim().min(1).max(80),
  words: z.string().trim().min(1).max(100_000),
  /** Who translated it, and in what capacity. */
  translator: z.string().trim().min(1).max(200),
  note: z.string().max(4000).nullable(),
});
export const Translation = NewTranslation.extend({
  id: Id,
  at: Timestamp,
  by: z.string(),
  withdrawn: z.boolean(),
});
export type Translation = z.infer<typeof Translation>;

export const WithdrawWords = z.strictObject({ id: Id, reason: Reason });
