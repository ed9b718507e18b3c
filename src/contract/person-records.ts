import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';

const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const Made = { id: Id, at: Timestamp, by: z.string() };

/** An approval on file: the superintendent’s for a site, a supervisor’s for a contact. */
export const NewApproval = z
  .strictObject({
    personId: Id,
    what: Reason,
    givenBy: z.string().trim().min(1).max(200),
    from: Day,
    /** Last day; null until it is taken back. */
    until: Day.nullable(),
    evidenceId: Id.nullable(),
    note: z.string().max(4000).nullable(),
  })
  .refine(({ from, until }) => until === null || from <= until, {
    error: 'the first day of the approval comes before its last.',
  });
export const Approval = z.strictObject({ ...NewApproval.shape, ...Made });
export type Approval = z.infer<typeof Approval>;

export const ConflictKind = z.enum([
  'family',
  'friendship',
  'supervisor-of',
  'complained-before',
  'own-conduct-at-issue',
  'witness-in-the-matter',
  'financial',
  'other',
]);

/** What could make somebody partial. `open` until something was done about it, or found not to be needed. */
export const NewConflict = z
  .strictObject({
    personId: Id,
    /** Toward whom; null toward the matter as a whole. */
    towardId: Id.nullable(),
    kind: ConflictKind,
    words: Reason,
    handled: z.enum(['open', 'replaced', 'disclosed', 'none-needed']),
    handling: z.string().trim().max(4000).nullable(),
  })
  .refine(({ handled, handling }) => handled === 'open' || (handling !== null && handling !== ''), {
    error: 'say what was done about the conflict, or why nothing was needed.',
  })
  .refine(({ personId, towardId }) => personId !== towardId, { error: 'a conflict is toward somebody else.' });
export const Conflict = z.strictObject({ ...NewConflict.shape, ...Made });
export type Conflict = z.infer<typeof Conflict>;
export const HandleConflict = z.strictObject({
  id: Id,
  handled: z.enum(['replaced', 'disclosed', 'none-needed']),
  handling: Reason,
});

export const NoticeMeans = z.enum([
  'acknowledgement',
  'training',
  'handbook',
  'e-mail',
  'posting',
  'directive',
  'other',
]);

/** Proof that an employee had a policy. */
export const NewPolicyNotice = z.strictObject({
  personId: Id,
  policy: z.string().min(1).max(100),
  /** Null where the paper does not say which version. */
  version: z.string().max(100).nullable(),
  how: NoticeMeans,
  on: Day,
  /** The paper itself, where it is in the case. */
  evidenceId: Id.nullable(),
  note: z.string().max(4000).nullable(),
});
export const PolicyNotice = z.strictObject({ ...NewPolicyNotice.shape, ...Made });
export type PolicyNotice = z.infer<typeof PolicyNotice>;

/** Whether an employee had the version of a policy that was in force on the day of the conduct, and what shows it. */
export const NoticeStanding = z.strictObject({
  /** `told`: only somebody’s words say so; `later`: the proof is of a later day; `other-version`: it is of another version. */
  state: z.enum(['shown', 'told', 'later', 'other-version', 'none']),
  because: z.string(),
  notices: z.array(PolicyNotice),
});
export type NoticeStanding = z.infer<typeof NoticeStanding>;
