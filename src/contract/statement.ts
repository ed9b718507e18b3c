import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';
import { StatementManner } from './interview.ts';

const content = {
  personId: Id,
  givenAt: Timestamp,
  /** In writing, by word of mouth and noted by somebody, or by e-mail. */
  how: z.enum(['written', 'spoken', 'e-mail']),
  manner: StatementManner,
  words: z.string().trim().min(1).max(100_000),
  /** True where the words are somebody's summary of what was said, which the witness may sign or refuse. */
  isSummary: z.boolean(),
};

/** Writes a statement down, or goes on writing one that is neither signed nor refused. */
export const WriteStatement = z.strictObject({ id: Id.nullable(), ...content });

export const WitnessStatement = z.strictObject({
  id: Id,
  number: z.int(),
  ...content,
  /** Null while neither happened. */
  settled: z
    .strictObject({
      outcome: z.enum(['signed', 'refused']),
      at: Timestamp,
      /** Who signed; or, in the witness's words, why signing was refused. */
      words: z.string(),
      /** SHA-256 over what was signed or refused. */
      sha256: z.string(),
    })
    .nullable(),
  /** The source that holds it as evidence, so that passages of it can be marked; null before. */
  evidenceId: Id.nullable(),
  /** Links that rest on its words. */
  linked: z.strictObject({ for: z.int(), against: z.int() }),
  at: Timestamp,
  by: z.string(),
});
export type WitnessStatement = z.infer<typeof WitnessStatement>;

/** Locks a statement. What turns out to be wrong in it afterwards is another statement. */
export const SettleStatement = z.strictObject({
  id: Id,
  outcome: z.enum(['signed', 'refused']),
  /** Who signed; or why signing was refused. */
  words: Reason,
});

/** What the employee answered to one allegation, taken out of the response or said in an interview. */
export const AnswerPoint = z.strictObject({
  allegationId: Id,
  stance: z.enum(['admits', 'denies', 'admits-in-part', 'explains', 'says-nothing']),
  words: Reason,
  /** What was made of it; null while nobody has said. */
  takenUp: Reason.nullable(),
});
export const ResponsePoint = AnswerPoint.extend({ at: Timestamp, by: z.string() });
export type ResponsePoint = z.infer<typeof ResponsePoint>;

/** What was made of one passage that speaks against an allegation. */
export const AnswerContrary = z.strictObject({ allegationId: Id, mappingId: Id, words: Reason });
export const ContraryAnswer = AnswerContrary.extend({ at: Timestamp, by: z.string() });
export type ContraryAnswer = z.infer<typeof ContraryAnswer>;
