import { z } from 'zod';
import { AgreementPack, EventKind } from './agreement.ts';
import { DateOrDateTime, DeadlineCalendar, IsoDate } from './deadline.ts';

/**
 * A fact of the procedure. Facts are taken in any order and never refused for coming late or early; a fact that was
 * recorded wrongly is corrected by another, never erased.
 */
export const StepEvent = z.looseObject({
  id: z.string().min(1),
  kind: EventKind,
  /** When it happened, not when it was written down. */
  at: DateOrDateTime,
  /** Whom it is about, by name; null or left out: everybody in the case. */
  respondent: z.string().nullish(),
  /** Only for a person with two positions: the unit it concerns. */
  unit: z.string().nullish(),
  /** Who did it: the server of a notice, the person who overrides a gate. */
  by: z.string().nullish(),
  /** For a meeting that is planned: when it is to be held. */
  for: DateOrDateTime.nullish(),
  /** How it was served, and what shows it. */
  how: z.string().nullish(),
  proof: z.string().nullish(),
  reason: z.string().nullish(),
  /** Id of the event that this one corrects or withdraws. */
  corrects: z.string().nullish(),
  /** For `event-corrected`: when it really happened. */
  correctAt: DateOrDateTime.nullish(),
  /** For `step-waived`, `extension-agreed` and `extension-taken`: the step. For `gate-overridden`: the gate. */
  step: z.string().nullish(),
  gate: z.string().nullish(),
  /** For `extension-taken`: which side took it. */
  side: z.enum(['board', 'union']).nullish(),
  /** For events of a grievance: its level; left out, the first. */
  level: z.int().min(1).nullish(),
  /** For `extension-agreed`: the new last day, and whether both sides agreed in writing. */
  due: IsoDate.nullish(),
  mutual: z.boolean().nullish(),
  written: z.boolean().nullish(),
  /** For a decision: whether it takes pay or the post. */
  deprivation: z.boolean().nullish(),
  recordedAt: DateOrDateTime.nullish(),
});
export type StepEvent = z.infer<typeof StepEvent>;

/** An employee under one unit. One person with two positions stands here twice, under the same name. */
export const StepRespondent = z.looseObject({
  name: z.string().min(1),
  unit: z.string().nullable(),
  position: z.string().nullish(),
  /** Null where nobody has said. */
  certified: z.boolean().nullish(),
  represented: z.boolean().nullish(),
  tenured: z.boolean().nullish(),
  /** Id of the calendar; left out, the first one. */
  calendar: z.string().nullish(),
});
export type StepRespondent = z.infer<typeof StepRespondent>;

/** A calendar with a name, as `resources/calendars/*.yaml` holds it. */
export const StepCalendar = DeadlineCalendar.extend({
  id: z.string().nullish(),
  title: z.string().nullish(),
  sample: z.boolean().nullish(),
  note: z.string().nullish(),
});
export type StepCalendar = z.output<typeof StepCalendar>;

/** What `evenhand steps --stdin` takes. */
export const StepsInput = z.strictObject({
  events: z.array(StepEvent),
  packs: z.array(AgreementPack),
  calendars: z.array(StepCalendar),
  respondents: z.array(StepRespondent),
  now: DateOrDateTime,
});
export type StepsInput = z.output<typeof StepsInput>;

export const StepState = z.enum(['done', 'due', 'late', 'blocked', 'waived', 'overridden', 'not-applicable']);
export type StepState = z.infer<typeof StepState>;

/** One line of `evenhand steps`. */
export const StepLine = z.strictObject({
  respondent: z.string(),
  step: z.string(),
  article: z.string(),
  state: StepState,
  /** The last day, or the last hour for a limit in hours; null where there is none or it cannot be known. */
  due: z.string().nullable(),
  arithmetic: z.array(z.string()),
  /** Ids of the steps, gates, events and open holds it waits for. */
  blockedBy: z.array(z.string()),
  why: z.string().nullable(),
  proof: z.string().nullable(),
  unit: z.string().nullable(),
  pack: z.string(),
  title: z.string(),
  actor: z.string(),
  to: z.string().nullable(),
  /** What to do now, in one sentence; null where nothing is to be done. */
  nextAction: z.string().nullable(),
  /** Calendar days until the due date, negative when it has passed; null where nothing is due. */
  daysLeft: z.int().nullable(),
  doneAt: z.string().nullable(),
  /** True when it was done, but after its last day. */
  doneLate: z.boolean(),
  /** What is still to be confirmed about the rule, in words; null when it is confirmed. */
  toConfirm: z.string().nullable(),
  /** The gate that it helps to open, and the gate that it waits behind. */
  gate: z.string().nullable(),
  behind: z.string().nullable(),
  /** The kind of event that completes it. */
  doneBy: z.string().nullable(),
  documentKind: z.string().nullable(),
  /** For an overridden step: which gate was passed over, by whom, when and why. */
  override: z.strictObject({ gate: z.string(), by: z.string(), reason: z.string(), at: z.string() }).nullable(),
  onLapse: z.string(),
  /** What the calendar or the record lacks to compute the due date. */
  missing: z.array(z.string()),
});
export type StepLine = z.infer<typeof StepLine>;

export const GateLine = z.strictObject({
  respondent: z.string(),
  unit: z.string().nullable(),
  gate: z.string(),
  title: z.string(),
  /** The articles that ask for it. */
  articles: z.array(z.string()),
  /** Nothing is missing, or the gate was overridden. */
  open: z.boolean(),
  /** A plain sentence for each thing that is missing. */
  missing: z.array(z.string()),
  overridden: z.strictObject({ by: z.string(), reason: z.string(), at: z.string() }).nullable(),
  /** What the gate guards has happened already; with what was missing at that moment. */
  passed: z.strictObject({ at: z.string(), missing: z.array(z.string()) }).nullable(),
  /** Remarks, such as an override without a reason, which does not count. */
  notes: z.array(z.string()),
});
export type GateLine = z.infer<typeof GateLine>;
