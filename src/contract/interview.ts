import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';

const InterviewLine = z.strictObject({
  question: z.string().trim().min(1).max(10_000),
  /** Null where the question was not answered. */
  answer: z.string().trim().max(20_000).nullable(),
});

const content = {
  respondentId: Id,
  heldAt: Timestamp,
  endedAt: Timestamp.nullable(),
  place: z.string().trim().max(400).nullable(),
  /** A compelled statement is kept apart and never goes to the police. */
  manner: z.enum(['voluntary', 'compelled']),
  present: z.array(z.strictObject({ name: z.string().trim().min(1).max(200), role: z.string().trim().max(200) })),
  lines: z.array(InterviewLine),
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
