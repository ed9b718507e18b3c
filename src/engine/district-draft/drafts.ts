import type { AgreementView, CarriedConfirmation, PackRow } from '../../contract/agreement-shelf.ts';
import type { DistrictDraftRow, DistrictDraftView, StartDistrictDraft } from '../../contract/district-draft.ts';
import { raise } from '../../contract/errors.ts';
import type { EngineCore } from '../core.ts';
import { signedDistrictFile } from '../district/index.ts';
import {
  agreementShelf,
  agreementView,
  checkText,
  digestOf,
  packsOfDistrict,
  packToKeep,
  type RuleShelf,
  refusedOf,
  shelfOf,
} from '../procedure/index.ts';
import { beginning } from './begin.ts';
import { type DraftState, draftIds, hasDraft, putAside, readDraft, type StoredDraft, writeDraft } from './store.ts';

function ownOf(state: DraftState) {
  return {
    packs: state.agreements.map(({ id, version, yaml }) => ({
      pack: id,
      version,
      yaml,
      origin: 'district-draft' as const,
    })),
    confirmations: state.confirmations.map((said) => ({ ...said, fromFile: false })),
  };
}

function shelfOfDraft(engine: EngineCore, state: DraftState): RuleShelf {
  const own = ownOf(state);
  const { district, calendar } = state;
  return shelfOf(engine, district, { own, calendar, refused: refusedOf(engine, own), file: null });
}

function rowOf(engine: EngineCore, draft: StoredDraft): DistrictDraftRow {
  const { district } = draft.state;
  const packs = packsOfDistrict(engine, district, ownOf(draft.state)).filter(({ kind }) => kind === 'agreement');
  const articles = packs.flatMap((pack) => pack.articles);
  return {
    district: district.id,
    name: district.name,
    sample: district.sample,
    from: draft.from,
    articles: articles.length,
    confirmed: articles.filter(({ confirmed }) => confirmed !== null).length,
    changedAt: draft.at,
    changedBy: draft.by,
    last: draft.before.at(-1)?.did ?? null,
  };
}

/** The district files that are being made on this computer. */
export function districtDrafts(engine: EngineCore): DistrictDraftRow[] {
  const { profileDir } = engine.host;
  return draftIds(profileDir).map((id) => rowOf(engine, readDraft(profileDir, id)));
}

/** Begins a district's file. @throws bad-input where one of this district is in the making already */
export function startDistrictDraft(engine: EngineCore, order: StartDistrictDraft): DistrictDraftRow {
  const { host, by } = engine;
  const { from, state } = beginning(engine, order);
  if (hasDraft(host.profileDir, state.district.id)) {
    raise('bad-input', {
      why: `a file of ${state.district.name} is in the making here already: go on with it, or set it aside first.`,
    });
  }
  const draft = { from, at: host.now(), by, state, before: [] };
  writeDraft(host.profileDir, draft);
  engine.changed();
  return rowOf(engine, draft);
}

/** One district's file as it stands. @throws not-found */
export function districtDraftView(engine: EngineCore, id: string): DistrictDraftView {
  const draft = readDraft(engine.host.profileDir, id);
  const { district, calendar } = draft.state;
  return {
    row: rowOf(engine, draft),
    shelf: agreementShelf(shelfOfDraft(engine, draft.state)),
    units: district.units.map(({ name, union, agreement }) => ({ name, union, agreement: agreement?.id ?? null })),
    calendar: calendar === null ? null : (calendar.title ?? calendar.id ?? district.name),
    policies: district.policies.map(({ policy }) => policy),
    signer: { by: engine.by, keyId: engine.actor.keyId.slice(0, 16) },
  };
}

type Named = { readonly pack: string; readonly version: string };

/** One agreement as the district's file will carry it. @throws not-found */
export function draftAgreement(engine: EngineCore, id: string, name: Named): AgreementView {
  return agreementView(engine, shelfOfDraft(engine, readDraft(engine.host.profileDir, id).state), name);
}

/** What is wrong with an agreement's text, beside what else the district has. @throws not-found */
export function checkInDraft(engine: EngineCore, id: string, yaml: string) {
  const { faults, read } = checkText(shelfOfDraft(engine, readDraft(engine.host.profileDir, id).state), yaml);
  return { faults, read };
}

