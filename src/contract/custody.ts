import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';

/** For whom a copy is made. `full` is everything; the others take only what that audience may have. */
export const Audience = z.enum(['full', 'employee-union', 'board', 'records', 'counsel']);
export type Audience = z.infer<typeof Audience>;

/** What is kept apart from the ordinary case. */
export const Compartment = z.enum(['counsel', 'compelled-statement', 'child-protection', 'title-ix']);
export type Compartment = z.infer<typeof Compartment>;

export const ExportOrder = z.strictObject({
  /** Absent, or an empty folder. */
  folder: z.string().min(1).max(4096),
  audience: Audience,
  /** Who receives it; a complete copy needs one. */
  to: z.string().trim().min(1).max(200).nullable(),
});

/** How many things of a kind were left out, and why. */
export const Withheld = z.strictObject({ kind: z.string(), ground: z.string(), count: z.int() });
export type Withheld = z.infer<typeof Withheld>;

export const CopyMade = z.strictObject({
  id: Id,
  number: z.int(),
  audience: Audience,
  to: z.string().nullable(),
  at: Timestamp,
  by: z.string(),
  /** How far it goes: the number of the last line in it, and the fingerprint there. */
  entries: z.int(),
  fingerprint: z.string(),
  manifestSha256: z.string(),
  files: z.int(),
  bytes: z.int(),
  withheld: z.array(Withheld),
});
export type CopyMade = z.infer<typeof CopyMade>;

/** What a compartment can be said of; what hangs on it goes along. */
export const CompartmentSubject = z.enum([
  'evidence',
  'receipt',
  'complaint',
  'person',
  'item',
  'fact',
  'mapping',
  'allegation',
  'response',
  'finding',
  'event',
  'document',
]);
export type CompartmentSubject = z.infer<typeof CompartmentSubject>;

export const SetCompartment = z.strictObject({
  subject: CompartmentSubject,
  id: Id,
  /** None puts it back into the ordinary compartment. */
  compartments: z.array(Compartment).max(4),
  reason: Reason,
});

export const CompartmentRow = z.strictObject({
  subject: CompartmentSubject,
  id: Id,
  compartment: Compartment,
  reason: z.string(),
  at: Timestamp,
  by: z.string(),
});
export type CompartmentRow = z.infer<typeof CompartmentRow>;

/** A request over the record's end, for a time-stamping authority (RFC 3161); `path` is the file that is written. */
export const RequestTimeStamp = z.strictObject({ path: z.string().min(1).max(4096) });
/** The authority's answer to a request, as a file. */
export const AttachTimeStamp = z.strictObject({ id: Id, path: z.string().min(1).max(4096) });

export const TimeStampRow = z.strictObject({
  id: Id,
  number: z.int(),
  fingerprint: z.string(),
  /** The line that it fixes, and all before it. */
  entry: z.int(),
  /** As the authority says; null until its answer came. */
  stampedAt: z.string().nullable(),
  authority: z.string().nullable(),
  at: Timestamp,
  by: z.string(),
});
export type TimeStampRow = z.infer<typeof TimeStampRow>;

/** Tells that a fingerprint was given to somebody, on paper, by mail or aloud. */
export const GiveFingerprint = z.strictObject({
  /** At least 12 digits of a fingerprint of this record; null is the one at its end. */
  fingerprint: z.string().nullable(),
  to: z.string().trim().min(1).max(200),
  how: z.string().trim().min(1).max(200),
  givenAt: Timestamp,
});

export const FingerprintGiven = z.strictObject({
  at: Timestamp,
  to: z.string(),
  how: z.string(),
  fingerprint: z.string(),
  entry: z.int(),
});
export type FingerprintGiven = z.infer<typeof FingerprintGiven>;
