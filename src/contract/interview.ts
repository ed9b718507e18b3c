import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';
import { RecordingConsent } from './not-read.ts';

const InterviewLine = z.strictObject({
  question: z.string().trim().min(1).max(10_000),
  /** Null where the question was not answered. */
  answer: z.string().trim().max(20_000).nullable(),
  /** When it was asked and when the answer began; null where nobody stamped it. */
  askedAt: Timestamp.nullable().default(null),
  answeredAt: Timestamp.nullable().default(null),
});

const Break = z.strictObject({
  from: Timestamp,
  /** Null while it lasts, or where nobody noted its end. */
  to: Timestamp.nullable(),
  why: z.string().trim().max(400).nullable(),
});

/** A compelled statement is kept apart and never goes to the police. */
export const StatementManner = z.enum(['voluntary', 'compelled']);
export type StatementManner = z.infer<typeof StatementManner>;

const content = {
  /** Who is asked: the respondent, or a witness. */
  respondentId: Id,
  heldAt: Timestamp,
  endedAt: Timestamp.nullable(),
  place: z.string().trim().max(400).nullable(),
  manner: StatementManner,
  present: z.array(z.strictObject({ name: z.string().trim().min(1).max(200), role: z.string().trim().max(200) })),
  lines: z.array(InterviewLine),
  breaks: z.array(Break).max(200).default([]),
  /** The plan that it followed. */
  planId: Id.nullable().default(null),
  /** The recording of it, where one was made and is in the case; its transcript is written there. */
  recordingId: Id.nullable().default(null),
  /** Whether those who were recorded knew. Conn. Gen. Stat. 52-570d. */
  consent: RecordingConsent.nullable().default(null),
};

/** Writes an interview down, or goes on writing one that is not signed. */
export const WriteInterview = z.strictObject({ id: Id.nullable(), ...content });

export const Interview = z.strictObject({
  id: Id,
  number: z.int(),
  ...content,
  signedAt: Timestamp.nullable(),
  signedBy: z.string().nullable(),
  /** SHA-256 over what was signed; null before. */
  sha256: z.string().nullable(),
  at: Timestamp,
  by: z.string(),
  /** What turned out to be wrong after signing: the record stays as it was signed. */
  errata: z.array(
    z.strictObject({
      id: Id,
      line: z.int().nullable(),
      words: z.string(),
      askedBy: z.string(),
      at: Timestamp,
      by: z.string(),
    }),
  ),
});
export type Interview = z.infer<typeof Interview>;

export const SignInterview = z.strictObject({ id: Id, signedBy: Reason });
export const AddErratum = z.strictObject({
  interviewId: Id,
  /** Number of the question, from 1; null for the record as a whole. */
  line: z.int().min(1).nullable(),
  words: Reason,
  askedBy: Reason,
});

/** A question that an interview is to ask, and what it would settle. */
export const PlannedQuestion = z.strictObject({
  words: z.string().trim().min(1).max(10_000),
  /** Why it is asked, in words for whoever asks it. */
  because: z.string().trim().max(4000).nullable(),
});
export type PlannedQuestion = z.infer<typeof PlannedQuestion>;

/** Questions that the case itself still has for somebody: drawn from what is open, never from what is suspected. */
export const ProposedQuestion = PlannedQuestion.extend({
  /** The same for the same open point at every time. */
  key: z.string(),
  from: z.enum(['element', 'exception', 'context', 'screen', 'specification', 'disputed-fact', 'opening']),
});
export type ProposedQuestion = z.infer<typeof ProposedQuestion>;

export const WritePlan = z.strictObject({
  id: Id.nullable(),
  personId: Id,
  questions: z.array(PlannedQuestion).min(1).max(500),
});
export const InterviewPlan = z.strictObject({
  id: Id,
  number: z.int(),
  personId: Id,
  questions: z.array(PlannedQuestion),
  at: Timestamp,
  by: z.string(),
});
export type InterviewPlan = z.infer<typeof InterviewPlan>;

/** Words that are being typed and are not recorded yet: kept in the case file, in no record and no copy. */
export const KeepUnsaved = z.strictObject({
  /** What is being written: `interview/new`. */
  place: z.string().min(1).max(200),
  /** As the form keeps it; null empties the place, as after recording. */
  body: z.string().max(4_000_000).nullable(),
});
export const Unsaved = z.strictObject({ body: z.string(), at: Timestamp });
