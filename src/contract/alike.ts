import { z } from 'zod';
import { Id } from './case.ts';
import { ItemRow } from './item-view.ts';

export const FindAlike = z.strictObject({
  itemId: Id,
  /** The words to go by, in UTF-16 code units of the item; null takes all of them. */
  passage: z.strictObject({ start: z.int().min(0), end: z.int().min(1) }).nullable(),
  limit: z.int().min(1).max(200).default(50),
});

/** Items that share rare words with one, most first; why each stands here is said. */
export const AlikeItems = z.strictObject({
  /** The words and word pairs that were gone by, rarest first. */
  wentBy: z.array(z.string()),
  items: z.array(z.strictObject({ row: ItemRow, shared: z.array(z.string()) })),
});
export type AlikeItems = z.infer<typeof AlikeItems>;
