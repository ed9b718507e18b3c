import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';

/** A fact of the procedure: a notice served, an interview held. Kinds are the agreement room's event vocabulary. */
export const RecordEvent = z.strictObject({
  kind: z.string().min(1),
  /** When it happened, not when it is written down. */
  at: Timestamp,
  respondentId: Id.nullable(),
  /** Facts that belong to the kind: how served, proof, who answered. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  note: z.string().max(4000).nullable(),
});
export const EventView = RecordEvent.extend({
  id: Id,
  title: z.string(),
  recordedAt: Timestamp,
  by: z.string(),
  /** Id of the event that this one corrects. */
  corrects: Id.nullable(),
  /** Id of the event that corrected this one. */
  correctedBy: Id.nullable(),
  withdrawn: z.boolean(),
});
export type EventView = z.infer<typeof EventView>;

export const CorrectEvent = RecordEvent.extend({ corrects: Id, reason: Reason });

export const StepView = z.strictObject({
  respondentId: Id,
  /** The post it belongs to: a person with two has the steps of both. */
  unit: z.string().nullable(),
  /** `id@version` of the agreement or law. */
  pack: z.string(),
  step: z.string(),
  title: z.string(),
  article: z.string(),
  state: z.enum(['done', 'due', 'late', 'blocked', 'waived', 'overridden', 'not-applicable']),
  due: z.string().nullable(),
  /** Days until due (negative when late), null where nothing is due. */
  daysLeft: z.int().nullable(),
  arithmetic: z.array(z.string()),
  blockedBy: z.array(z.string()),
  why: z.string().nullable(),
  proof: z.string().nullable(),
  /** What is still to be confirmed about the rule, in words; null when it is confirmed. */
  toConfirm: z.string().nullable(),
  /** The kind of event that completes it. */
  doneBy: z.string().nullable(),
  documentKind: z.string().nullable(),
  doneAt: Timestamp.or(z.iso.date()).nullable(),
  doneLate: z.boolean(),
});
export type StepView = z.infer<typeof StepView>;

export const GateView = z.strictObject({
  respondentId: Id,
  unit: z.string().nullable(),
  gate: z.string(),
  title: z.string(),
  articles: z.array(z.string()),
  open: z.boolean(),
  missing: z.array(z.string()),
  /** What it guards has happened already; with what was missing at that moment. */
  passed: z.strictObject({ at: z.string(), missing: z.array(z.string()) }).nullable(),
  overridden: z.strictObject({ by: z.string(), reason: z.string(), at: Timestamp }).nullable(),
});
export type GateView = z.infer<typeof GateView>;

/** A day of the strip above the rails. */
export const StripDay = z.strictObject({
  date: z.string(),
  /** Null where the calendar cannot tell. */
  school: z.boolean().nullable(),
  reason: z.string().nullable(),
});
export type StripDay = z.infer<typeof StripDay>;

export const StepsView = z.strictObject({
  now: Timestamp,
  /** Today on the district's clock. */
  today: z.string(),
  timeZone: z.string(),
  strip: z.array(StripDay),
  /** What is odd about the facts, a sentence each; nothing was refused for it. */
  remarks: z.array(z.string()),
  /** Agreements and laws that cannot be read: nothing is counted by them. */
  refused: z.array(z.strictObject({ pack: z.string(), problem: z.string() })),
  /** Units of the district that an employee may belong to, for a second post. */
  units: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  steps: z.array(StepView),
  gates: z.array(GateView),
  events: z.array(EventView),
  /** Kinds of events that can be recorded, with their words. */
  kinds: z.array(z.strictObject({ kind: z.string(), title: z.string() })),
});
export type StepsView = z.infer<typeof StepsView>;
