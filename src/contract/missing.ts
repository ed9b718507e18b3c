import { z } from 'zod';
import { Id } from './case.ts';

/** What has not been done yet in an inquiry, in the order in which it is asked about. */
export const MissingKind = z.enum([
  'first-question',
  'complaint-about-nobody',
  'knowledge-not-asked',
  'unit-unknown',
  'occupation-unknown',
  'schedule-unknown',
  'standing-unknown',
  'account-unproved',
  'conflict-open',
  'witness-not-heard',
  'respondent-not-interviewed',
  'response-open',
  'original-not-requested',
  'owner-unknown',
  'context-not-asked',
  'not-read',
  'policy-notice',
  'element-not-examined',
  'exception-not-answered',
  'protected-not-answered',
  'question-never-asked',
  'advice-only',
  'in-a-break',
]);
export type MissingKind = z.infer<typeof MissingKind>;

/** One thing that was not done, and the records in which it is mended. */
export const MissingEntry = z.strictObject({
  /** The same for the same thing at any time. */
  key: z.string(),
  kind: MissingKind,
  words: z.string(),
  /** What it is about, as far as there is a record: the button opens it there. */
  at: z.strictObject({
    question: z.string().nullable(),
    complaint: Id.nullable(),
    person: Id.nullable(),
    receipt: Id.nullable(),
    evidence: Id.nullable(),
    item: Id.nullable(),
    allegation: Id.nullable(),
  }),
});
export type MissingEntry = z.infer<typeof MissingEntry>;
