import { z } from 'zod';
import { Id, Timestamp } from './case.ts';
import { Moment } from './moment.ts';

/**
 * What an entry of the employee's best case is: a passage against, words that the program found and nobody has decided
 * about, an exception that nobody tested, context that is missing, a step that was passed over, a file that nobody could
 * read, accounts that differ, speech that may be protected.
 */
export const BestCaseKind = z.enum([
  'against',
  'may-speak-against',
  'protected',
  'exception-untested',
  'context-missing',
  'accounts-differ',
  'step-passed-over',
  'not-read',
]);
export type BestCaseKind = z.infer<typeof BestCaseKind>;

export const BestCaseEntry = z.strictObject({
  /** The same for the same thing at every time, so that what is new can be told. */
  key: z.string(),
  kind: BestCaseKind,
  /** Numbers of the allegations that it bears on; none where it concerns the whole case. */
  allegations: z.array(z.int()),
  /** One sentence that says what it is. */
  words: z.string(),
  /** Somebody's exact words, null where it has none. */
  quote: z.string().nullable(),
  /** Where it can be looked at. */
  item: z
    .strictObject({ id: Id, number: z.int(), author: z.string().nullable(), sentAt: Moment.nullable() })
    .nullable(),
});
export type BestCaseEntry = z.infer<typeof BestCaseEntry>;

export const BestCaseReading = z.strictObject({
  id: Id,
  at: Timestamp,
  by: z.string(),
  /** How many entries were read. */
  entries: z.int(),
  /** SHA-256 over the entries as they were read; the evidence record signs it. */
  sha256: z.string(),
});
export type BestCaseReading = z.infer<typeof BestCaseReading>;

/** Everything in the case that speaks for one employee, put together by the program and left out by nobody. */
export const BestCase = z.strictObject({
  respondentId: Id,
  respondent: z.string(),
  entries: z.array(BestCaseEntry.extend({ isNew: z.boolean() })),
  /** Oldest first. */
  readings: z.array(BestCaseReading),
  /** True where the acting person has read it as it stands. */
  readByYou: z.boolean(),
});
export type BestCase = z.infer<typeof BestCase>;

export const SignBestCase = z.strictObject({
  respondentId: Id,
  /** Keys of the entries that were on the screen, so that nothing is signed that was not seen. */
  keys: z.array(z.string()).max(20_000),
});

/** How the best case stands for one allegation. */
export const BestCaseStanding = z.strictObject({
  entries: z.int(),
  read: z.strictObject({ at: Timestamp, by: z.string() }).nullable(),
  /** What came since that reading and bears on this allegation, in its own words. */
  since: z.array(z.string()),
});
export type BestCaseStanding = z.infer<typeof BestCaseStanding>;
