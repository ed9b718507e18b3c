import { z } from 'zod';
import { Citation, Day, Line, Person, Prose, When, Words } from './basics.ts';

export const ElementState = z.enum(['met', 'not-met', 'inconclusive', 'not-examined']);
export type ElementState = z.infer<typeof ElementState>;

/** The first axis of a finding: did it happen as alleged. */
export const FactFinding = z.enum(['proved', 'not-proved', 'disproved', 'inconclusive']);
export type FactFinding = z.infer<typeof FactFinding>;

/** The second axis: what the policy makes of what happened. */
export const PolicyFinding = z.enum(['breach', 'no-breach', 'protected', 'not-bound', 'policy-unclear', 'not-reached']);
export type PolicyFinding = z.infer<typeof PolicyFinding>;

export const StandardOfProof = z.enum(['preponderance', 'clear-and-convincing', 'substantial-evidence']);
export type StandardOfProof = z.infer<typeof StandardOfProof>;

/** A part of a clause that evidence can show, and where it stands. */
const Element = z.strictObject({
  words: Line,
  state: ElementState,
  reasons: Prose,
  citations: z.array(Citation),
});

/** A passage a person linked to the allegation, for it or against it. */
const EvidencePassage = z.strictObject({
  citation: Citation,
  author: Line.nullable(),
  when: When.nullable(),
  /** The passage itself; null where it is a picture or a record without words. */
  quote: Words.nullable(),
  /** Why it was linked, in the words of the person who linked it. */
  why: Line.nullable(),
});

/** What the respondent said to the allegation, or why nothing is there. */
const Response = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('given'),
    at: When,
    how: Line,
    words: Words,
    citation: Citation.nullable(),
    points: z.array(z.strictObject({ point: Line, answer: Prose })),
  }),
  z.strictObject({ state: z.literal('declined'), at: When, how: Line }),
  z.strictObject({ state: z.literal('awaited'), askedAt: When, due: Day.nullable() }),
  z.strictObject({ state: z.literal('not-asked'), why: Line.nullable() }),
]);

const Examined = z.strictObject({
  /** The exception's or question's own words. */
  words: Line,
  answer: z.enum(['applies', 'does-not-apply', 'open']),
  reasons: Prose,
});

const Finding = z.strictObject({
  fact: FactFinding,
  policy: PolicyFinding,
  standard: StandardOfProof,
  reasons: Prose.min(1),
  by: Person,
  date: Day,
});
export type Finding = z.infer<typeof Finding>;

export const Allegation = z.strictObject({
  number: z.int().min(1),
  title: Line,
  clause: z.strictObject({ policy: Line, clause: Line }),
  /** Who, what, when, where: what the respondent has to answer. */
  specification: z.strictObject({
    what: Prose.min(1),
    /** A moment, or the time in the investigator's own words where it is a span or uncertain. */
    when: z.union([When, Line]).nullable(),
    where: Line.nullable(),
    toWhom: Line.nullable().default(null),
  }),
  elements: z.array(Element),
  evidenceFor: z.array(EvidencePassage),
  evidenceAgainst: z.array(EvidencePassage),
  response: Response,
  /** For accounts that conflict only. */
  credibility: z.array(z.strictObject({ conflict: Line, reasons: Prose })),
  exceptions: z.array(Examined),
  protectedSpeech: z.array(Examined),
  /** Null where no finding was recorded when the document was made. */
  finding: Finding.nullable(),
});
export type Allegation = z.infer<typeof Allegation>;
