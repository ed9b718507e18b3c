import { z } from 'zod';
import { Id, Reason, Timestamp } from './case.ts';
import { DocumentAudience } from './document.ts';
import { Box } from './item.ts';

/** What can be taken out: who somebody is, how to reach them, or what a person named. */
export const RemovedKind = z.enum([
  'student',
  'parent',
  'third-party',
  'phone',
  'email',
  'street-address',
  'birth-date',
  'student-number',
  'social-security-number',
  'handle',
  'words',
  'face',
  'region',
]);
export type RemovedKind = z.infer<typeof RemovedKind>;

/** A legal basis, or the district's own rule, as the log prints it. */
export const RedactionGround = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  words: z.string().min(1),
  source: z.string().min(1),
  /** False where nobody checked the source: the log then prints “to be confirmed”. */
  confirmed: z.boolean(),
});
export type RedactionGround = z.infer<typeof RedactionGround>;

/** `remove`: taken out unless a person keeps it with a reason. `offer`: taken out once a person says so. */
export const RedactionRule = z.strictObject({
  what: RemovedKind,
  rule: z.enum(['remove', 'offer']),
  reason: z.string().min(1),
  ground: z.string(),
});
export type RedactionRule = z.infer<typeof RedactionRule>;

/** For whom a document is issued, and what that audience does not receive. */
export const RedactionProfile = z.strictObject({
  id: DocumentAudience,
  title: z.string().min(1),
  about: z.string().min(1),
  /** Whether it may be issued while faces that the finder found are undecided, or were not looked for. */
  faces: z.enum(['must-be-decided', 'offered', 'stay']),
  /** Whether how to reach the employee themselves stays in. */
  respondentContact: z.boolean(),
  rules: z.array(RedactionRule),
});
export type RedactionProfile = z.infer<typeof RedactionProfile>;

export const RedactionProfiles = z.strictObject({
  profiles: z.array(RedactionProfile).min(1),
  grounds: z.array(RedactionGround).min(1),
});

const Audiences = z.array(DocumentAudience).min(1).nullable();

/** One name or string with everything it stands for, and what becomes of it. */
export const Removal = z.strictObject({
  /** Stays the same while the words do; a decision is kept under it. */
  key: z.string(),
  what: RemovedKind,
  words: z.string(),
  /** Spellings that were found in this document; empty where none was. */
  forms: z.array(z.string()),
  /** What stands in their place. */
  shown: z.string(),
  reason: z.string(),
  ground: RedactionGround,
  state: z.enum(['removed', 'offered', 'kept']),
  /** What it comes from: a person of the case, a pattern, somebody's own word. */
  from: z.enum(['person', 'pattern', 'word']),
  decided: z.strictObject({ id: Id, by: z.string(), at: Timestamp, reason: z.string() }).nullable(),
  times: z.int(),
  places: z.array(z.string()),
});
export type Removal = z.infer<typeof Removal>;

export const RedactionRegion = z.strictObject({
  id: Id,
  evidenceId: Id,
  box: Box,
  decision: z.enum(['remove', 'keep']),
  what: z.enum(['face', 'words', 'other']),
  foundBy: z.enum(['drawn', 'lines', 'face-finder']),
  reason: z.string(),
  ground: RedactionGround,
  audiences: Audiences,
  at: Timestamp,
  by: z.string(),
});
export type RedactionRegion = z.infer<typeof RedactionRegion>;

export const FoundFace = z.strictObject({
  box: Box,
  /** How sure the finder is, 0–1. */
  score: z.number(),
});
export type FoundFace = z.infer<typeof FoundFace>;

/** A picture of the document: what is taken out of it, what is still to be decided, and its lines to choose from. */
export const RedactionPicture = z.strictObject({
  evidenceId: Id,
  exhibit: z.string(),
  name: z.string(),
  width: z.int(),
  height: z.int(),
  veiled: z.boolean(),
  lines: z.array(z.strictObject({ words: z.string(), box: Box })),
  regions: z.array(RedactionRegion),
  /** Places that go because words that are taken out stand on them. */
  covered: z.array(Box),
  /** Null where nobody looked for faces yet. */
  faces: z.array(FoundFace.extend({ decision: z.enum(['remove', 'keep']).nullable() })).nullable(),
});
export type RedactionPicture = z.infer<typeof RedactionPicture>;

export const RedactionView = z.strictObject({
  profile: RedactionProfile,
  removals: z.array(Removal),
  pictures: z.array(RedactionPicture),
  undecidedFaces: z.int(),
  picturesNotLookedAt: z.int(),
});
export type RedactionView = z.infer<typeof RedactionView>;

export const DecideWords = z.strictObject({
  /** The key of a suggestion; null for words of one's own. */
  key: z.string().nullable(),
  words: z.string().trim().min(2).max(400),
  decision: z.enum(['remove', 'keep']),
  what: RemovedKind.default('words'),
  /** What stands in their place; null takes the usual words for what it is. */
  shown: z.string().trim().min(1).max(60).nullable().default(null),
  reason: Reason,
  ground: z.string(),
  audiences: Audiences.default(null),
});

export const RedactionWord = z.strictObject({
  id: Id,
  key: z.string(),
  words: z.string(),
  decision: z.enum(['remove', 'keep']),
  what: RemovedKind,
  shown: z.string(),
  reason: z.string(),
  ground: z.string(),
  audiences: Audiences,
  at: Timestamp,
  by: z.string(),
});
export type RedactionWord = z.infer<typeof RedactionWord>;

export const DecideRegions = z.strictObject({
  evidenceId: Id,
  boxes: z.array(Box).min(1).max(200),
  decision: z.enum(['remove', 'keep']),
  what: z.enum(['face', 'words', 'other']),
  foundBy: z.enum(['drawn', 'lines', 'face-finder']),
  reason: Reason,
  ground: z.string(),
  audiences: Audiences.default(null),
});

/** What was taken out of an issued document, without the words. */
export const DocumentRemoval = z.strictObject({
  place: z.string(),
  what: RemovedKind,
  shown: z.string(),
  times: z.int(),
  reason: z.string(),
  ground: RedactionGround,
});
export type DocumentRemoval = z.infer<typeof DocumentRemoval>;
