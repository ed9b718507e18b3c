import { z } from 'zod';
import { NewPerson } from './person.ts';

/** What a column of a list of people may hold. */
export const RosterField = z.enum([
  'name',
  'first-name',
  'last-name',
  'occupation',
  'position',
  'unit',
  'email',
  'phone',
  'days',
  'from',
  'to',
  'note',
]);
export type RosterField = z.infer<typeof RosterField>;

/** A table as it was read from a file, with what its columns seem to hold. */
export const RosterTable = z.strictObject({
  sheet: z.string().nullable(),
  headings: z.array(z.string()),
  /** Rows under the headings. */
  rows: z.int(),
  /** The first ones, to look at. */
  sample: z.array(z.array(z.string())),
  /** For each column what it seems to hold; null for what is left out. */
  proposed: z.array(RosterField.nullable()),
});
export type RosterTable = z.infer<typeof RosterTable>;
export const RosterFile = z.strictObject({ name: z.string(), tables: z.array(RosterTable).min(1) });
export type RosterFile = z.infer<typeof RosterFile>;

/** How a list is to be read: which sheet, what each column holds, and what its people are in the case. */
export const RosterOrder = z.strictObject({
  path: z.string().min(1),
  sheet: z.string().nullable(),
  columns: z.array(RosterField.nullable()).min(1).max(1000),
  /** What a person of the list is in the case. */
  caseRole: NewPerson.shape.caseRole,
});
export type RosterOrder = z.infer<typeof RosterOrder>;

/** A row of the list, and what would become of it. */
export const RosterRow = z.strictObject({
  /** As numbered in the file, headings included. */
  row: z.int(),
  name: z.string().nullable(),
  outcome: z.enum(['new', 'in-the-case', 'twice-in-the-list', 'cannot-be-taken']),
  /** Why it cannot be taken, or who it already is; null for a new one. */
  because: z.string().nullable(),
  /** What was not understood and would be left open: an occupation, a unit, an hour. */
  notes: z.array(z.string()),
  person: NewPerson.nullable(),
});
export type RosterRow = z.infer<typeof RosterRow>;
export const RosterCheck = z.strictObject({ name: z.string(), rows: z.array(RosterRow) });
export type RosterCheck = z.infer<typeof RosterCheck>;
/** The rows that somebody chose, as the check showed them: all of them are taken, or none. */
export const TakeRoster = z.strictObject({
  name: z.string().min(1).max(400),
  rows: z
    .array(z.strictObject({ row: z.int(), person: NewPerson }))
    .min(1)
    .max(20_000),
});
export const RosterTaken = z.strictObject({ added: z.int() });
