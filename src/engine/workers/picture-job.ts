import { z } from 'zod';

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** A picture to be made safe for the screen. */
export const PictureJob = z.strictObject({
  id: z.int(),
  bytes: Bytes,
  /** Longest side, in pixels. */
  maxWidth: z.int(),
});
export type PictureJob = z.infer<typeof PictureJob>;

export const PictureAnswer = z.strictObject({ id: z.int(), bytes: Bytes.nullable() });
export type PictureAnswer = z.infer<typeof PictureAnswer>;
