import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';

/** Letters and records that are composed of parts; each has its own file in the engine's referral room. */
export const ComposedKindName = z.enum([
  'record-hold',
  'notice-of-investigation',
  'notice-to-union',
  'administrative-leave',
  'request-to-cease',
  'interview-notice',
  'compelled-statement-notice',
  'pre-disciplinary-notice',
  'termination-consideration',
  'extension-agreement',
  'findings-letter',
  'discipline-letter',
  'closure-letter',
  'public-records-notice',
  'grievance-answer',
  'superintendent-brief',
  'recommendation-memo',
  'disclosure-packet',
  'exhibit-binder',
  'custody-statement',
  'mandated-report-log',
  'redaction-log',
  'not-read-list',
  'interview-record',
  'compelled-interview-record',
  'step-timeline',
  'just-cause-worksheet',
]);
export type ComposedKindName = z.infer<typeof ComposedKindName>;

export const DocumentKind = z.enum(['disciplinary-referral', ...ComposedKindName.options]);
export type DocumentKind = z.infer<typeof DocumentKind>;

export const DocumentFormat = z.enum(['pdf', 'docx']);
export type DocumentFormat = z.infer<typeof DocumentFormat>;

export const DocumentLanguage = z.enum(['en', 'es']);
export type DocumentLanguage = z.infer<typeof DocumentLanguage>;

/** For whom a document is issued; `resources/redaction/profiles.yaml` says what each does not receive. */
export const DocumentAudience = z.enum(['district', 'employee-union', 'board', 'records', 'counsel']);
export type DocumentAudience = z.infer<typeof DocumentAudience>;

export const DocumentKindRow = z.strictObject({
  kind: DocumentKind,
  title: z.string(),
  group: z.enum(['letters', 'records']),
  /** When it is used, in a sentence. */
  about: z.string(),
  languages: z.array(DocumentLanguage),
  /** For whom it usually is. */
  audience: DocumentAudience,
});
export type DocumentKindRow = z.infer<typeof DocumentKindRow>;

export const PdfStandard = z.enum(['both', 'ua-1', 'a-2a']);
export type PdfStandard = z.infer<typeof PdfStandard>;

export const MakeDocument = z.strictObject({
  kind: z.string(),
  /** Null takes the first respondent. */
  respondentId: Id.nullable(),
  format: DocumentFormat.default('pdf'),
  standard: PdfStandard.default('both'),
  language: DocumentLanguage.default('en'),
  /** Null is for whom such a document usually is. */
  audience: DocumentAudience.nullable().default(null),
});

/** A draft may be made with words that are not kept yet, by part: the preview follows what is typed. */
export const DraftDocument = MakeDocument.extend({
  texts: z.record(z.string(), z.string().max(20_000)).default({}),
  /** Whether the file is opened again and searched for what was taken out, as an issued one is. */
  check: z.boolean().default(false),
});

/** Which document's editable words are meant. */
export const DocumentAddress = z.strictObject({
  kind: z.string(),
  respondentId: Id.nullable(),
  language: DocumentLanguage.default('en'),
  /** Null is for whom such a document usually is. */
  audience: DocumentAudience.nullable().default(null),
});

/** One stretch of a document that a person may put in their own words. */
export const DocumentText = z.strictObject({
  part: z.string(),
  heading: z.string(),
  /** The words as the case drafts them now. */
  drafted: z.string(),
  /** The person's words; null where the draft stands. */
  words: z.string().nullable(),
  by: z.string().nullable(),
  at: Timestamp.nullable(),
  /** True where the case has changed since, so that the draft would read otherwise than it did. */
  stale: z.boolean(),
});
export type DocumentText = z.infer<typeof DocumentText>;

export const EditDocumentText = DocumentAddress.extend({
  part: z.string(),
  /** Null takes the drafted words again. */
  words: z.string().max(20_000).nullable(),
});

/** What may be cited in a document: exhibits that have a number or would receive one. */
export const CitableExhibit = z.strictObject({ number: z.string(), title: z.string(), pages: z.int().nullable() });

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
  format: DocumentFormat,
  language: DocumentLanguage,
  audience: DocumentAudience,
  /** How many places something was taken out of. */
  removals: z.int(),
});
export type DocumentRow = z.infer<typeof DocumentRow>;

export const OverrideGate = z.strictObject({
  respondentId: Id,
  gate: z.string(),
  reason: Reason,
});