function change(engine: EngineCore, id: string, did: string, work: (state: DraftState) => DraftState): void {
  const { host, by } = engine;
  const draft = readDraft(host.profileDir, id);
  const { at, by: doer, state } = draft;
  writeDraft(host.profileDir, {
    ...draft,
    at: host.now(),
    by,
    state: work(state),
    before: [...draft.before, { did, at, by: doer, state }],
  });
  engine.changed();
}

/** Puts an agreement into the district's file, in place of one of the same name and version. @throws bad-input, not-found */
export function keepInDraft(engine: EngineCore, id: string, yaml: string): PackRow {
  const pack = packToKeep(shelfOfDraft(engine, readDraft(engine.host.profileDir, id).state), yaml);
  change(engine, id, `Kept the agreement ${pack.id}, version ${pack.version}`, (state) => ({
    ...state,
    agreements: [
      ...state.agreements.filter((each) => each.id !== pack.id || each.version !== pack.version),
      { id: pack.id, version: pack.version, yaml },
    ],
  }));
  return draftAgreement(engine, id, { pack: pack.id, version: pack.version }).row;
}

type Said = Omit<CarriedConfirmation, 'digest'>;

function isOf(name: Pick<Said, 'pack' | 'version' | 'article'>) {
  return (each: CarriedConfirmation) =>
    each.pack === name.pack && each.version === name.version && each.article === name.article;
}

/** HR compared an article with the signed contract: it holds for everybody who takes the district's file. @throws not-found */
export function confirmInDraft(engine: EngineCore, id: string, said: Said): AgreementView {
  const digest = digestOf(shelfOfDraft(engine, readDraft(engine.host.profileDir, id).state), said);
  change(engine, id, `Confirmed ${said.article} of ${said.pack}, version ${said.version}`, (state) => ({
    ...state,
    confirmations: [...state.confirmations.filter((each) => !isOf(said)(each)), { ...said, digest }],
  }));
  return draftAgreement(engine, id, said);
}

/** @throws not-found */
export function takeBackInDraft(
  engine: EngineCore,
  id: string,
  name: Pick<Said, 'pack' | 'version' | 'article'>,
  reason: string,
): AgreementView {
  const { state } = readDraft(engine.host.profileDir, id);
  if (!state.confirmations.some(isOf(name))) raise('not-found', { what: 'confirmation' });
  change(engine, id, `Took back the confirmation of ${name.article} of ${name.pack}: ${reason}`, (before) => ({
    ...before,
    confirmations: before.confirmations.filter((each) => !isOf(name)(each)),
  }));
  return draftAgreement(engine, id, name);
}

/** Puts the draft back as it was before the last thing that was done. @throws bad-input where nothing was done */
export function reverseInDraft(engine: EngineCore, id: string): DistrictDraftRow {
  const { profileDir } = engine.host;
  const draft = readDraft(profileDir, id);
  const last = draft.before.at(-1);
  if (last === undefined) raise('bad-input', { why: 'nothing was changed in it yet.' });
  const { at, by, state } = last;
  const earlier = { ...draft, at, by, state, before: draft.before.slice(0, -1) };
  writeDraft(profileDir, earlier);
  engine.changed();
  return rowOf(engine, earlier);
}

/** The district's file as text, signed with the key of whoever acts, and its name. @throws not-found */
export function signedDraft(engine: EngineCore, id: string): { readonly name: string; readonly text: string } {
  const { state } = readDraft(engine.host.profileDir, id);
  const bundle = { ...state, signedAt: engine.host.now() };
  return { name: `${id}.evenhand-district`, text: signedDistrictFile(bundle, engine.actor) };
}

/** Takes a draft out of the list. Nothing is deleted: its file stays in this computer's folder, with the reason. @throws not-found */
export function setDistrictDraftAside(engine: EngineCore, id: string, reason: string): DistrictDraftRow[] {
  putAside(engine.host.profileDir, id, { at: engine.host.now(), by: engine.by, reason });
  engine.changed();
  return districtDrafts(engine);
}
