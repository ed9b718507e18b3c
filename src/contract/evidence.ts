import { z } from 'zod';
import { Id, Timestamp } from './case.ts';

/** How evidence came into the district's hands. The last three are barred by Conn. Gen. Stat. 31-40x. */
export const HowObtained = z.enum([
  'public-view',
  'handed-over-by-recipient',
  'volunteered-by-employee',
  'district-account-or-device',
  'order-or-warrant',
  'own-note',
  'not-known',
  'login-demanded',
  'logged-in-in-presence',
  'friend-request-required',
]);
export type HowObtained = z.infer<typeof HowObtained>;

/** How pictures came off the telephone; what was sent through a messenger lost its details on the way. */
export const TakenOff = z.enum([
  'copied-as-file',
  'shared-nearby',
  'mailed-as-attachment',
  'sent-by-messenger',
  'photographed-off-screen',
  'printed-or-scanned',
  'not-from-a-phone',
  'not-known',
]);
export type TakenOff = z.infer<typeof TakenOff>;

export const NewReceipt = z.strictObject({
  fromWhom: z.string().trim().min(1).max(200),
  receivedAt: Timestamp,
  howObtained: HowObtained,
  completeness: z.enum(['complete', 'cropped', 'not-known']),
  /** Whether the original (the phone, the whole thread) was asked for. */
  originalAskedFor: z.enum(['yes', 'no', 'not-applicable']),
  note: z.string().max(4000).nullable(),
  /** How pictures were taken off the phone; null where nobody said. */
  takenOff: TakenOff.nullable().default(null),
});
export const Receipt = NewReceipt.extend({ id: Id, number: z.int(), files: z.int() });
export type Receipt = z.infer<typeof Receipt>;

export const Outcome = z.enum(['imported', 'imported-with-warnings', 'rejected', 'duplicate']);

/** One line of `import --json`, for every file given and every member found. */
export const FileOutcome = z.strictObject({
  path: z.string(),
  sha256: z.string().nullable(),
  outcome: Outcome,
  kept: z.boolean(),
  format: z.string().nullable(),
  items: z.int(),
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  authors: z.array(z.string()),
  attachments: z.int(),
  warnings: z.array(z.string()),
  error: z.string().nullable(),
  duplicateOf: z.string().nullable(),
  reader: z.string().nullable(),
  pages: z.int().optional(),
  width: z.int().optional(),
  height: z.int().optional(),
  orientation: z.int().optional(),
  durationSec: z.number().optional(),
  encrypted: z.boolean().optional(),
  ms: z.number().optional(),
});
export type FileOutcome = z.infer<typeof FileOutcome>;

export const EvidenceRow = z.strictObject({
  id: Id,
  number: z.int(),
  receiptId: Id.nullable(),
  parentId: Id.nullable(),
  /** Path as given, with `!/` before a container's member. */
  path: z.string(),
  name: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  receivedAt: Timestamp,
  /** Whose phone or account it was taken from: the sender of an export's outgoing lines. Null where nobody said. */
  ownerId: Id.nullable(),
  state: z.enum(['waiting', 'reading', 'read', 'not-read']),
  /** Why nobody is shown what it holds; null where anybody is. `holds-closed`: a container around such a file. */
  closed: z.enum(['locked', 'set-apart', 'removed', 'holds-closed']).nullable(),
  /** A graphic picture, shown only when somebody asks for it. */
  veiled: z.boolean(),
  outcome: FileOutcome.nullable(),
});
export type EvidenceRow = z.infer<typeof EvidenceRow>;

/** A link to words that an earlier reading of a file had and the one in force has not; a person looks at it and links anew. */
export const LeftBehind = z.strictObject({
  mappingId: Id,
  itemId: Id,
  evidenceId: Id,
  evidenceNumber: z.int(),
  name: z.string(),
  policy: z.string(),
  clause: z.string(),
  words: z.string(),
});

/** What somebody said, or a note, typed in: evidence like any other. */
export const NewStatement = z.strictObject({
  kind: z.enum(['oral-statement', 'note']),
  /** Who said it, or whose note it is. */
  fromWhom: z.string().trim().min(1).max(200),
  saidAt: Timestamp,
  /** Who else was there. */
  present: z.string().trim().max(400).nullable(),
  words: z.string().trim().min(1).max(100_000),
});

export const StartIntake = z.strictObject({
  paths: z.array(z.string().min(1)).min(1).max(10_000),
  receiptId: Id.nullable(),
  /** IANA zone for times without one; null leaves them floating. */
  zone: z.string().nullable(),
  /** The stop screen: the files show an unclothed minor. Nothing of them is opened; each leaves a line with its name. */
  mustNotKeep: z.boolean().default(false),
});
