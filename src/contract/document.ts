import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';

export const DocumentKind = z.enum(['disciplinary-referral', 'notice-of-investigation']);
export type DocumentKind = z.infer<typeof DocumentKind>;

export const PdfStandard = z.enum(['both', 'ua-1', 'a-2a']);
export type PdfStandard = z.infer<typeof PdfStandard>;

export const MakeDocument = z.strictObject({
  kind: z.string(),
  /** Null takes the first respondent. */
  respondentId: Id.nullable(),
  format: z.enum(['pdf', 'docx']).default('pdf'),
  standard: PdfStandard.default('both'),
});

/** One thing that is missing or weak before issuing, with the room where it is mended. */
export const ReadinessPoint = z.strictObject({
  severity: z.enum(['blocks', 'weak', 'note']),
  words: z.string(),
  room: z.enum(['overview', 'evidence', 'grid', 'people', 'findings', 'steps', 'documents']),
});
export type ReadinessPoint = z.infer<typeof ReadinessPoint>;

export const DraftMade = z.strictObject({
  draftId: Id,
  pages: z.int(),
  bytes: z.int(),
  sha256: z.string(),
  readiness: z.array(ReadinessPoint),
});

export const DocumentRow = z.strictObject({
  id: Id,
  number: z.int(),
  kind: DocumentKind,
  title: z.string(),
  respondent: z.string(),
  issuedAt: Timestamp,
  by: z.string(),
  sha256: z.string(),
  pages: z.int(),
  /** The checkpoint printed in it: the one before its own freeze. */
  fingerprint: z.string(),
  standard: PdfStandard,
});
export type DocumentRow = z.infer<typeof DocumentRow>;

export const OverrideGate = z.strictObject({
  respondentId: Id,
  gate: z.string(),
  reason: Reason,
});
