import { z } from 'zod';

/** The five kinds of day that an agreement or a law can count. What each means: `docs/agreements.md`, "Days". */
export const DayKind = z.enum(['calendar', 'school', 'duty', 'working', 'business'], {
  error: 'must be one of calendar, school, duty, working, business (a bare "day" has to be resolved by a person first)',
});
export type DayKind = z.infer<typeof DayKind>;

/** What happens to a due date that is no day of a kind: `none`, `forward:KIND` or `backward:KIND`. */
export const Roll = z.string().regex(/^(none|(forward|backward):(calendar|school|duty|working|business))$/, {
  error: 'must be none, forward:KIND or backward:KIND, KIND being calendar, school, duty, working or business',
});
export type Roll = z.infer<typeof Roll>;

/** How school and duty days are counted between two school years. */
export const Summer = z.enum(['tolled', 'weekdays', 'calendar'], {
  error: 'must be tolled, weekdays or calendar',
});
export type Summer = z.infer<typeof Summer>;

/** `YYYY-MM-DD`, a day that exists. */
export const IsoDate = z.iso.date({ error: 'must be a date that exists, written YYYY-MM-DD' });
export type IsoDate = z.infer<typeof IsoDate>;

/** A date, or a date and time with or without offset; without one it is read in the calendar's time zone. */
export const DateOrDateTime = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })], {
  error: 'must be a date (2026-02-12) or a date and time (2026-02-12T09:30:00-05:00)',
});
export type DateOrDateTime = z.infer<typeof DateOrDateTime>;

/** A time on the wall, `HH:MM` or `HH:MM:SS`. */
export const WallTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, { error: 'must be a time of day, written 16:00' });

const WholeNumber = z.int({ error: 'must be a whole number' });
const MOST_DAYS = 10_000;
const MOST_MONTHS = 1200;
const MOST_HOURS = 100_000;

/** How one limit is counted: exactly one of `days`, `months` and `hours`. */
export const CountRule = z
  .strictObject({
    /** Days of `dayKind`; negative: so many days before the trigger; 0: the same day. */
    days: WholeNumber.min(-MOST_DAYS).max(MOST_DAYS).nullish(),
    months: WholeNumber.min(-MOST_MONTHS).max(MOST_MONTHS).nullish(),
    /** Elapsed hours, through nights, weekends, holidays and changes of the clock. */
    hours: z.number({ error: 'must be a number of hours' }).min(-MOST_HOURS).max(MOST_HOURS).nullish(),
    dayKind: DayKind.nullish(),
    /** Left out, it is true: the day of the event is day 0. */
    excludeTriggerDay: z.boolean({ error: 'must be true or false' }).nullish(),
    roll: Roll.nullish(),
    summer: Summer.nullish(),
    receiptCutoff: WallTime.nullish(),
    /** The kind of day on which a late receipt counts; business where nothing is said. */
    cutoffKind: DayKind.nullish(),
  })
  .superRefine((rule, check) => {
    const given = [rule.days, rule.months, rule.hours].filter((value) => value !== null && value !== undefined);
    if (given.length !== 1) {
      check.addIssue({ code: 'custom', path: [], message: 'must hold exactly one of days, months and hours' });
    }
    if (rule.days !== null && rule.days !== undefined && !rule.dayKind) {
      check.addIssue({ code: 'custom', path: ['dayKind'], message: 'is needed when a limit is in days' });
    }
  });
export type CountRule = z.infer<typeof CountRule>;

/** A date with its reason; a bare date has none. */
export const DatedReason = z
  .union([IsoDate, z.looseObject({ date: IsoDate, reason: z.string().nullish() })], {
    error: 'must be {"date": "2026-02-16", "reason": "Presidents\' Day"}',
  })
  .transform((entry) =>
    typeof entry === 'string' ? { date: entry, reason: null } : { date: entry.date, reason: entry.reason ?? null },
  );
export type DatedReason = z.output<typeof DatedReason>;

const DatedReasons = z
  .array(DatedReason)
  .nullish()
  .transform((list) => list ?? []);

/** One school year. Without `lastStudentDay` it is open at its end. */
export const SchoolYear = z.looseObject({
  firstTeacherDay: IsoDate.nullish(),
  firstStudentDay: IsoDate,
  lastStudentDay: IsoDate.nullish(),
  lastTeacherDay: IsoDate.nullish(),
  /** Weekdays inside the student year without students. A staff-only date inside it stands here too. */
  noSchool: DatedReasons,
  /** Dates on which staff work and students do not. */
  staffOnly: DatedReasons,
});
export type SchoolYear = z.output<typeof SchoolYear>;

/** What a deadline is counted on. Lists left out are empty; an empty list of holidays covers no year. */
export const DeadlineCalendar = z.looseObject({
  /** IANA name, such as America/New_York. */
  timeZone: z.string({ error: 'must name a time zone, such as America/New_York' }),
  years: z
    .array(SchoolYear)
    .nullish()
    .transform((list) => list ?? []),
  legalHolidays: DatedReasons,
  contractHolidays: DatedReasons,
  snowDays: DatedReasons,
});
export type DeadlineCalendar = z.output<typeof DeadlineCalendar>;
/** A calendar as it is written in a question or a file, before lists left out are filled in. */
export type DeadlineCalendarInput = z.input<typeof DeadlineCalendar>;

/** Dates that are not counted, both ends included. An end that is not known yet is null. */
export const TollingRange = z
  .looseObject({ from: IsoDate, to: IsoDate.nullable(), reason: z.string().nullish() })
  .refine((range) => range.to === null || range.from <= range.to, { error: 'must not end before it begins' });
export type TollingRange = z.infer<typeof TollingRange>;

/** One question of `evenhand deadline`. */
export const DeadlineQuestion = z.looseObject({
  id: z.union([z.string(), z.number()], { error: 'must be a text or a number' }).nullish(),
  rule: CountRule,
  trigger: DateOrDateTime,
  calendar: DeadlineCalendar,
  tolling: z.array(TollingRange).nullish(),
  restartedBy: DateOrDateTime.nullish(),
});
export type DeadlineQuestion = z.output<typeof DeadlineQuestion>;
export type DeadlineQuestionInput = z.input<typeof DeadlineQuestion>;

const AnswerId = z.union([z.string(), z.number(), z.null()]);

/** A due date with the days that led to it. `due` is a date, or a date and time with offset for a limit in hours. */
export const DeadlineFound = z.strictObject({
  id: AnswerId,
  due: z.string(),
  arithmetic: z.array(z.string()),
  /** Fields of the question that were not read; absent where all were. */
  notes: z.array(z.string()).optional(),
});
export type DeadlineFound = z.infer<typeof DeadlineFound>;

/** Why a question has no answer, and what would be needed to give one. */
export const DeadlineRefused = z.strictObject({ id: AnswerId, error: z.string(), missing: z.array(z.string()) });
export type DeadlineRefused = z.infer<typeof DeadlineRefused>;

export const DeadlineAnswer = z.union([DeadlineFound, DeadlineRefused]);
export type DeadlineAnswer = z.infer<typeof DeadlineAnswer>;
