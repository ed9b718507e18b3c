import { z } from 'zod';

/** Sentences to be brought to numbers, in the order of the answer. */
export const EncodeJob = z.strictObject({ id: z.int(), sentences: z.array(z.string()) });
export type EncodeJob = z.infer<typeof EncodeJob>;

const Numbers = z.custom<Float32Array>((value) => value instanceof Float32Array);

/** All vectors one after another; null where the encoder failed. */
export const EncodeAnswer = z.strictObject({ id: z.int(), vectors: Numbers.nullable() });
export type EncodeAnswer = z.infer<typeof EncodeAnswer>;

/** How many numbers a sentence becomes. */
export const vectorSize = 512;
