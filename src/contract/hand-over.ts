import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';

const Name = z.string().trim().min(1).max(200);

/** The id of a signing key as a person reads it aloud: 32 hex digits; blanks and hyphens do not matter. */
export const KeyId = z
  .string()
  .max(100)
  .transform((written) => written.toLowerCase().replace(/[\s-]/g, ''))
  .refine((key) => /^[0-9a-f]{32}$/.test(key), 'a signing key has 32 characters, 0 to 9 and a to f');

export const GiveHandOver = z.strictObject({
  toName: Name,
  toRole: Name,
  /** The receiver's signing key, as their own start screen shows it. */
  toKey: KeyId,
  /** How the holder knows that this key is theirs: read aloud on the telephone, shown in person. */
  vouched: Reason,
});

/** `reason` is needed where somebody else takes it than the one who was named. */
export const TakeHandOver = z.strictObject({ reason: Reason.nullable() });

export const HandOver = z.strictObject({
  id: Id,
  number: z.int(),
  at: Timestamp,
  by: z.string(),
  toName: z.string(),
  toRole: z.string(),
  toKey: z.string(),
  vouched: z.string(),
  takenAt: Timestamp.nullable(),
  takenBy: z.string().nullable(),
  /** Why somebody who was not named took it; null where it was the one who was. */
  takenReason: z.string().nullable(),
});
export type HandOver = z.infer<typeof HandOver>;
