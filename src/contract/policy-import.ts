import { z } from 'zod';
import { Id } from './case.ts';
import { Clause, PackProblem, PolicyPack } from './policy.ts';
import { JobState } from './wire.ts';

const PolicyName = { policy: PolicyPack.shape.id, version: PolicyPack.shape.version };
const Offset = z.int().min(0);
const Key = z
  .string()
  .regex(/^[a-z0-9.-]+$/)
  .max(40);

/** What a passage of a policy is; the passages of a draft follow each other and hold every word. */
export const PassageRole = z.enum([
  'title',
  'heading',
  'lead-in',
  'clause',
  'cross-reference',
  'legal-reference',
  'date',
  'label',
  'running',
  'beside',
]);
export type PassageRole = z.infer<typeof PassageRole>;

export const Passage = z.strictObject({
  key: Key,
  role: PassageRole,
  start: Offset,
  /** Exclusive. */
  end: Offset,
  /** Offset of the first word after the number or letter. */
  words: Offset,
  page: z.int().min(1),
  /** The clauses that quote it. */
  clauses: z.array(Key),
});
export type Passage = z.infer<typeof Passage>;

/** Why something of a clause was proposed; a person confirms or changes it. */
export const Proposal = z.strictObject({
  about: z.enum(['kind', 'force', 'binds', 'scope', 'concern', 'elements', 'exception', 'reference']),
  because: z.string(),
});
export type Proposal = z.infer<typeof Proposal>;

export const DraftClause = z.strictObject({
  key: Key,
  clause: Clause,
  passages: z.array(Key).min(1),
  proposals: z.array(Proposal),
  /** No detector looks for any concern of it: what is not suggested there clears nobody. */
  silent: z.boolean(),
  confirmed: z.boolean(),
  /** Offsets into the text before which it could be split in two, with the words that would begin the second. */
  splits: z.array(z.strictObject({ at: Offset, words: z.string() })),
});
export type DraftClause = z.infer<typeof DraftClause>;

export const PolicyHead = z.strictObject({
  id: z.string().max(60),
  title: z.string().max(300),
  board: z.string().max(200).nullable(),
  timeZone: z.string().max(60),
  adopted: z.string().max(10).nullable(),
  revised: z.array(z.string().max(10)).max(60),
  reviewed: z.array(z.string().max(10)).max(60),
});
export type PolicyHead = z.infer<typeof PolicyHead>;

export const DraftProblem = z.strictObject({
  /** The clause it stands at; null for the policy as a whole. */
  clause: Key.nullable(),
  kind: z.union([
    PackProblem.shape.kind,
    z.enum(['no-version', 'no-id', 'taken', 'unconfirmed', 'not-a-pack', 'no-clause', 'silent', 'read-by-machine']),
  ]),
  message: z.string(),
  /** The pack cannot be saved with it. */
  blocking: z.boolean(),
});
export type DraftProblem = z.infer<typeof DraftProblem>;

/** The parts of a clause that a person may set. */
const ClauseChange = Clause.pick({
  id: true,
  kind: true,
  label: true,
  heading: true,
  limb: true,
  force: true,
  modal: true,
  binds: true,
  scope: true,
  elements: true,
  exceptions: true,
  concerns: true,
  crossReferences: true,
  notes: true,
}).partial();

/** One change of a draft. Each is kept, so that every one can be taken back. */
export const DraftEdit = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('set'), clause: Key, change: ClauseChange }),
  z.strictObject({ do: z.literal('split'), clause: Key, at: Offset }),
  /** Puts a clause's words behind those of another one, which keeps its own settings. */
  z.strictObject({ do: z.literal('merge'), clause: Key, into: Key }),
  /** Moves a clause before another one; null puts it last. */
  z.strictObject({ do: z.literal('move'), clause: Key, before: Key.nullable() }),
  /** A clause of several limbs made of one, or one made of several by hand. */
  z.strictObject({ do: z.literal('limbs'), clause: Key, limbs: z.array(z.string().min(1)).min(2).max(12) }),
  /** Says what a passage is: a clause, a heading, or words that demand nothing. */
  z.strictObject({ do: z.literal('role'), passage: Key, role: PassageRole }),
  z.strictObject({ do: z.literal('head'), change: PolicyHead.partial() }),
  z.strictObject({ do: z.literal('confirm'), clauses: z.array(Key).min(1), confirmed: z.boolean() }),
]);
export type DraftEdit = z.infer<typeof DraftEdit>;

