import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';
import { WorkingHours } from './district.ts';

export const CaseRole = z.enum([
  'respondent',
  'complainant',
  'witness',
  'representative',
  'investigator',
  'decision-maker',
  'student',
  'other',
]);
export type CaseRole = z.infer<typeof CaseRole>;

/** What a person does at the school; decides which clauses bind them. */
export const Occupation = z.enum([
  'teacher',
  'coach',
  'paraprofessional',
  'custodian',
  'secretary',
  'administrator',
  'advisor',
  'nurse',
  'bus-driver',
  'student',
  'parent',
  'unknown',
]);
export type Occupation = z.infer<typeof Occupation>;

const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const Clock = z.string().regex(/^\d\d:\d\d$/);
const Words = z.string().trim().min(1);

/** What somebody saw of a disclaimer on a profile, on one day: profiles change. */
export const DisclaimerSeen = z.strictObject({
  seenOn: Day,
  shown: z.boolean(),
  /** Its words where it was shown. */
  words: z.string().max(1000).nullable(),
});

/** A name, handle, number or address under which somebody appears in the evidence. */
export const Account = z.strictObject({
  handle: z.string().min(1),
  platform: z.string().nullable(),
  owner: z.enum(['personal', 'district', 'unknown']),
  /** Whether the profile disclaims speaking for the district; null where nobody looked. */
  disclaimer: z.boolean().nullable(),
  /** First and last day on which it was theirs; null leaves that side open. */
  since: Day.nullable().default(null),
  until: Day.nullable().default(null),
  /** How it is known to be theirs: `shown at the interview`, `number in the staff directory`. */
  howKnown: z.string().max(400).nullable().default(null),
  disclaimers: z.array(DisclaimerSeen).max(50).default([]),
});
export type Account = z.infer<typeof Account>;

/** Tenure or probation, as the district recorded it: never worked out. */
export const Standing = z.enum([
  'tenured',
  'not-tenured',
  'on-probation',
  'past-probation',
  'by-appointment',
  'not-known',
]);
export type Standing = z.infer<typeof Standing>;

export const Break = z.strictObject({
  kind: z.enum(['lunch', 'preparation', 'other']),
  days: Words.max(100),
  from: Clock,
  to: Clock,
});
export type Break = z.infer<typeof Break>;

/** What is known of somebody's post beside their hours. */
export const Employment = z.strictObject({
  standing: Standing,
  /** Since when, and, for a probation or an appointment, until when. */
  since: Day.nullable(),
  until: Day.nullable(),
  /** Where that stands: `personnel file`, `HR by telephone`. */
  source: z.string().max(400).nullable(),
  positions: z
    .array(
      z.strictObject({
        title: Words.max(200),
        place: z.string().max(200).nullable(),
        from: Day.nullable(),
        until: Day.nullable(),
      }),
    )
    .max(30),
  /** Within the working hours: lunch, preparation. */
  breaks: z.array(Break).max(30),
  /** Days on which they did not work: leave, a closure of their building. */
  daysOff: z.array(z.strictObject({ from: Day, until: Day, why: Words.max(200) })).max(200),
});
export type Employment = z.infer<typeof Employment>;

export const NewPerson = z.strictObject({
  name: z.string().trim().min(1).max(200),
  caseRole: CaseRole,
  occupation: Occupation,
  position: z.string().max(200).nullable(),
  /** Unit code of the district, null outside any unit. */
  unit: z.string().nullable(),
  workingHours: z.array(WorkingHours),
  /** Names, handles, numbers and addresses under which they appear in the evidence. */
  accounts: z.array(Account),
  /** People of this case (ids) to whom they are related. */
  relatives: z.array(Id),
  note: z.string().max(4000).nullable(),
  /** Null where nobody entered any of it. */
  employment: Employment.nullable().default(null),
});
export type NewPerson = z.infer<typeof NewPerson>;
export const Person = NewPerson.extend({
  id: Id,
  number: z.int(),
  /** `Student A`…: what every document prints instead of a student's name; null for others. */
  pseudonym: z.string().nullable(),
});
export type Person = z.infer<typeof Person>;

/** Two entries that may be one person, and why somebody should look. */
export const LikelySame = z.strictObject({ a: Id, b: Id, because: z.array(z.string()).min(1) });
export type LikelySame = z.infer<typeof LikelySame>;

/** `merged` is taken up in `kept`: everything that names it names the other from then on. */
export const MergePeople = z.strictObject({ kept: Id, merged: Id, reason: Reason });
export const PersonMerge = z.strictObject({
  id: Id,
  kept: Id,
  merged: z.strictObject({ id: Id, name: z.string() }),
  /** How many records were moved. */
  moved: z.int(),
  reason: z.string(),
  at: Timestamp,
  by: z.string(),
});
export type PersonMerge = z.infer<typeof PersonMerge>;
/** What became of parting two people again: records that somebody changed meanwhile stay where they are, and are named. */
export const PeopleParted = z.strictObject({ kept: Id, parted: Id, moved: z.int(), stayed: z.array(z.string()) });
