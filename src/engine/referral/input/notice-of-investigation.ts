import { z } from 'zod';
import { Day, DayOrTime, documentHead, Line, Person, QuotedClause } from './basics.ts';

/** Frozen input of the notice of investigation. It has no place for findings, students' names or an accusation. */
export const NoticeOfInvestigationInput = z.strictObject({
  kind: z.literal('notice-of-investigation'),
  ...documentHead,
  to: z.strictObject({ name: Line, role: Line, addressLines: z.array(Line), salutation: Line }),
  from: Person,
  investigator: z.strictObject({ name: Line, role: Line, contact: Line }),
  /** How the letter is served: `by hand`, `certified mail`. */
  delivery: Line,
  complaint: z.strictObject({
    receivedOn: Day,
    /** What it is about, neutrally: completes the sentence 'The complaint concerns …'. */
    nature: Line,
    /** The time the conduct is said to fall in; null where the complaint names none. */
    period: Line.nullable(),
    /** Printed only where the agreement requires it. */
    complainant: z.strictObject({ name: Line, requiredBy: Line }).nullable(),
  }),
  policies: z.array(z.strictObject({ title: Line, adopted: Line, clauses: z.array(QuotedClause).min(1) })).min(1),
  /** The sentence of the unit's agreement or of the law. */
  representation: z.strictObject({ sentence: Line, source: Line, confirmed: z.boolean() }),
  interview: z.strictObject({ at: DayOrTime, place: Line, reschedule: Line }).nullable(),
  response: z.strictObject({ by: Day.nullable(), how: Line, source: Line.nullable() }),
  copies: z.array(Line),
});
export type NoticeOfInvestigationInput = z.infer<typeof NoticeOfInvestigationInput>;
