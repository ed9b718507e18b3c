import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';

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

/** When and from whom the district first knew, and how the complainant knows what they tell. */
export const ComplaintKnowledge = z.strictObject({
  /** Null where nobody in the district knew before the complaint came. */
  firstKnownAt: Timestamp.nullable(),
  firstKnownBy: z.string().max(200).nullable(),
  /** `was-shown`: somebody else showed it to them; `was-told`: they heard of it and have not seen it. */
  basis: z.enum(['saw-it', 'was-shown', 'was-told', 'not-asked']),
  note: z.string().max(4000).nullable(),
});
export type ComplaintKnowledge = z.infer<typeof ComplaintKnowledge>;

export const NewComplaint = z.strictObject({
  receivedAt: Timestamp,
  channel: ComplaintChannel,
  /** Null for an anonymous complaint. */
  complainant: z.string().max(200).nullable(),
  /** The complainant's own words, or the note taken of them. */
  words: z.string().trim().min(1).max(40_000),
  /** People (ids) it is about; may be named later. */
  about: z.array(Id),
  /** Who took it. */
  receivedBy: z.string().max(200).nullable(),
  promised: z.string().max(2000).nullable(),
  /** Null where nobody entered it. */
  knowledge: ComplaintKnowledge.nullable().default(null),
});

/** What stood before a correction, and why it was made. */
export const ComplaintCorrection = z.strictObject({
  id: Id,
  before: NewComplaint,
  reason: Reason,
  at: Timestamp,
  by: z.string(),
});

export const Complaint = NewComplaint.extend({
  id: Id,
  number: z.int(),
  /** Oldest first. */
  corrections: z.array(ComplaintCorrection),
});
export type Complaint = z.infer<typeof Complaint>;

export const CorrectComplaint = z.strictObject({ id: Id, complaint: NewComplaint, reason: Reason });
