import { z } from 'zod';
import { SavedFile } from './agreement-shelf.ts';
import { command, query } from './call.ts';
import { CaseState, Nothing, OpenCase, Timestamp } from './case.ts';
import { GiveHandOver, HandOver, TakeHandOver } from './hand-over.ts';
import { ApproveDestruction, CloseForGood, DestroyCase, Destroyed, RetentionView } from './retention.ts';

const Path = z.string().min(1).max(4096);

/** After how many minutes without input an encrypted case is closed and asks for its passphrase; null is never. */
export const LockSettings = z.strictObject({ minutes: z.int().min(1).max(480).nullable() });
export type LockSettings = z.infer<typeof LockSettings>;

/** What opens the case, on paper: the whole key, or two halves of which neither says anything alone. */
export const RecoverySheet = z.strictObject({
  key: z.string(),
  halves: z.strictObject({ first: z.string(), second: z.string() }),
});
export type RecoverySheet = z.infer<typeof RecoverySheet>;

export const EscrowView = z.strictObject({
  /** Who holds the district's escrow key, as the district's file says; null where the district has none. */
  holder: z.string().nullable(),
  key: z.string().nullable(),
  sealed: z.array(z.strictObject({ at: Timestamp, by: z.string(), holder: z.string(), key: z.string() })),
});

/** One side of two copies of a case after the line where they part. */
export const CopySide = z.strictObject({
  entries: z.int(),
  items: z.int(),
  documents: z.int(),
  fingerprint: z.string(),
  /** Lines that the other side lacks, the oldest first, at most 500. */
  lines: z.array(z.strictObject({ seq: z.int(), at: Timestamp, by: z.string(), words: z.string() })),
});
export type CopySide = z.infer<typeof CopySide>;

export const Comparison = z.strictObject({
  /** `fork`: both went on after the same line. `ahead` and `behind` are said of the open case. */
  relation: z.enum(['same', 'ahead', 'behind', 'fork', 'other-case']),
  /** The last line that both have; 0 where they have none in common. */
  common: z.int(),
  here: CopySide,
  there: CopySide,
});
export type Comparison = z.infer<typeof Comparison>;

export const BagCheck = z.strictObject({ ok: z.boolean(), words: z.array(z.string()) });

/** Calls about the case file as a thing: what opens it, who may write, how long it is kept. A part of `calls`. */
export const caseFileCalls = {
  'lock.settings': query(Nothing, LockSettings),
  'lock.settings-keep': command(LockSettings, LockSettings),

  /** Opens a copy of the case as it is now, which refuses every change. */
  'case.look': command(OpenCase, CaseState),
  /** Compares the open case with another copy of it, line by line of the record. */
  'case.compare': command(OpenCase, Comparison),
  'bag.check': command(z.strictObject({ folder: Path, expect: z.string().max(200).nullable() }), BagCheck),

  'recovery.sheet': command(z.strictObject({ now: z.string() }), RecoverySheet),
  'escrow.view': query(Nothing, EscrowView),
  /** Seals the case's key for the district's escrow, into a file. */
  'escrow.seal': command(z.strictObject({ folder: Path, now: z.string() }), SavedFile),
  /** Needs no case: what opens the case of a sealed file, by the district's private key. */
  'escrow.unseal': command(z.strictObject({ file: Path, keyFile: Path }), z.strictObject({ key: z.string() })),
  /** Needs no case: makes the district's escrow key, once. */
  'escrow.new-key': command(
    z.strictObject({ folder: Path, holder: z.string().trim().min(1).max(200) }),
    z.strictObject({ publicKey: z.string(), key: z.string(), saved: SavedFile }),
  ),

  'hand-over.list': query(Nothing, z.array(HandOver)),
  'hand-over.give': command(GiveHandOver, HandOver),
  'hand-over.take': command(TakeHandOver, HandOver),

  'retention.view': query(Nothing, RetentionView),
  'retention.close': command(CloseForGood, RetentionView),
  'retention.approve': command(ApproveDestruction, RetentionView),
  'retention.destroy': command(DestroyCase, Destroyed),
} as const;
