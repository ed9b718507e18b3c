import { z } from 'zod';
import { Allegation } from './allegation.ts';
import {
  Citation,
  Day,
  DayOrTime,
  documentHead,
  Line,
  Person,
  Prose,
  QuotedClause,
  Sha256,
  When,
  Words,
} from './basics.ts';
import { Exhibit } from './exhibit.ts';

const Respondent = z.strictObject({
  name: Line,
  role: Line,
  school: Line.nullable(),
  unit: Line.nullable(),
  /** Tenure, probation or appointment, as the district recorded it. */
  status: Line.nullable(),
  agreement: z
    .strictObject({
      title: Line,
      term: Line,
      /** Who confirmed the articles against the signed contract, or null where nobody did. */
      confirmed: Line.nullable(),
      invented: z.boolean(),
    })
    .nullable(),
  representative: Line.nullable(),
});

const Complaint = z.strictObject({
  receivedAt: DayOrTime,
  receivedBy: Person,
  /** Name or role, as the audience may know it. */
  from: Line,
  how: Line,
  words: Words,
  citation: Citation.nullable(),
  /** What the district did first, and when it knew. */
  handling: Prose,
});

const Policy = z.strictObject({
  id: Line,
  title: Line,
  /** Adoption and revision as the policy states them. */
  adopted: Line,
  sourceSha256: Sha256,
  /** Why this version counted on the day of the conduct. */
  inForce: Line,
  /** Proof that the employee had it; null where none is on file. */
  receivedByEmployee: Line.nullable(),
  clauses: z.array(QuotedClause).min(1),
});

const Method = z.strictObject({
  investigator: Person,
  appointment: Line,
  conflicts: Line,
  lawfulAccess: Line,
  sources: z.array(Line),
  interviews: z.array(
    z.strictObject({ who: Line, at: When, how: Line, representative: Line.nullable(), signed: z.boolean() }),
  ),
  machine: Prose,
  notDone: z.array(z.strictObject({ what: Line, why: Line })),
});

const Step = z.strictObject({
  title: Line,
  /** Article of the agreement or section of the law. */
  source: Line,
  /** False where nobody checked the article against the signed contract: dates then read 'if the article says so'. */
  confirmed: z.boolean(),
  state: z.enum(['done', 'due', 'late', 'blocked', 'waived', 'overridden', 'not-applicable']),
  due: Day.nullable(),
  done: DayOrTime.nullable(),
  by: Line.nullable(),
  /** How it was served or shown. */
  service: Line.nullable(),
  /** How the date was counted. */
  arithmetic: Line.nullable(),
  override: z.strictObject({ reason: Line, by: Person, at: DayOrTime }).nullable(),
});

/** Frozen input of the employee disciplinary referral. It has no place for a recommendation: that is a memo of its own. */
export const DisciplinaryReferralInput = z.strictObject({
  kind: z.literal('disciplinary-referral'),
  ...documentHead,
  preparedBy: Person,
  preparedFor: Person,
  /** Who may read it, in the district's words. */
  confidentiality: Line,
  /** What the matter is about, for the first page. */
  summary: z.string().trim().min(1).max(1100),
  complaint: Complaint,
  respondent: Respondent,
  policies: z.array(Policy).min(1),
  method: Method,
  chronology: z.array(z.strictObject({ when: When, what: Line, citations: z.array(Citation) })),
  allegations: z.array(Allegation).min(1),
  steps: z.array(Step),
  openPoints: z.array(z.strictObject({ point: Line, weight: z.enum(['missing', 'weak', 'note']) })),
  notReadByMachine: z.array(z.strictObject({ what: Line, why: Line, readByPerson: Line.nullable() })),
  outsideComplaint: z.array(z.strictObject({ what: Line, handling: Line })),
  exhibits: z.array(Exhibit),
  custody: z.strictObject({
    evidenceCount: z.int().min(0),
    itemCount: z.int().min(0),
    entryCount: z.int().min(1),
    encrypted: z.boolean(),
    /** Facts out of order, overrides of custody, removals on written authority. */
    remarks: z.array(Line),
  }),
});
export type DisciplinaryReferralInput = z.infer<typeof DisciplinaryReferralInput>;
