import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';

const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** A clause that stands inside the inquiry, and why. */
export const ScopeClause = z.strictObject({
  policy: z.string(),
  clause: z.string(),
  label: z.string(),
  /** Numbers of the allegations under it; none where the inquiry was widened to it. */
  allegations: z.array(z.int()),
  widened: z.strictObject({ id: Id, reason: z.string(), at: Timestamp, by: z.string() }).nullable(),
});
export type ScopeClause = z.infer<typeof ScopeClause>;

/** That what is suggested outside the complaint was opened. */
export const OutsideOpening = z.strictObject({
  id: Id,
  reason: z.string(),
  items: z.int(),
  suggestions: z.int(),
  at: Timestamp,
  by: z.string(),
  /** Null while it is open. */
  closedAt: Timestamp.nullable(),
});
export type OutsideOpening = z.infer<typeof OutsideOpening>;

/** What the owner of a source agreed to hand over of it. Null leaves that side open. */
export const NewAgreedLimit = z
  .strictObject({
    evidenceId: Id,
    from: Day.nullable(),
    to: Day.nullable(),
    /** Ids of the conversations agreed; null takes all. */
    threads: z.array(z.string()).max(5000).nullable(),
    agreedWith: z.string().trim().min(1).max(200),
    agreedOn: Day,
    note: z.string().max(4000).nullable(),
  })
  .refine(({ from, to, threads }) => from !== null || to !== null || threads !== null, {
    error: 'an agreed limit names days or conversations.',
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    error: 'the first day agreed comes before the last.',
  });
export const AgreedLimit = z.strictObject({
  ...NewAgreedLimit.shape,
  id: Id,
  evidenceName: z.string(),
  at: Timestamp,
  by: z.string(),
  /** Items of the source that the agreement does not cover: neither listed nor searched nor suggested. */
  beyond: z.int(),
});
export type AgreedLimit = z.infer<typeof AgreedLimit>;

/** What there is in a source to agree on. */
export const LimitChoices = z.strictObject({
  items: z.int(),
  firstDay: Day.nullable(),
  lastDay: Day.nullable(),
  withoutDay: z.int(),
  threads: z.array(z.strictObject({ id: z.string(), title: z.string().nullable(), items: z.int() })),
});

/** What the inquiry is about, what lies outside of it, and what nobody agreed to hand over. */
export const ScopeView = z.strictObject({
  /** False until something is alleged: then nothing can stand outside. */
  narrowed: z.boolean(),
  clauses: z.array(ScopeClause),
  inside: z.strictObject({ items: z.int(), suggestions: z.int() }),
  outside: z.strictObject({ items: z.int(), suggestions: z.int() }),
  /** Suggestions under a policy that the district had not adopted on that day. */
  notAdopted: z.int(),
  openings: z.array(OutsideOpening),
  limits: z.array(AgreedLimit),
  /** Items beyond an agreement in which the machine saw signs of danger to a child: ask counsel before anybody looks. */
  beyondWithDanger: z.int(),
});
export type ScopeView = z.infer<typeof ScopeView>;

export const WidenScope = z.strictObject({ policy: z.string(), clause: z.string(), reason: Reason });
