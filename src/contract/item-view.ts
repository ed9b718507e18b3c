import { z } from 'zod';
import { Id } from './case.ts';
import { ItemDraft, ItemKind, TextRegion } from './item.ts';
import { Moment } from './moment.ts';

/** One row of the evidence table. */
export const ItemRow = z.strictObject({
  id: Id,
  /** Shown as `#12`; given once, in the order of reading. */
  number: z.int(),
  kind: ItemKind,
  platform: z.string().nullable(),
  author: z.string().nullable(),
  /** The person of the case behind the author, where known. */
  authorPersonId: Id.nullable(),
  to: z.string().nullable(),
  sentAt: Moment.nullable(),
  /** The first 240 characters. */
  snippet: z.string(),
  evidenceId: Id,
  evidenceName: z.string(),
  locator: z.string(),
  /** Clauses with an open suggestion, and clauses a person linked, as `policy clause`. */
  suggested: z.array(z.string()),
  linked: z.array(z.string()),
  flags: z.array(z.enum(['mandated-report', 'may-be-protected', 'date-ambiguous'])),
});
export type ItemRow = z.infer<typeof ItemRow>;

export const ItemSort = z.enum(['time', 'number', 'author', 'to', 'kind', 'source', 'certainty']);

export const ItemFilter = z.strictObject({
  /** Full-text query as typed; null shows all. */
  words: z.string().max(400).nullable().default(null),
  evidenceId: Id.nullable().default(null),
  personId: Id.nullable().default(null),
  kind: ItemKind.nullable().default(null),
  /** `policy clause` of an open suggestion or a link. */
  clause: z.string().nullable().default(null),
  only: z
    .enum([
      'suggested',
      'linked',
      'flagged',
      'alike',
      'date-ambiguous',
      'corrected',
      'translated',
      'by-person',
      'not-read',
    ])
    .nullable()
    .default(null),
  /** Days between which it was sent or made, both included: `2026-03-10`. */
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
  /** How certain its date is; `none` where it has none that can be read. */
  certainty: z.enum(['stated', 'assumed', 'ambiguous', 'none']).nullable().default(null),
});

export const ItemPageRequest = z.strictObject({
  filter: ItemFilter.prefault({}),
  sort: ItemSort.default('time'),
  descending: z.boolean().default(false),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(200),
});

export const ItemPage = z.strictObject({
  total: z.int(),
  matching: z.int(),
  rows: z.array(ItemRow),
});

/** One item whole, with what surrounds it. */
export const ItemView = z.strictObject({
  row: ItemRow,
  /** As it stands now, with its time as settled and its words as corrected. */
  item: ItemDraft,
  /** As its reader found it, where a person settled or corrected something; else null. */
  asRead: z.strictObject({ sentAt: Moment.nullable(), text: z.string(), regions: z.array(TextRegion) }).nullable(),
  /** Of its source, by the reader's short name: `pdf`, `html`, `mp4`. */
  format: z.string().nullable(),
  /** A graphic picture, shown only when somebody asks for it. */
  veiled: z.boolean(),
  /** Picture or page image can be asked for through `evidence://`. */
  picture: z.boolean(),
  reader: z.string(),
  receiptFrom: z.string().nullable(),
  /** Items made from this one (signature lines, quoted replies). */
  derivedIds: z.array(Id),
});
export type ItemView = z.infer<typeof ItemView>;

/** Another item that looks or says the same: linked, never merged. */
export const AlikeItem = z.strictObject({
  row: ItemRow,
  kind: z.enum(['picture', 'message']),
  /** Why, in a sentence. */
  because: z.string(),
});
export type AlikeItem = z.infer<typeof AlikeItem>;

export const SearchHit = z.strictObject({
  item: Id,
  number: z.int(),
  path: z.string(),
  sha256: z.string(),
  page: z.int().nullable(),
  /** The words around the hit; hits stand between `⟦` and `⟧`. */
  snippet: z.string(),
  /**
   * `item`: its words; `beside`: what stands beside them, as `beside` names it; `person`: words that a person corrected or
   * translated; `as-read`: what the machine read and a person corrected since.
   */
  foundIn: z.enum(['item', 'beside', 'person', 'as-read']),
  /** What the words belong to where they stand beside the item's own: `Attached file`, `Web address`, `Place`. */
  beside: z.string().nullable(),
});
