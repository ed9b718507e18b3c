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
});
export type StepView = z.infer<typeof StepView>;

export const GateView = z.strictObject({
  respondentId: Id,
  gate: z.string(),
  title: z.string(),
  open: z.boolean(),
  missing: z.array(z.string()),
  overridden: z.strictObject({ by: z.string(), reason: z.string(), at: Timestamp }).nullable(),
});
export type GateView = z.infer<typeof GateView>;

export const StepsView = z.strictObject({
  now: Timestamp,
  steps: z.array(StepView),
  gates: z.array(GateView),
  events: z.array(EventView),
  /** Kinds of events that can be recorded, with their words. */
  kinds: z.array(z.strictObject({ kind: z.string(), title: z.string() })),
});
export type StepsView = z.infer<typeof StepsView>;
