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

/** A captured web page to be made inert: without what runs, asks or leads anywhere, with its own pictures as new pixels. */
export const PageJob = z.strictObject({ id: z.int(), bytes: Bytes, format: z.string(), locator: z.string() });
export type PageJob = z.infer<typeof PageJob>;

/** A picture in which faces are to be found. */
export const FaceJob = z.strictObject({ id: z.int(), bytes: Bytes, find: z.literal('faces') });
export type FaceJob = z.infer<typeof FaceJob>;

const Fraction = z.number().min(0).max(1);

/** Faces in fractions of the upright picture; null where it cannot be decoded. */
export const FaceAnswer = z.strictObject({
  id: z.int(),
  width: z.int(),
  height: z.int(),
  faces: z
    .array(
      z.strictObject({
        box: z.strictObject({ x: Fraction, y: Fraction, width: Fraction, height: Fraction }),
        score: z.number(),
      }),
    )
    .nullable(),
});
export type FaceAnswer = z.infer<typeof FaceAnswer>;

export const PictureAnswer = z.strictObject({ id: z.int(), bytes: Bytes.nullable() });
export type PictureAnswer = z.infer<typeof PictureAnswer>;
