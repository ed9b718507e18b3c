import { z } from 'zod';

/** Everybody whose job makes them an employee under a policy; students, parents and the public are never in this list. */
export const EmployeeRole = z.enum([
  'teacher',
  'coach',
  'paraprofessional',
  'custodian',
  'secretary',
  'administrator',
  'advisor',
  'nurse',
  'bus-driver',
]);
export type EmployeeRole = z.infer<typeof EmployeeRole>;

/** What kind of demand the words make. The screen shows this, so that a "should" is never read as a prohibition. */
export const Force = z.enum(['advisory', 'mandatory', 'prohibitive', 'definitional', 'procedural', 'empowering']);
export type Force = z.infer<typeof Force>;

export const ExceptionId = z.enum([
  'relatives',
  'emergency',
  'broadcast',
  'school-project',
  'superintendent-approval',
  'official-communication',
  'disclaimer-present',
]);
export type ExceptionId = z.infer<typeof ExceptionId>;

const Text = z.string().trim().min(1);
const ClauseId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/);
const ConcernName = z.string().regex(/^[a-z][a-z-]*$/);
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exact as the source tells it. */
const PartialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** One thing that has to be shown before the clause can be found breached. */
export const ClauseElement = z.strictObject({
  id: ClauseId,
  label: Text,
  /** The question an investigator answers for this element. */
  question: Text,
  kind: z.enum(['words', 'circumstance', 'person', 'effect']),
  /** Concerns whose signals bear on it, and `person` where someone marks or answers it by hand. Empty is refused. */
  shownBy: z.array(ConcernName),
  /** The element in whose place this one may stand: a clause of two sentences is breached by either. */
  alternativeTo: ClauseId.optional(),
});
export type ClauseElement = z.infer<typeof ClauseElement>;

export const ClauseException = z.strictObject({
  id: ExceptionId,
  /** Exact words of the policy that make the exception. */
  words: Text,
  /** What must be true for it to apply, each in one sentence. */
  conditions: z.array(Text).min(1),
  /** What to ask when a condition is open. */
  questions: z.array(Text).min(1),
});
export type ClauseException = z.infer<typeof ClauseException>;

/** The circumstances the clause's own words limit it to. A list that is left out limits nothing. */
export const ClauseScope = z.strictObject({
  account: z.array(z.enum(['personal', 'district'])).optional(),
  audience: z.array(z.enum(['public', 'friends', 'group', 'individual', 'unlisted'])).optional(),
  /** Exact words of the policy that set the limit. */
  words: Text,
});
export type ClauseScope = z.infer<typeof ClauseScope>;

export const Clause = z.strictObject({
  id: ClauseId,
  kind: z.enum(['guideline', 'general', 'duty', 'preamble', 'definition', 'process']),
  /** Short name for columns and lists, in the product's words. */
  label: Text,
  /** The heading or sentence that stands above the clause and governs it, exactly; null where there is none. */
  heading: Text.nullable(),
  /** Where several clauses share one sentence: the exact words of this one's part. */
  limb: Text.nullable(),
  /** The clause, exactly. */
  words: Text,
  /** Further exact passages elsewhere in the policy that belong to it. */
  further: z.array(Text),
  force: Force,
  /** The word that carries the force, exactly as printed; null where the sentence has none. */
  modal: Text.nullable(),
  binds: z.strictObject({
    roles: z.array(EmployeeRole),
    /** Exact words that say who is bound; null where the policy only implies it. */
    words: Text.nullable(),
    note: Text.nullable(),
  }),
  scope: ClauseScope.nullable(),
  elements: z.array(ClauseElement),
  exceptions: z.array(ClauseException),
  concerns: z.array(ConcernName),
  crossReferences: z.array(z.strictObject({ to: Text, because: Text })),
  /** What a fair reader should know before using the clause. */
  notes: z.array(Text),
});
export type Clause = z.infer<typeof Clause>;

/** A step that the policy itself provides for, such as a request to cease. */
export const ProcessStep = z.strictObject({
  id: ClauseId,
  clause: ClauseId,
  label: Text,
  words: Text,
  who: z.array(Text).min(1),
  modal: Text.nullable(),
  force: Force,
  notes: z.array(Text),
});
export type ProcessStep = z.infer<typeof ProcessStep>;

export const Reference = z.strictObject({ words: Text, about: Text.nullable() });
export type Reference = z.infer<typeof Reference>;

export const PolicyPack = z.strictObject({
  schema: z.literal('evenhand/policy-pack@1'),
  /** The policy's short id, the same in every version: `4118.51`. */
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  version: PartialDate,
  title: Text,
  board: Text.nullable(),
  /** IANA zone of the schools that the policy governs: a time in UTC is read on their clock. */
  timeZone: Text,
  source: z.strictObject({
    document: Text,
    /** Beside the pack; the text as received, byte for byte. */
    file: Text,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  adopted: PartialDate,
  revised: z.array(PartialDate),
  /** Ranges in which the policy bound anybody. `wordsHeld` is false where an older wording applied that nobody supplied. */
  inForce: z
    .array(
      z.strictObject({ from: PartialDate, to: PartialDate.nullable(), wordsHeld: z.boolean(), note: Text.nullable() }),
    )
    .min(1),
  /** Lines that are titles, numbering or dates and demand nothing, exactly. */
  furniture: z.array(Text),
  clauses: z.array(Clause).min(1),
  process: z.array(ProcessStep),
  crossReferences: z.array(Reference),
  legalReferences: z.array(Reference),
  /** Slips of the pen in the source, named and not mended. */
  clericalErrors: z.array(z.strictObject({ words: Text, where: Text, note: Text })),
});
export type PolicyPack = z.infer<typeof PolicyPack>;

/** What the pack checker found; `pack` is `id@version`, or the file where it could not be read that far. */
export const PackProblem = z.strictObject({
  pack: Text,
  clause: Text.nullable(),
  kind: z.enum([
    'unreadable-pack',
    'missing-source',
    'changed-source',
    'duplicate-id',
    'dangling-concern',
    'unquoted-words',
    'element-nothing-can-show',
    'clause-without-element',
    'unknown-time-zone',
    'dangling-reference',
    'uncovered-words',
  ]),
  /** One plain sentence: what is wrong and where. */
  message: Text,
});
export type PackProblem = z.infer<typeof PackProblem>;
