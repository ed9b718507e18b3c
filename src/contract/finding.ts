import { z } from 'zod';
import { BestCaseStanding } from './best-case.ts';
import { Id, Reason, Timestamp } from './case.ts';
import { ElementState } from './mapping.ts';
import { NoticeStanding } from './person-records.ts';
import { QuestionView } from './screen-questions.ts';
import { ContraryAnswer, ResponsePoint } from './statement.ts';

/** Who, what, when, where, to whom: what exactly is alleged. */
export const Specification = z.strictObject({
  what: Reason,
  /** As it will be printed, with its certainty: `10 March 2026, about 10:42`. */
  when: z.string().trim().min(1).max(400),
  where: z.string().trim().min(1).max(400),
  toWhom: z.string().max(400).nullable(),
});

export const NewAllegation = z.strictObject({
  respondentId: Id,
  policy: z.string(),
  clause: z.string(),
  /** Day of the conduct: decides which version of the policy governs. */
  conductOn: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  specification: Specification,
  /** How it is known that the employee had the policy; null where that was not looked into. */
  policyKnown: z.string().max(2000).nullable(),
});
export const Allegation = NewAllegation.extend({
  id: Id,
  number: z.int(),
  policyVersion: z.string(),
  withdrawn: z.boolean(),
});
export type Allegation = z.infer<typeof Allegation>;

export const DecideElement = z.strictObject({
  allegationId: Id,
  element: z.string(),
  state: ElementState,
  reason: z.string().max(4000).nullable(),
});

export const AnswerException = z.strictObject({
  allegationId: Id,
  exception: z.string(),
  answer: z.enum(['applies', 'does-not-apply', 'not-known']),
  reason: Reason,
});

/** The protected-speech screen: nothing is decided by the program. */
export const AnswerScreen = z.strictObject({
  allegationId: Id,
  answer: z.enum(['not-protected', 'may-be-protected', 'counsel-asked', 'not-applicable']),
  reason: Reason,
});

export const RecordResponse = z.strictObject({
  respondentId: Id,
  /** Received in writing or orally, or the time for it passed, or the employee declined. */
  state: z.enum(['received', 'lapsed', 'declined']),
  at: Timestamp,
  words: z.string().max(40_000).nullable(),
});
export const ResponseRecord = RecordResponse.extend({ id: Id });
export type ResponseRecord = z.infer<typeof ResponseRecord>;

export const FactOutcome = z.enum(['proved', 'not-proved', 'disproved', 'inconclusive']);
export const PolicyOutcome = z.enum(['breach', 'no-breach', 'protected', 'not-bound', 'policy-unclear', 'not-reached']);
export const StandardOfProof = z.enum(['preponderance', 'clear-and-convincing']);

export const RecordFinding = z.strictObject({
  allegationId: Id,
  fact: FactOutcome,
  policy: PolicyOutcome,
  standard: StandardOfProof,
  reasons: Reason,
  /** What was made of the passage against, where there is one; several are answered one by one (`contrary.answer`). */
  contraryAnswered: z.string().max(8000).nullable(),
  /** For conflicting accounts: whom to believe and why; null where nothing conflicts. */
  credibility: z.string().max(8000).nullable(),
  /** Why advice (“should”) binds here; a breach of an advisory clause cannot be found without it. */
  forceNote: z.string().max(8000).nullable().default(null),
});
export const Finding = RecordFinding.extend({
  id: Id,
  at: Timestamp,
  by: z.string(),
  supersedes: Id.nullable(),
  superseded: z.boolean(),
  withdrawn: z.boolean(),
});
export type Finding = z.infer<typeof Finding>;

/** One allegation with everything that bears on it, for the findings screen and the referral. */
export const AllegationView = z.strictObject({
  allegation: Allegation,
  respondent: z.string(),
  clauseLabel: z.string(),
  clauseWords: z.string(),
  force: z.string(),
  /** False where the clause does not bind somebody in this position, with the reason. */
  binds: z.strictObject({ binds: z.boolean(), because: z.string() }),
  /** Whether the employee had this version of the policy, and what shows it. */
  notice: NoticeStanding,
  elements: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      question: z.string(),
      /** The element in whose place this one may stand; null for one that must be shown itself. */
      alternativeTo: z.string().nullable(),
      state: ElementState,
      reason: z.string().nullable(),
      for: z.array(Id),
      against: z.array(Id),
    }),
  ),
  exceptions: z.array(
    z.strictObject({
      id: z.string(),
      words: z.string(),
      question: z.string(),
      answer: z.enum(['applies', 'does-not-apply', 'not-known', 'not-asked']),
      reason: z.string().nullable(),
    }),
  ),
  screen: z.strictObject({ answer: z.string(), reason: z.string().nullable(), flagged: z.int() }),
  /** What the screens ask, with what was answered. */
  questions: z.array(QuestionView),
  response: ResponseRecord.nullable(),
  /** What the response says to this allegation; null where nobody took it out of it. */
  point: ResponsePoint.nullable(),
  /** What was made of passages against, one by one. */
  contrary: z.array(ContraryAnswer),
  /** Facts on which accounts differ and that nobody has weighed yet. */
  unweighed: z.array(z.string()),
  finding: Finding.nullable(),
  /** Whether what speaks for the employee was read, and what came since. */
  bestCase: BestCaseStanding,
  /** What still stands in the way of recording `proved` and `breach`, in plain sentences. */
  missing: z.array(z.string()),
});
export type AllegationView = z.infer<typeof AllegationView>;
