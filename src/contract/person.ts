import { z } from 'zod';
import { Id } from './case.ts';
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

export const NewPerson = z.strictObject({
  name: z.string().trim().min(1).max(200),
  caseRole: CaseRole,
  occupation: Occupation,
  position: z.string().max(200).nullable(),
  /** Unit code of the district, null outside any unit. */
  unit: z.string().nullable(),
  workingHours: z.array(WorkingHours),
  /** Names, handles, numbers and addresses under which they appear in the evidence. */
  accounts: z.array(
    z.strictObject({
      handle: z.string().min(1),
      platform: z.string().nullable(),
      owner: z.enum(['personal', 'district', 'unknown']),
      /** Null where nobody looked. */
      disclaimer: z.boolean().nullable(),
    }),
  ),
  /** People of this case (ids) to whom they are related. */
  relatives: z.array(Id),
  note: z.string().max(4000).nullable(),
});
export const Person = NewPerson.extend({
  id: Id,
  number: z.int(),
  /** `Student A`…: what every document prints instead of a student's name; null for others. */
  pseudonym: z.string().nullable(),
});
export type Person = z.infer<typeof Person>;
