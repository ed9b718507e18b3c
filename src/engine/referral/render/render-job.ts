import { z } from 'zod';
import { LeakReport } from '../../leaks/index.ts';
import { documentErrorKinds } from '../input/document-error.ts';

export const PdfStandard = z.enum(['both', 'ua-1', 'a-2a']);
export type PdfStandard = z.infer<typeof PdfStandard>;

/** What a document is made from: nothing else may enter it. */
export const RenderJob = z.strictObject({
  kind: z.string(),
  /** The frozen input, as JSON would give it. */
  input: z.unknown(),
  /** Pictures by the file key that the input gives them. */
  pictures: z.map(z.string(), z.instanceof(Uint8Array)),
  standard: PdfStandard,
  format: z.enum(['pdf', 'docx']).default('pdf'),
});
export interface RenderJob {
  readonly kind: string;
  readonly input: unknown;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly standard: PdfStandard;
  readonly format?: 'pdf' | 'docx';
}

/** What was made: the bytes, and the number of pages; a Word document has none until a word processor sets it (0). */
export interface Rendered {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** The worker's one answer to its one job. */
export const RenderAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('made'), bytes: z.instanceof(Uint8Array), pages: z.int().min(0) }),
  z.strictObject({ kind: z.literal('looked-through'), report: LeakReport }),
  z.strictObject({
    kind: z.literal('refused'),
    error: z.enum(documentErrorKinds),
    message: z.string(),
    details: z.array(z.string()),
  }),
]);
export type RenderAnswer = z.infer<typeof RenderAnswer>;
