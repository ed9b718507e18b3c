import { z } from 'zod';
import { AgreementPack, Article } from './agreement.ts';
import { Reason, Timestamp } from './case.ts';
import { IsoDate } from './deadline.ts';

/** Where a pack comes from: shipped, written in this case, taken from a signed district file, or kept for the next one. */
export const PackOrigin = z.enum(['shipped', 'case', 'district-file', 'district-draft']);

const PackName = { pack: z.string().min(1), version: z.string().min(1) };

/** One version of an agreement or a law, and how much of it was compared with the signed paper. */
export const PackRow = z.strictObject({
  ...PackName,
  title: z.string(),
  kind: AgreementPack.shape.kind,
  status: AgreementPack.shape.status,
  origin: PackOrigin,
  inForce: z.strictObject({ from: IsoDate.nullable(), to: IsoDate.nullable(), holdover: z.boolean() }),
  units: z.array(z.string()),
  articles: z.int(),
  confirmed: z.int(),
  /** Governs units of this case's district. */
  used: z.boolean(),
  /** What the checker finds, a sentence each. */
  problems: z.array(z.string()),
});
export type PackRow = z.infer<typeof PackRow>;

export const DistrictFileView = z.strictObject({
  name: z.string(),
  sha256: z.string(),
  keyId: z.string(),
  signedBy: z.string(),
  signedAt: Timestamp,
  /** When it was taken into the case. */
  at: Timestamp,
});
export type DistrictFileView = z.infer<typeof DistrictFileView>;

export const AgreementShelf = z.strictObject({
  packs: z.array(PackRow),
  /** Packs that cannot be read, each with what is wrong; nothing is counted by them. */
  refused: z.array(z.strictObject({ pack: z.string(), problem: z.string() })),
  /** The district file that was taken in last; null where there is none. */
  file: DistrictFileView.nullable(),
});

export const ArticleView = Article.omit({ confirmed: true }).extend({
  /** Titles of the steps, gates and rules that rest on it. */
  restsOnIt: z.array(z.string()),
  confirmation: z
    .strictObject({ by: z.string(), on: IsoDate, page: z.string().nullable(), fromFile: z.boolean() })
    .nullable(),
  /** Why an earlier confirmation no longer holds; null where none was lost. */
  lapsed: z.string().nullable(),
  /** What its dates say until it is confirmed; null where nothing is open. */
  doubt: z.string().nullable(),
});
export type ArticleView = z.infer<typeof ArticleView>;

export const AgreementView = z.strictObject({
  row: PackRow,
  /** What is to be known of it as a whole: where its dates are from, which bills would change it. */
  note: z.string().nullable(),
  yaml: z.string(),
  articles: z.array(ArticleView),
});
export type AgreementView = z.infer<typeof AgreementView>;

/** One thing that is wrong with a pack as it is written; the line counts from 1 where it is known. */
export const PackFault = z.strictObject({
  where: z.string(),
  problem: z.string(),
  line: z.int().nullable(),
  /** The place in the pack, for a form to show it there; empty where the text cannot be read. */
  path: z.array(z.union([z.string(), z.int()])),
});
export type PackFault = z.infer<typeof PackFault>;

export const AgreementCheck = z.strictObject({
  faults: z.array(PackFault),
  /** What was read, however incomplete; null where it is no YAML. */
  read: z.unknown(),
});

/** One change of a pack's text, made where it stands, comments kept. Without a value the place is taken out. */
export const EditAgreement = z.strictObject({
  yaml: z.string().max(500_000),
  path: z.array(z.union([z.string(), z.int().min(0)])).min(1),
  value: z.unknown(),
});

export const ConfirmArticle = z.strictObject({
  ...PackName,
  article: z.string().min(1),
  /** Who compared it with the signed contract: name and position in the district's HR. */
  confirmedBy: Reason,
  on: IsoDate,
  page: z.string().trim().min(1).max(100),
});
export const TakeBackConfirmation = z.strictObject({ ...PackName, article: z.string().min(1), reason: Reason });

export const NamedPack = z.strictObject(PackName);
export const SaveInFolder = z.strictObject({ folder: z.string().min(1) });
export const SavePack = NamedPack.extend({ folder: z.string().min(1) });
export const SavedFile = z.strictObject({ path: z.string(), name: z.string() });

/** `acceptOtherKey`: take a file that another key signed than the one before it. */
export const OpenDistrictFile = z.strictObject({ path: z.string().min(1), acceptOtherKey: z.boolean().default(false) });

export const DistrictFileTaken = z.strictObject({
  file: DistrictFileView,
  agreements: z.int(),
  confirmations: z.int(),
  calendar: z.boolean(),
});

/** What a district file says of itself, before anything is made or taken with it. */
export const DistrictFileLook = z.strictObject({
  district: z.string(),
  /** Null for settings that were written by hand: nobody signed them. */
  signed: z.strictObject({ by: z.string(), at: Timestamp, keyId: z.string() }).nullable(),
  agreements: z.int(),
  confirmations: z.int(),
  calendar: z.boolean(),
});

/** A confirmation as a district file carries it. */
export const CarriedConfirmation = z.strictObject({
  ...PackName,
  article: z.string(),
  digest: z.string(),
  by: z.string(),
  on: IsoDate,
  page: z.string().nullable(),
});
export type CarriedConfirmation = z.infer<typeof CarriedConfirmation>;
