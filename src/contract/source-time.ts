import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';

/** Which of two figures is the day. */
export const DayOrder = z.enum(['day-month', 'month-day']);
export type DayOrder = z.infer<typeof DayOrder>;

/** A 12-hour clock without a marker: the hours as they stand, or twelve later. */
export const DayHalf = z.enum(['as-written', 'afternoon']);
export type DayHalf = z.infer<typeof DayHalf>;

/** How the dates of one source are to be read; null leaves that part as the machine read it. */
export const TimeSetting = z.strictObject({
  order: DayOrder.nullable(),
  half: DayHalf.nullable(),
  /** IANA zone of times that the source gives without one. */
  zone: z.string().max(64).nullable(),
  /** The wall clock at which the source was captured, `2026-03-10T21:52`: relative dates are counted back from it. */
  capturedAt: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
    .nullable(),
});
export type TimeSetting = z.infer<typeof TimeSetting>;

export const SettleTimes = TimeSetting.extend({ evidenceId: Id, reason: Reason });

/** A setting as a person recorded it; an earlier one stays beside the one that took its place. */
export const SettledTimes = TimeSetting.extend({
  id: Id,
  reason: z.string(),
  at: Timestamp,
  by: z.string(),
  withdrawn: z.boolean(),
  withdrawnReason: z.string().nullable(),
});
export type SettledTimes = z.infer<typeof SettledTimes>;

export const TimeQuestionKind = z.enum(['order', 'half', 'zone', 'relative']);
export type TimeQuestionKind = z.infer<typeof TimeQuestionKind>;

/** One way to read the dates of a source, with what speaks for and against it. */
export const TimeAnswer = z.strictObject({
  /** A value of the setting: `day-month`, `afternoon`; for zones the IANA name. */
  value: z.string(),
  for: z.array(z.string()),
  against: z.array(z.string()),
});
export type TimeAnswer = z.infer<typeof TimeAnswer>;

export const TimeQuestion = z.strictObject({
  kind: TimeQuestionKind,
  /** Items that the question is about. */
  items: z.int(),
  /** True where neither the machine nor a person has answered it. */
  open: z.boolean(),
  /** What the machine did without being asked, in words; null where it left the question open. */
  assumed: z.string().nullable(),
  answers: z.array(TimeAnswer),
  /** A few dates as written, with the day that each answer makes of them. */
  examples: z.array(
    z.strictObject({
      itemId: Id,
      asWritten: z.string(),
      readings: z.array(z.strictObject({ value: z.string(), local: z.string() })),
    }),
  ),
});
export type TimeQuestion = z.infer<typeof TimeQuestion>;

/** A source with dates, as the list of sources shows it. */
export const SourceTimesRow = z.strictObject({
  evidenceId: Id,
  number: z.int(),
  name: z.string(),
  /** Items with a date. */
  dated: z.int(),
  /** Items whose date can still be read in more than one way, or not at all. */
  open: z.int(),
  /** Items whose clock has no zone. */
  withoutZone: z.int(),
  settled: z.boolean(),
  /** Files with dates: 1 for a file by itself, more for an archive, whose setting holds for all files in it. */
  files: z.int(),
});
export type SourceTimesRow = z.infer<typeof SourceTimesRow>;

export const SourceTimes = SourceTimesRow.extend({
  questions: z.array(TimeQuestion),
  /** The setting in force: the file's own, else that of the archive around it. */
  setting: SettledTimes.nullable(),
  /** The archive that `setting` was recorded for; null where it is the file's own. */
  settledWith: z.strictObject({ evidenceId: Id, name: z.string() }).nullable(),
  /** Of an archive: files in it that were settled by themselves and keep that. */
  ownSettings: z.array(z.strictObject({ evidenceId: Id, name: z.string() })),
  /** Settings that another one took the place of, or that were taken back; newest first. */
  earlier: z.array(SettledTimes),
});
export type SourceTimes = z.infer<typeof SourceTimes>;
