import { z } from 'zod';
import { District } from './district.ts';

export const Nothing = z.strictObject({});
/** A date-time with its offset, as Evenhand writes its own times. */
export const Timestamp = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/);
export const Id = z.string().min(1).max(64);
export const Reason = z.string().trim().min(1).max(4000);

export const NewCase = z.strictObject({
  path: z.string().min(1),
  title: z.string().trim().min(1).max(200),
  /** Null makes a case that is not encrypted: a deliberate choice. */
  passphrase: z.string().nullable(),
  /** A district's id from the shipped samples, or the path of a district settings file; null takes none. */
  district: z.string().nullable(),
  /** Policies of this computer that the district had in force beside those of its settings. */
  policies: z.array(District.shape.policies.element).max(50).default([]),
});

export const OpenCase = z.strictObject({
  path: z.string().min(1),
  passphrase: z.string().nullable(),
});

export const NewPassphrase = z.strictObject({
  /** What opens the case now, the recovery key too; null where it is not encrypted yet. */
  now: z.string().nullable(),
  next: z.string(),
});

/** Why nothing can be changed in the open case; null where everything can. */
export const ReadOnly = z.strictObject({
  /** A copy to look at; a hand-over that nobody took yet; a case whose writer is somebody else; one closed for good. */
  why: z.enum(['copy', 'handed-over', 'not-holder', 'closed']),
  /** The reason, and the way on, in plain words. */
  words: z.string(),
  /** Whether the acting person is the one who was named and may take it over. */
  mayTake: z.boolean(),
});
export type ReadOnly = z.infer<typeof ReadOnly>;

export const CaseState = z.strictObject({
  caseId: Id,
  path: z.string(),
  title: z.string(),
  /** As printed on documents: `2026-0001`-like, made from the case id; not a secret. */
  number: z.string(),
  createdAt: Timestamp,
  encrypted: z.boolean(),
  districtName: z.string().nullable(),
  actor: z.strictObject({ name: z.string(), role: z.string(), key: z.string() }),
  readOnly: ReadOnly.nullable(),
  /** The last signed checkpoint's hash, hex. */
  fingerprint: z.string(),
  /** What the next reverse and the next repeat would do, null where there is nothing. */
  reverse: z.string().nullable(),
  repeat: z.string().nullable(),
  /** What was noticed on opening, in plain words (a case that is behind what this computer saw, an import cut off). */
  notices: z.array(z.string()),
  counts: z.strictObject({
    evidence: z.int(),
    items: z.int(),
    /** Files that no machine could read: silence about them is not clearance. */
    notRead: z.int(),
    /** How many of those a person has transcribed or described. */
    described: z.int(),
    /** Sources with dates that can be read in more than one way. */
    datesOpen: z.int(),
    withoutReceipt: z.int(),
    /** Files that nobody is shown: locked, removed, or set apart for counsel; what is inside one is not counted. */
    closed: z.int(),
    /** Files that the stop screen kept out. */
    stopped: z.int(),
    suggestionsOpen: z.int(),
    allegations: z.int(),
    documents: z.int(),
  }),
});
export type CaseState = z.infer<typeof CaseState>;

export const HistoryStep = z.strictObject({
  /** What was reversed or repeated, in words. */
  what: z.string(),
  seq: z.int(),
});

export const LedgerRow = z.strictObject({
  seq: z.int(),
  at: Timestamp,
  by: z.string(),
  did: z.string(),
  /** The line in plain words. */
  words: z.string(),
  hash: z.string(),
  reversedBy: z.int().nullable(),
});
export type LedgerRow = z.infer<typeof LedgerRow>;

/** What `verify` says, as in the command line's `verify --json`. */
export const VerifyReport = z.strictObject({
  ok: z.boolean(),
  checked: z.strictObject({ sources: z.int(), items: z.int(), entries: z.int(), documents: z.int() }),
  fingerprint: z.string().nullable(),
  signedBy: z.array(z.string()),
  notTested: z.array(z.string()),
  /** What was removed from the case on a written instruction, a sentence each. */
  removed: z.array(z.string()),
  firstProblem: z.strictObject({ what: z.string(), where: z.string(), entry: z.int().nullable() }).nullable(),
});
export type VerifyReport = z.infer<typeof VerifyReport>;

export const Identity = z.strictObject({ name: z.string(), role: z.string(), key: z.string() });
export type Identity = z.infer<typeof Identity>;

/** Withdraws something that was recorded, with the reason; it stays in the record. */
export const Withdraw = z.strictObject({ id: Id, reason: Reason });
