import { z } from 'zod';
import { Reason, Timestamp } from './case.ts';

const Day = z.iso.date();
const Name = z.string().trim().min(1).max(400);

export const CloseForGood = z.strictObject({
  /** As the schedule says it: “6 years after the end of employment”. */
  period: Name,
  /** The last day on which it is kept; null where the day is not known yet, and then nothing may be destroyed. */
  keepUntil: Day.nullable(),
  /** The schedule and its entry, or the order that holds the case. */
  authority: Name,
});

export const ApproveDestruction = z.strictObject({
  /** The office that signed: “Office of the Public Records Administrator”. */
  approvedBy: Name,
  approvedOn: Day,
  /** The number of the signed form. */
  reference: Name,
  /** The end of retention, where it was not known when the case was closed. */
  keepUntil: Day.nullable(),
});

export const DestroyCase = z.strictObject({
  /** The case's number, typed by whoever does it. */
  number: z.string(),
  /** Where the certificate is written. */
  folder: z.string().min(1).max(4096),
  note: Reason.nullable(),
});

export const Destroyed = z.strictObject({
  certificate: z.string(),
  /** Every file that was overwritten and removed. */
  files: z.array(z.string()),
});

const Approval = z.strictObject({
  at: Timestamp,
  by: z.string(),
  approvedBy: z.string(),
  approvedOn: Day,
  reference: z.string(),
});

export const RetentionView = z.strictObject({
  closing: z
    .strictObject({
      at: Timestamp,
      by: z.string(),
      period: z.string(),
      keepUntil: Day.nullable(),
      authority: z.string(),
    })
    .nullable(),
  approval: Approval.nullable(),
  /** Why it may not be destroyed now, in plain words; null where it may. */
  kept: z.string().nullable(),
});
export type RetentionView = z.infer<typeof RetentionView>;
