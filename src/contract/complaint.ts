import { z } from 'zod';
import { Id, Timestamp } from './case.ts';

/** The first questions, before any evidence: each may call for a hand-off. */
export const FirstQuestion = z.enum([
  'minor-unclothed',
  'child-at-risk',
  'sexual-harassment',
  'police-or-dcf',
  'conflict-of-interest',
]);
export type FirstQuestion = z.infer<typeof FirstQuestion>;

export const FirstAnswer = z.strictObject({
  question: FirstQuestion,
  answer: z.enum(['yes', 'no', 'not-known']),
  note: z.string().max(4000).nullable(),
});
export const FirstAnswerRecord = FirstAnswer.extend({ id: Id, at: Timestamp, by: z.string() });
export type FirstAnswerRecord = z.infer<typeof FirstAnswerRecord>;

export const ComplaintChannel = z.enum(['letter', 'email', 'call', 'walk-in', 'form', 'other']);

export const NewComplaint = z.strictObject({
  receivedAt: Timestamp,
  channel: ComplaintChannel,
  /** Null for an anonymous complaint. */
  complainant: z.string().max(200).nullable(),
  /** The complainant's own words, or the note taken of them. */
  words: z.string().trim().min(1).max(40_000),
  /** People (ids) it is about; may be named later. */
  about: z.array(Id),
  /** Who took it, and when the district first knew of it if earlier. */
  receivedBy: z.string().max(200).nullable(),
  promised: z.string().max(2000).nullable(),
});
export const Complaint = NewComplaint.extend({ id: Id, number: z.int() });
export type Complaint = z.infer<typeof Complaint>;
