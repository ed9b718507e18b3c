import { z } from 'zod';

const Fraction = z.number().min(0).max(1);
const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** A produced file, what must not be in it, and the pictures of which places were taken out. */
export const LeakJob = z.strictObject({
  format: z.enum(['pdf', 'docx']),
  bytes: Bytes,
  needles: z.array(
    z.strictObject({
      /** As a regular expression over folded text. */
      source: z.string(),
      flags: z.string(),
      /** How often it stands where nothing is taken out: in the exact words of a policy. */
      allowed: z.int().min(0),
    }),
  ),
  pictures: z.array(
    z.strictObject({
      /** The evidence as received. */
      original: Bytes,
      covered: z.array(z.strictObject({ x: Fraction, y: Fraction, width: Fraction, height: Fraction })),
    }),
  ),
});
export type LeakJob = z.infer<typeof LeakJob>;

/** Where something is left. The words themselves are not told. */
export const Leak = z.strictObject({
  /** Index of the needle; null for a picture. */
  needle: z.int().nullable(),
  where: z.string(),
});
export type Leak = z.infer<typeof Leak>;

export const LeakReport = z.strictObject({
  leaks: z.array(Leak),
  /** What was looked through, so that a check of nothing is seen to be one. */
  texts: z.int(),
  letters: z.int(),
  images: z.int(),
});
export type LeakReport = z.infer<typeof LeakReport>;

/** A stretch of a file in which words can stand. */
export interface FileText {
  readonly where: string;
  readonly text: string;
}

/** An image of a file as its bytes (to be decoded) or as bare pixels. */
export type FileImage =
  | { readonly kind: 'encoded'; readonly where: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'pixels';
      readonly where: string;
      readonly width: number;
      readonly height: number;
      readonly channels: 1 | 3 | 4;
      readonly data: Uint8Array;
    };

/** A file taken apart. */
export interface Opened {
  readonly texts: readonly FileText[];
  readonly images: readonly FileImage[];
}
