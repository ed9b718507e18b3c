import { z } from 'zod';
import { Id, Timestamp } from './case.ts';

/** Whether those who were recorded knew of it. Conn. Gen. Stat. 52-570d: recording a telephone call needs all parties. */
export const RecordingConsent = z.enum(['all-knew', 'some-knew', 'nobody-knew', 'not-known', 'not-applicable']);
export type RecordingConsent = z.infer<typeof RecordingConsent>;

export const TranscriptLine = z.strictObject({
  /** Seconds from the beginning; null without a time mark. */
  at: z.number().min(0).nullable(),
  until: z.number().min(0).nullable(),
  speaker: z.string().trim().min(1).max(200).nullable(),
  words: z.string().trim().min(1).max(20_000),
});
export type TranscriptLine = z.infer<typeof TranscriptLine>;

/** What a person heard or saw in something that no machine reads. */
export const NewTranscript = z.strictObject({
  evidenceId: Id,
  /** The words themselves, or what is to be heard and seen in the person's own words. */
  kind: z.enum(['transcript', 'description']),
  /** As people call it: `English`; null for a description. */
  language: z.string().trim().min(1).max(80).nullable(),
  /** Who listened or looked, where it is not the person who records it. */
  madeBy: z.string().trim().min(1).max(200),
  consent: RecordingConsent.nullable(),
  /** False where only a part was listened to: the entry then stays on the list. */
  complete: z.boolean(),
  lines: z.array(TranscriptLine).min(1).max(20_000),
  note: z.string().max(4000).nullable(),
});
export type NewTranscript = z.infer<typeof NewTranscript>;

export const Transcript = NewTranscript.extend({
  id: Id,
  /** Items that its lines became, in their order. */
  itemIds: z.array(Id),
  at: Timestamp,
  by: z.string(),
  withdrawn: z.boolean(),
  withdrawnReason: z.string().nullable(),
});
export type Transcript = z.infer<typeof Transcript>;

/** One thing that no machine could read. */
export const NotReadEntry = z.strictObject({
  evidenceId: Id,
  number: z.int(),
  name: z.string(),
  /** `file`: nothing of it; `recording`: its words; `picture`: no words were found in it; `part`: some of its records. */
  what: z.enum(['file', 'recording', 'picture', 'part']),
  /** The record inside the source, where only that could not be read; null for the whole file. */
  place: z.string().nullable(),
  because: z.string(),
  format: z.string().nullable(),
  bytes: z.int(),
  durationSec: z.number().nullable(),
  receivedAt: Timestamp,
  fromWhom: z.string().nullable(),
  /** Who has listened or looked since; null while nobody has. */
  described: z
    .strictObject({
      kind: z.enum(['transcript', 'description']),
      madeBy: z.string(),
      at: Timestamp,
      complete: z.boolean(),
    })
    .nullable(),
});
export type NotReadEntry = z.infer<typeof NotReadEntry>;

/** The list that every screen and document repeats: what is silent in it clears nobody. */
export const NotReadList = z.strictObject({
  total: z.int(),
  /** How many of them a person has transcribed or described in full. */
  described: z.int(),
  /** Sources that were read but for some of their records; they are entries too, and not counted in `total`. */
  parts: z.int(),
  entries: z.array(NotReadEntry),
});
export type NotReadList = z.infer<typeof NotReadList>;
