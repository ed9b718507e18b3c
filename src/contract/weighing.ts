import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';

/** What makes an account the more or the less believable, in the order in which it is weighed: demeanour last. */
export const CredibilityFactor = z.enum([
  'plausibility',
  'corroboration',
  'consistency',
  'motive',
  'opportunity',
  'demeanour',
]);
export type CredibilityFactor = z.infer<typeof CredibilityFactor>;

/** Which way a factor speaks for this account. A word beside its reason: nothing is added up. */
export const FactorSpeaks = z.enum(['for', 'against', 'neither', 'not-known']);
export type FactorSpeaks = z.infer<typeof FactorSpeaks>;

/** Where an account stands. */
export const AccountSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('interview'), id: Id, line: z.int().min(1).nullable() }),
  z.strictObject({ kind: z.literal('statement'), id: Id }),
  z.strictObject({ kind: z.literal('response'), id: Id }),
  z.strictObject({ kind: z.literal('passage'), id: Id }),
]);
export type AccountSource = z.infer<typeof AccountSource>;

export const NewAccount = z.strictObject({
  factId: Id,
  source: AccountSource,
  /** What it says on this fact, in one sentence. */
  says: Reason,
  /** Exact words of the source; null where none are quoted. */
  quote: z.string().trim().min(1).max(20_000).nullable(),
});

export const WeighFactor = z.strictObject({
  accountId: Id,
  factor: CredibilityFactor,
  speaks: FactorSpeaks,
  reason: Reason,
});

export const Account = z.strictObject({
  id: Id,
  source: AccountSource,
  /** `Interview 2 with Owen Farrell, question 4`. */
  where: z.string(),
  /** Who speaks; null where it is not known. */
  speaker: z.string().nullable(),
  compelled: z.boolean(),
  says: z.string(),
  quote: z.string().nullable(),
  /** In the order in which they are weighed; a factor that nobody looked at is not here. */
  factors: z.array(WeighFactor.omit({ accountId: true }).extend({ at: Timestamp, by: z.string() })),
});
export type Account = z.infer<typeof Account>;

export const NewDisputedFact = z.strictObject({
  allegationId: Id,
  /** The element that it bears on; null for the allegation as a whole. */
  element: z.string().nullable(),
  /** What the accounts differ on, as a question: `Was the post written during third period?` */
  question: Reason,
});

export const TryExplanation = z.strictObject({
  /** Null adds one. */
  id: Id.nullable(),
  factId: Id,
  explanation: Reason,
  /** How it was tried, and what came of it; null while nobody has. */
  tried: z.strictObject({ how: Reason, outcome: z.enum(['ruled-out', 'remains', 'could-not-be-tried']) }).nullable(),
});

export const ContextOfFact = z.strictObject({
  factId: Id,
  state: z.enum(['obtained', 'not-obtained', 'not-needed']),
  words: Reason,
});

export const ConcludeFact = z.strictObject({
  factId: Id,
  /** The account that is believed; null where none is preferred. */
  believed: Id.nullable(),
  reasons: Reason,
});

/** Whether an item is what it seems. */
export const RecordAuthenticity = z.strictObject({
  itemId: Id,
  /** How it was captured: `a screenshot taken on the phone of the person it was sent to`. */
  captured: Reason,
  /** Null where it is not known. */
  capturedBy: Reason.nullable(),
  /** What the one who is said to have written it says. */
  authorSays: z.enum(['admitted', 'denied', 'not-answered', 'not-asked']),
  authorWords: Reason.nullable(),
  /** Null where nothing bears it out. */
  corroboratedBy: Reason.nullable(),
});
export const Authenticity = RecordAuthenticity.extend({ at: Timestamp, by: z.string() });
export type Authenticity = z.infer<typeof Authenticity>;

/** A fact on which accounts differ, with everything that bears on it. There is no score anywhere in it. */
export const DisputedFact = NewDisputedFact.extend({
  id: Id,
  number: z.int(),
  allegation: z.int(),
  respondentId: Id,
  elementLabel: z.string().nullable(),
  accounts: z.array(Account),
  /** Links to the element, or to the whole allegation. */
  passages: z.strictObject({ for: z.array(Id), against: z.array(Id) }),
  /** Of the items that those passages stand in, each once; null where nobody recorded anything. */
  authenticity: z.array(
    z.strictObject({
      itemId: Id,
      itemNumber: z.int(),
      author: z.string().nullable(),
      recorded: Authenticity.nullable(),
    }),
  ),
  explanations: z.array(TryExplanation.extend({ id: Id, at: Timestamp, by: z.string() })),
  context: ContextOfFact.omit({ factId: true }).nullable(),
  conclusion: ConcludeFact.omit({ factId: true }).extend({ at: Timestamp, by: z.string() }).nullable(),
  /** What a careful person would still look at before concluding; a sentence each. */
  open: z.array(z.string()),
  at: Timestamp,
  by: z.string(),
});
export type DisputedFact = z.infer<typeof DisputedFact>;
