import { z } from 'zod';
import { AgeingAnswer } from './agreement.ts';
import { Id, Reason, Timestamp } from './case.ts';
import { IsoDate } from './deadline.ts';

/** A discipline of the past as the case keeps it. */
export const NewPastDiscipline = z.strictObject({
  respondentId: Id,
  /** As the agreement's rules on ageing name it. */
  item: z.string().trim().min(1).max(200),
  on: IsoDate,
  subject: z.string().trim().min(1).max(200).nullable(),
  conduct: z.array(z.string().trim().min(1).max(200)),
  moveRequestedOn: IsoDate.nullable(),
  note: z.string().trim().max(4000).nullable(),
});
export const PastDisciplineRow = NewPastDiscipline.extend({
  id: Id,
  /** Whether it may still be relied on today; null where no agreement covers the employee. */
  ageing: AgeingAnswer.nullable(),
  at: Timestamp,
  by: z.string(),
});
export type PastDisciplineRow = z.infer<typeof PastDisciplineRow>;
export const PastDisciplineList = z.strictObject({
  rows: z.array(PastDisciplineRow),
  /** The kinds of discipline whose ageing the agreement tells, and the conduct that it excepts. */
  items: z.array(z.string()),
  exceptions: z.array(z.string()),
});

/** Something in the case that bears on a question, with the room where it stands. */
export const Bearing = z.strictObject({
  kind: z.enum(['finding', 'step', 'document', 'policy', 'discipline']),
  words: z.string(),
  room: z.enum(['findings', 'steps', 'documents', 'people', 'evidence']),
});
export type Bearing = z.infer<typeof Bearing>;

/** One question of the worksheet: what it asks, what bears on it, what is missing, and the answer of a person. */
export const WorksheetQuestion = z.strictObject({
  id: z.string(),
  part: z.enum(['tests', 'proportion', 'nexus', 'once']),
  title: z.string(),
  question: z.string(),
  /** What an arbitrator would want to see. */
  wants: z.string().nullable(),
  answers: z.array(z.string()).min(2),
  bears: z.array(Bearing),
  /** What the case does not show, a sentence each. */
  gaps: z.array(z.string()),
  answer: z
    .strictObject({
      answer: z.string(),
      words: z.string(),
      missing: z.string().nullable(),
      at: Timestamp,
      by: z.string(),
    })
    .nullable(),
});
export type WorksheetQuestion = z.infer<typeof WorksheetQuestion>;

export const NewComparator = z.strictObject({
  respondentId: Id,
  year: z.int().min(1950).max(2200),
  conduct: Reason,
  outcome: Reason,
  alike: Reason,
  unlike: z.string().trim().max(4000),
  /** Where it is known from: a register, a file number. No names. */
  source: Reason,
});
export const Comparator = NewComparator.extend({ id: Id, at: Timestamp, by: z.string() });
export type Comparator = z.infer<typeof Comparator>;

/** A line of the district's register of closed matters, which names nobody. */
export const RegisterLine = NewComparator.pick({ year: true, conduct: true, outcome: true, source: true });
export type RegisterLine = z.infer<typeof RegisterLine>;
export const ReadRegister = z.strictObject({ lines: z.array(RegisterLine), notes: z.array(z.string()) });

export const JustCauseView = z.strictObject({
  respondentId: Id,
  /** Said on every screen and page of it. */
  marking: z.string(),
  questions: z.array(WorksheetQuestion),
  ladder: z.array(z.strictObject({ rung: z.int(), name: z.string(), disciplinary: z.boolean() })),
  /** When rungs may be skipped, as the agreement says. */
  skipRungsIf: z.array(z.string()),
  live: z.array(PastDisciplineRow),
  aged: z.array(PastDisciplineRow),
  comparators: z.array(Comparator),
});
export type JustCauseView = z.infer<typeof JustCauseView>;

export const AnswerJustCause = z.strictObject({
  respondentId: Id,
  question: z.string(),
  answer: z.string(),
  words: Reason,
  missing: z.string().trim().max(4000).nullable(),
});
