import { z } from 'zod';
import { Moment } from '../../../contract/moment.ts';

/** Lower-case hexadecimal SHA-256. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal');

/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.iso.date();

/** A day, or a day with the wall-clock time of the district: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM[:SS]`. */
export const DayOrTime = z
  .string()
  .regex(
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$/,
    'a day or a day with a time',
  );

/** When something was: the district's own records as a day or time, evidence as a `Moment` with its doubt. */
export const When = z.union([DayOrTime, Moment]);
export type When = z.infer<typeof When>;

/** One line of text that must say something. */
export const Line = z.string().trim().min(1);

/** A BCP 47 language (`en`, `es`, `ar`, `zh`); null where the language is not known. */
export const Language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
  .nullable();

/** Somebody's exact words with the language they are in. Line breaks are kept. */
export const Words = z.strictObject({ text: z.string().min(1), language: Language });
export type Words = z.infer<typeof Words>;

export const ExhibitNumber = z.string().regex(/^[A-Z]{1,3}-[1-9]\d*$/, 'an exhibit number such as A-1');

/** Where in which exhibit: `page` is 1-based or null for one-page things; `passage` says the place in words (`line 14`, `row 7`). */
export const Citation = z.strictObject({
  exhibit: ExhibitNumber,
  page: z.int().min(1).nullable(),
  passage: Line.nullable(),
});
export type Citation = z.infer<typeof Citation>;

/** Running text: paragraphs of words and citations in the order they are read. */
export const Prose = z.array(z.array(z.union([z.string(), Citation])).min(1));
export type Prose = z.infer<typeof Prose>;

/** Prose from plain text: an empty line starts a new paragraph. Empty text gives no paragraph. */
export function prose(text: string): Prose {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => [paragraph]);
}

export const Person = z.strictObject({ name: Line, role: Line });
export type Person = z.infer<typeof Person>;

/** What stands at the head of the district's letters. */
export const Letterhead = z.strictObject({
  district: Line,
  office: Line.nullable(),
  addressLines: z.array(Line),
  contact: Line.nullable(),
});

/** The number people use for the case, and the identifier inside the case file. */
export const CaseHead = z.strictObject({ number: Line, id: Line });

/** The signed checkpoint of the evidence record before the document's own freeze. */
export const Checkpoint = z.strictObject({
  fingerprint: Sha256,
  /** Number of the last entry of the evidence record that the fingerprint covers. */
  entry: z.int().min(1),
  at: DayOrTime,
  signedBy: z.strictObject({ name: Line, role: Line, keyFingerprint: Line }),
});

/** Version 1 supersedes nothing; every later one says what changed. */
export const Version = z.strictObject({
  number: z.int().min(1),
  supersedes: z.strictObject({ number: z.int().min(1), sha256: Sha256, whatChanged: Line }).nullable(),
});

/** A clause as adopted: its exact words are quoted and never mended. */
export const QuotedClause = z.strictObject({
  id: Line,
  /** How people call it: `Guideline 8`, `Section C, paragraph 2`. */
  label: Line,
  /** What the clause's verb makes of it. */
  force: z.enum(['prohibition', 'duty', 'advice', 'notice', 'definition', 'procedure', 'power']),
  /** The words that open the list a numbered clause stands in, exact as well. */
  leadIn: z.string().min(1).nullable(),
  words: z.string().min(1),
  /** Something a reader of the words should know: a clerical slip in the source, who is bound. */
  note: Line.nullable(),
});
export type QuotedClause = z.infer<typeof QuotedClause>;

/** A fraction 0–1 of the picture, origin top left. */
const Fraction = z.number().min(0).max(1);

/** A picture of evidence; `file` is its key among the pictures given to the renderer. */
export const EvidencePicture = z.strictObject({
  file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,80}$/),
  /** What is seen, in a sentence; printed as the caption. */
  caption: Line,
  /** The picture's own words (read by machine and corrected, or by a person); null where it has none. They become the alternative text. */
  words: Words.nullable(),
  /** The cited passages, drawn as boxes. */
  boxes: z.array(z.strictObject({ x: Fraction, y: Fraction, width: Fraction, height: Fraction, label: Line })),
  /** Places whose pixels are taken out before the picture is set: names of students. */
  covered: z.array(z.strictObject({ x: Fraction, y: Fraction, width: Fraction, height: Fraction })).default([]),
});
export type EvidencePicture = z.output<typeof EvidencePicture>;

/** What every document carries, whatever its kind. */
export const documentHead = {
  version: Version,
  /** A draft says so on every page and on its first page in words. */
  draft: z.boolean(),
  /** The day printed on the document and in the file's metadata: never the clock of the machine. */
  date: Day,
  case: CaseHead,
  letterhead: Letterhead,
  checkpoint: Checkpoint,
};
