import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';

/** Whom the reporter told. */
export const ToldWhat = z.enum(['oral-report', 'written-report', 'copy-to-school', 'superintendent', 'supervisor']);
export type ToldWhat = z.infer<typeof ToldWhat>;

const Name = z.string().trim().min(1).max(200);

/** Somebody learned of a reason to suspect danger to a child. No words of the child belong here. */
export const StartReport = z.strictObject({
  itemId: Id.nullable(),
  /** The child, where known; documents have the pseudonym alone. */
  childId: Id.nullable(),
  /** When somebody first learned of it, not when it was written down: the hours run from here. */
  knownAt: Timestamp,
  knownBy: Name,
});

/** That an item which was flagged calls for no report, and why. */
export const DismissReport = z.strictObject({
  itemId: Id,
  reason: Reason,
  /** Whom somebody asked about it; null where nobody was. */
  consulted: z.string().trim().max(200).nullable(),
});

export const RecordTold = z.strictObject({
  clockId: Id,
  what: ToldWhat,
  toldAt: Timestamp,
  toldTo: Name,
  toldBy: Name,
  /** Number of the report or name of the worker; null where there is none. */
  reference: z.string().max(200).nullable(),
});

export const ReportClock = z.strictObject({
  id: Id,
  number: z.int(),
  item: z.strictObject({ id: Id, number: z.int() }).nullable(),
  /** The child's pseudonym. */
  child: z.string().nullable(),
  decision: z.enum(['to-report', 'not-reportable']),
  knownAt: Timestamp,
  knownBy: z.string(),
  reason: z.string().nullable(),
  consulted: z.string().nullable(),
  /** What the law asks, with its hours; none where no law of the case says. */
  duties: z.array(
    z.strictObject({
      what: ToldWhat,
      hours: z.number(),
      /** Null while what it is counted from has not happened. */
      due: Timestamp.nullable(),
      source: z.string(),
      state: z.enum(['done', 'done-late', 'running', 'late', 'waiting']),
    }),
  ),
  told: z.array(
    z.strictObject({
      id: Id,
      what: ToldWhat,
      toldAt: Timestamp,
      toldTo: z.string(),
      toldBy: z.string(),
      reference: z.string().nullable(),
    }),
  ),
});
export type ReportClock = z.infer<typeof ReportClock>;

export const ReportView = z.strictObject({
  /** The moment from which hours are looked at. */
  now: Timestamp,
  clocks: z.array(ReportClock),
  /** Items in which the machine saw signs of danger to a child and about which nobody has decided. */
  open: z.array(z.strictObject({ itemId: Id, number: z.int(), because: z.string() })),
});
export type ReportView = z.infer<typeof ReportView>;
