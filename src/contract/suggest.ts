import { z } from 'zod';
import { ExceptionId } from './policy.ts';

/** A value that may be missing or null; anything that is not of the type counts as not known, never as an error. */
function known<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullable().optional().catch(null);
}

/** A list whose unreadable entries are left out rather than spoiling the rest. */
function knownList<Schema extends z.ZodType>(schema: Schema) {
  return z.array(schema.nullable().catch(null)).nullable().optional().catch(null);
}

const Words = known(z.string());
const Flag = known(z.boolean());

export const SuggestParty = z.looseObject({ name: Words, role: Words, unit: Words, isRelativeOfAuthor: Flag });
export type SuggestParty = z.infer<typeof SuggestParty>;

export const SuggestItem = z.looseObject({
  kind: Words,
  platform: Words,
  author: known(SuggestParty),
  recipients: knownList(SuggestParty),
  audience: Words,
  sentAt: Words,
  account: Words,
  districtSponsored: Flag,
  text: Words,
  imageText: Words,
  altText: Words,
  url: Words,
});
export type SuggestItem = z.infer<typeof SuggestItem>;

export const SuggestContext = z.looseObject({
  threadBefore: knownList(z.looseObject({ author: Words, role: Words, text: Words })),
  workingHours: knownList(z.looseObject({ days: Words, from: Words, to: Words })),
  schoolDay: Flag,
  approvalOnFile: Flag,
  disclaimerOnProfile: Flag,
  notes: Words,
  /** Beyond the published interface: the zone of the author's school, where the case knows it. */
  timeZone: Words,
  district: known(z.looseObject({ name: Words, aliases: knownList(z.string()) })),
});
export type SuggestContext = z.infer<typeof SuggestContext>;

/** One line into `suggest`. Unknown fields are tolerated; any field may be missing or null. */
export const SuggestInput = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String).nullable().optional().catch(null),
  item: known(SuggestItem),
  context: known(SuggestContext),
});
export type SuggestInput = z.infer<typeof SuggestInput>;

/** Words that carry a suggestion: UTF-16 code units in the named field of the item, end exclusive. */
export const SuggestSpan = z.strictObject({
  field: z.enum(['text', 'imageText', 'altText', 'url']),
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
});
export type SuggestSpan = z.infer<typeof SuggestSpan>;

export const SuggestedException = z.strictObject({
  exception: ExceptionId,
  because: z.string(),
  applies: z.enum(['yes', 'no', 'unknown']),
});
export type SuggestedException = z.infer<typeof SuggestedException>;

/** What an investigator would want to look at, never a charge and never evidence. */
export const Suggestion = z.strictObject({
  policy: z.string(),
  clause: z.string(),
  /** Fraction 0–1, comparable across clauses; for tests and ordering, not for a screen. */
  score: z.number().min(0).max(1),
  because: z.string(),
  spans: z.array(SuggestSpan),
  exceptions: z.array(SuggestedException),
  unknowns: z.array(z.string()),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** A suggestion beside the product's own threshold. */
export const WeighedSuggestion = Suggestion.extend({ passes: z.boolean() });
export type WeighedSuggestion = z.infer<typeof WeighedSuggestion>;

export const SetAside = z.strictObject({
  policy: z.string(),
  clause: z.string(),
  exception: ExceptionId,
  because: z.string(),
});
export type SetAside = z.infer<typeof SetAside>;

export const ProtectedSpeechKind = z.enum([
  'concerted-activity',
  'public-concern',
  'union-activity',
  'protected-report',
]);
export type ProtectedSpeechKind = z.infer<typeof ProtectedSpeechKind>;

export const ProtectedSpeech = z.strictObject({ kind: ProtectedSpeechKind, because: z.string() });
export type ProtectedSpeech = z.infer<typeof ProtectedSpeech>;

/** The investigator's own duty to report. Where `flag` is false, `because` says what was looked at: it clears nothing. */
export const MandatedReport = z.strictObject({
  flag: z.boolean(),
  because: z.string(),
  spans: z.array(SuggestSpan),
});
export type MandatedReport = z.infer<typeof MandatedReport>;

/** One line out of `suggest`. */
export const SuggestOutput = z.strictObject({
  id: z.string().nullable(),
  suggestions: z.array(Suggestion),
  setAside: z.array(SetAside),
  protectedSpeech: z.array(ProtectedSpeech),
  mandatedReport: MandatedReport,
});
export type SuggestOutput = z.infer<typeof SuggestOutput>;

/** All that was weighed for one item, those below the threshold included. */
export const SuggestResult = SuggestOutput.extend({ suggestions: z.array(WeighedSuggestion) });
export type SuggestResult = z.infer<typeof SuggestResult>;
