import { z } from 'zod';
import {
  AgreementCheck,
  AgreementShelf,
  AgreementView,
  ConfirmArticle,
  NamedPack,
  PackRow,
  SavedFile,
  SaveInFolder,
  SavePack,
  TakeBackConfirmation,
} from './agreement-shelf.ts';
import { command, query } from './call.ts';
import { Nothing, Reason, Timestamp } from './case.ts';
import { District } from './district.ts';

/** A district's file that is being made on this computer, without any case. */
export const DistrictDraftRow = z.strictObject({
  district: z.string(),
  name: z.string(),
  sample: z.boolean(),
  /** What it was begun from, in words. */
  from: z.string(),
  /** Of the agreements that govern its units, laws left out. */
  articles: z.int(),
  confirmed: z.int(),
  changedAt: Timestamp,
  changedBy: z.string(),
  /** What was done last, and would be reversed; null where nothing was. */
  last: z.string().nullable(),
});
export type DistrictDraftRow = z.infer<typeof DistrictDraftRow>;

export const DistrictDraftView = z.strictObject({
  row: DistrictDraftRow,
  shelf: AgreementShelf,
  units: z.array(z.strictObject({ name: z.string(), union: z.string().nullable(), agreement: z.string().nullable() })),
  /** Title of its school calendar; null where it has none. */
  calendar: z.string().nullable(),
  policies: z.array(z.string()),
  /** Name and role of whoever would sign it, and the first digits of the key. */
  signer: z.strictObject({ by: z.string(), keyId: z.string() }),
});
export type DistrictDraftView = z.infer<typeof DistrictDraftView>;

/** What a draft begins with: a sample district, a settings or signed file, or a district that is only named. */
export const StartDistrictDraft = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('known'), district: z.string().min(1) }),
  z.strictObject({ kind: z.literal('file'), path: z.string().min(1) }),
  z.strictObject({
    kind: z.literal('new'),
    name: Reason,
    superintendent: Reason,
    letterhead: z.array(z.string().trim().min(1).max(200)).min(1).max(6),
    timeZone: z.string().min(1),
    /** Agreements whose units the district has. */
    agreements: z.array(NamedPack),
    policies: District.shape.policies,
  }),
]);
export type StartDistrictDraft = z.infer<typeof StartDistrictDraft>;

/** What a new district's file can be made of. */
export const DistrictDraftChoices = z.strictObject({
  agreements: z.array(
    z.strictObject({ pack: z.string(), version: z.string(), title: z.string(), units: z.array(z.string()) }),
  ),
  timeZones: z.array(z.string()),
});
export type DistrictDraftChoices = z.infer<typeof DistrictDraftChoices>;

const Named = z.strictObject({ district: z.string().regex(/^[a-z0-9-]+$/) });

/** Calls of a district's file that is made without a case: a part of `calls`. */
export const districtDraftCalls = {
  'district-draft.list': query(Nothing, z.array(DistrictDraftRow)),
  'district-draft.choices': query(Nothing, DistrictDraftChoices),
  'district-draft.start': command(StartDistrictDraft, DistrictDraftRow),
  'district-draft.view': query(Named, DistrictDraftView),
  'district-draft.agreement': query(NamedPack.extend(Named.shape), AgreementView),
  'district-draft.check': query(Named.extend({ yaml: z.string().max(500_000) }), AgreementCheck),
  'district-draft.keep': command(Named.extend({ yaml: z.string().max(500_000) }), PackRow),
  'district-draft.confirm': command(ConfirmArticle.extend(Named.shape), AgreementView),
  'district-draft.take-back': command(TakeBackConfirmation.extend(Named.shape), AgreementView),
  'district-draft.reverse': command(Named, DistrictDraftRow),
  'district-draft.export': command(SaveInFolder.extend(Named.shape), SavedFile),
  'district-draft.export-agreement': command(SavePack.extend(Named.shape), SavedFile),
  'district-draft.set-aside': command(Named.extend({ reason: Reason }), z.array(DistrictDraftRow)),
} as const;
