import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';
import { HowObtained } from './evidence.ts';

/** Why nobody may look at a source any more, and why it may be removed. */
export const ClosedBecause = z.enum(['unclothed-minor', 'privileged', 'misfiled']);
export type ClosedBecause = z.infer<typeof ClosedBecause>;

const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const Line = z.string().trim().min(1).max(400);

export const LockSource = z.strictObject({
  evidenceId: Id,
  because: ClosedBecause,
  note: z.string().trim().max(4000).nullable(),
});

/** A source as protections name it: its number and name, nothing of what it shows. */
export const NamedSource = z.strictObject({ id: Id, number: z.int(), name: z.string() });
export type NamedSource = z.infer<typeof NamedSource>;

export const LockedSource = z.strictObject({
  lockId: Id,
  source: NamedSource,
  because: ClosedBecause,
  note: z.string().nullable(),
  at: Timestamp,
  by: z.string(),
  /** The number of the source that it looks like, where that is why it was locked. */
  alikeTo: z.int().nullable(),
});
export type LockedSource = z.infer<typeof LockedSource>;

/** What counsel decides of material that was set apart: for a whole receipt sheet, or for one source. */
export const DecideSetApart = z.strictObject({
  receiptId: Id.nullable(),
  evidenceId: Id.nullable(),
  decision: z.enum(['release', 'keep-barred']),
  reason: Reason,
  /** Name and office of who decided. */
  counsel: Line,
  decidedOn: Day,
});

const SetApartDecision = z.strictObject({
  decision: z.enum(['release', 'keep-barred']),
  reason: z.string(),
  counsel: z.string(),
  decidedOn: z.string(),
  by: z.string(),
});

/** A receipt sheet whose files are or were set apart, or one file that counsel decided about. */
export const SetApart = z.strictObject({
  receiptId: Id.nullable(),
  receiptNumber: z.int().nullable(),
  fromWhom: z.string().nullable(),
  howObtained: HowObtained.nullable(),
  /** Files as they were handed over; members are not counted. */
  files: z.array(NamedSource),
  apart: z.boolean(),
  /** Newest last. */
  decisions: z.array(SetApartDecision),
  /** Sources that are open and have the same bytes: obtained another way as well. */
  alsoFrom: z.array(NamedSource),
});
export type SetApart = z.infer<typeof SetApart>;

export const StopFile = z.strictObject({
  /** As whoever saw it calls it; never a description of what it shows. */
  name: Line,
  receiptId: Id.nullable(),
  /** On whose phone or computer it is, so that the police find it. */
  whereItIs: z.string().trim().max(1000).nullable(),
  /** Whom, when, under which number. */
  called: z.string().trim().max(2000).nullable(),
});

export const StoppedFile = z.strictObject({
  id: Id,
  number: z.int(),
  name: z.string(),
  receiptId: Id.nullable(),
  whereItIs: z.string().nullable(),
  called: z.string().nullable(),
  at: Timestamp,
  by: z.string(),
});
export type StoppedFile = z.infer<typeof StoppedFile>;

/** What a removal of a source would take with it. */
export const RemovalScope = z.strictObject({
  /** Emptied: the source, what is inside, what has the same bytes, what was locked because it looks like it. */
  sources: z.array(NamedSource),
  /** Files that hold it: their bytes go, their other contents stay. */
  containers: z.array(NamedSource),
  items: z.int(),
  /** Rows that quote or describe it and go with it, by kind. */
  rows: z.array(z.strictObject({ what: z.string(), count: z.int() })),
  documents: z.array(z.strictObject({ number: z.int(), title: z.string() })),
  copies: z.array(z.string()),
});
export type RemovalScope = z.infer<typeof RemovalScope>;

export const RemoveSource = z.strictObject({
  evidenceId: Id,
  /** Name and office of who ordered it in writing. */
  instructedBy: Line,
  instructedOn: Day,
  /** Letter, e-mail or order by which the instruction can be found. */
  reference: Line,
});

export const Removal = z.strictObject({
  id: Id,
  number: z.int(),
  source: NamedSource,
  because: ClosedBecause,
  instructedBy: z.string(),
  instructedOn: z.string(),
  reference: z.string(),
  at: Timestamp,
  by: z.string(),
  /** Null until copies beside the case file are gone as well. */
  finishedAt: Timestamp.nullable(),
  sources: z.array(NamedSource),
  copies: z.array(
    z.strictObject({
      id: Id,
      words: z.string(),
      dealtWith: z.strictObject({ at: Timestamp, by: z.string(), how: z.string() }).nullable(),
    }),
  ),
});
export type Removal = z.infer<typeof Removal>;

/** Everything that is kept out of sight, and why. */
export const ProtectionView = z.strictObject({
  locked: z.array(LockedSource),
  setApart: z.array(SetApart),
  stopped: z.array(StoppedFile),
  removed: z.array(Removal),
});
export type ProtectionView = z.infer<typeof ProtectionView>;

export const VeilSource = z.strictObject({
  evidenceId: Id,
  veiled: z.boolean(),
  because: z.string().trim().max(400).nullable(),
});
