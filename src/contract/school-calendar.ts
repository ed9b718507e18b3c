import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';
import { IsoDate } from './deadline.ts';
import { StepCalendar } from './steps.ts';

/** What one date of a calendar is. */
export const CalendarMark = z.enum([
  'no-school',
  'staff-only',
  'snow-day',
  'legal-holiday',
  'contract-holiday',
  'first-teacher-day',
  'first-student-day',
  'last-student-day',
  'last-teacher-day',
  'ignore',
]);
export type CalendarMark = z.infer<typeof CalendarMark>;

/** One entry of a file that is brought in, and what it is taken for until a person says otherwise. */
export const CalendarEntry = z.strictObject({
  date: IsoDate,
  words: z.string(),
  marks: z.array(CalendarMark).min(1),
});
export type CalendarEntry = z.infer<typeof CalendarEntry>;

export const CalendarProposal = z.strictObject({
  entries: z.array(CalendarEntry),
  /** What could not be read, a sentence each. */
  notes: z.array(z.string()),
});

export type CalendarProposal = z.infer<typeof CalendarProposal>;

export const CalendarView = z.strictObject({
  calendar: StepCalendar,
  /** The calendar is the one that came with the district's settings; false once it was changed or brought along. */
  asShipped: z.boolean(),
  versions: z.array(z.strictObject({ id: Id, about: z.string(), at: Timestamp, by: z.string() })),
});
export type CalendarView = z.infer<typeof CalendarView>;

/** A deadline that stands elsewhere than before; null where there was or is no date. */
export const MovedDeadline = z.strictObject({
  respondentId: Id,
  respondent: z.string(),
  title: z.string(),
  article: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type MovedDeadline = z.infer<typeof MovedDeadline>;

export const CalendarSaved = z.strictObject({ view: CalendarView, moved: z.array(MovedDeadline) });

export type CalendarSaved = z.infer<typeof CalendarSaved>;

export const AddSnowDay = z.strictObject({ date: IsoDate, reason: Reason });
export const ImportCalendar = z.strictObject({ entries: z.array(CalendarEntry).min(1), from: Reason });
export const SaveCalendar = z.strictObject({ calendar: StepCalendar, about: Reason });