export const DraftSource = z.strictObject({
  name: z.string(),
  sha256: z.string(),
  /** As an administrator would say it: “PDF document”. */
  format: z.string(),
  /** Reader and version: `pdf@2`. */
  reader: z.string(),
  pages: z.int().min(1),
  /** Pages whose words were recognised in a picture. */
  recognisedPages: z.int().min(0),
  /** What the reader noticed, a sentence each. */
  warnings: z.array(z.string()),
});
export type DraftSource = z.infer<typeof DraftSource>;

export const PolicyDraft = z.strictObject({
  id: Id,
  source: DraftSource,
  head: PolicyHead,
  /** The version that the dates give; null where they give none. */
  version: z.string().nullable(),
  text: z.string(),
  passages: z.array(Passage),
  clauses: z.array(DraftClause),
  problems: z.array(DraftProblem),
  /** What taking back and doing again would concern, in words; null where there is nothing. */
  takeBack: z.string().nullable(),
  doAgain: z.string().nullable(),
  /** Another version of the same policy that it can be compared with; the nearest before it. */
  before: z.string().nullable(),
});
export type PolicyDraft = z.infer<typeof PolicyDraft>;

export const PolicyRow = z.strictObject({
  ...PolicyName,
  title: z.string(),
  board: z.string().nullable(),
  /** Where it comes from: the program, this computer's own policies, or the open case alone. */
  origin: z.enum(['shipped', 'own', 'case']),
  adopted: z.string(),
  inForce: PolicyPack.shape.inForce,
  clauses: z.int(),
  /** Clauses that can be breached and that no detector looks for. */
  silent: z.int(),
  /** The open case's district had it in force at some time. */
  used: z.boolean(),
  problems: z.array(z.string()),
});
export type PolicyRow = z.infer<typeof PolicyRow>;

export const DraftRow = z.strictObject({
  id: Id,
  title: z.string(),
  file: z.string(),
  at: z.string(),
  clauses: z.int(),
  confirmed: z.int(),
});
export type DraftRow = z.infer<typeof DraftRow>;

export const PolicyShelfView = z.strictObject({
  policies: z.array(PolicyRow),
  drafts: z.array(DraftRow),
  refused: z.array(z.string()),
});
export type PolicyShelfView = z.infer<typeof PolicyShelfView>;

/** A run of words in a comparison: in both, only in the newer, or only in the older version. */
export const WordRun = z.strictObject({ is: z.enum(['same', 'added', 'removed']), words: z.string() });
export type WordRun = z.infer<typeof WordRun>;

export const ClauseDifference = z.strictObject({
  is: z.enum(['same', 'added', 'removed', 'changed', 'renumbered', 'changed-and-renumbered']),
  /** Ids in the older and the newer version; null where it stands in one of them only. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  label: z.string(),
  runs: z.array(WordRun),
  /** What else differs, a sentence each: force, whom it binds, concerns. */
  also: z.array(z.string()),
});
export type ClauseDifference = z.infer<typeof ClauseDifference>;

export const PolicyComparison = z.strictObject({
  policy: z.string(),
  older: z.string(),
  newer: z.string(),
  clauses: z.array(ClauseDifference),
});
export type PolicyComparison = z.infer<typeof PolicyComparison>;

export const NamedPolicy = z.strictObject(PolicyName);
export const NamedDraft = z.strictObject({ draft: Id });
export const EditDraft = NamedDraft.extend({ edit: DraftEdit });
export const StartDraft = z.strictObject({
  path: z.string().min(1),
  timeZone: z.string().min(1).default('America/New_York'),
});
export const ComparePolicies = z.union([
  z.strictObject({ policy: PolicyPack.shape.id, older: z.string(), newer: z.string() }),
  NamedDraft,
]);
export const ExportPolicy = NamedPolicy.extend({ folder: z.string().min(1) });
export const TakePolicy = z.strictObject({ path: z.string().min(1) });

/** One policy in one file, for another district: the pack, and the text it quotes. */
export const PolicyFile = z.strictObject({
  format: z.literal('evenhand-policy@1'),
  yaml: z.string(),
  source: z.string(),
});
export type PolicyFile = z.infer<typeof PolicyFile>;

/** The draft is there when the job has ended well. */
export const DraftStarted = z.strictObject({ draft: Id, job: JobState });

export const ConcernRow = z.strictObject({ id: z.string(), label: z.string(), detected: z.boolean() });
