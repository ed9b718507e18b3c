import type { AgreementPack } from '../../contract/agreement.ts';
import type { PackRow } from '../../contract/agreement-shelf.ts';
import { parsePack, refusedPacks, selectPacks, withConfirmations } from '../agreement/index.ts';
import type { ReadableDb } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { keptConfirmations, keptPacks } from '../district/index.ts';

/** A pack as this case sees it, and where it comes from. */
export interface ShelvedPack {
  readonly pack: AgreementPack;
  readonly origin: PackRow['origin'];
}

const refused = new WeakMap<EngineCore, ReturnType<typeof refusedPacks>>();

/** The shipped packs that cannot be read; like the others they are read once for each engine. */
export function refusedOnce(engine: EngineCore): ReturnType<typeof refusedPacks> {
  const known = refused.get(engine) ?? refusedPacks(engine.host.resourcesDir);
  refused.set(engine, known);
  return known;
}

/** Packs that were read from the text of a case are read once: their text says everything about them. */
const read = new Map<string, AgreementPack>();
const MOST_REMEMBERED = 200;

function packOf(yaml: string, name: string): AgreementPack {
  const known = read.get(yaml);
  if (known !== undefined) return known;
  if (read.size >= MOST_REMEMBERED) read.clear();
  const pack = parsePack(yaml, name);
  read.set(yaml, pack);
  return pack;
}

function nameOf({ id, version }: AgreementPack): string {
  return `${id}@${version}`;
}

/** Every agreement there is for this case: shipped ones, and those written here or brought along in their place. */
export function shelvedAgreements(engine: EngineCore, db: ReadableDb): readonly ShelvedPack[] {
  const own = keptPacks(db).map(({ pack, version, yaml, origin }) => ({
    pack: packOf(yaml, `${pack}@${version}`),
    origin,
  }));
  const taken = new Set(own.map(({ pack }) => nameOf(pack)));
  const shipped = engine.agreements
    .filter((pack) => !taken.has(nameOf(pack)))
    .map((pack) => ({ pack, origin: 'shipped' as const }));
  const confirmations = keptConfirmations(db);
  return [...shipped, ...own].map(({ pack, origin }) => ({ pack: withConfirmations(pack, confirmations), origin }));
}

/**
 * The packs that govern this case: every version of the agreements that the district names, those that were written for its
 * units in their place, units without an agreement, and its state's laws. Without a district nothing is demanded.
 */
export function packsInCase(engine: EngineCore, db: ReadableDb): readonly AgreementPack[] {
  const { district } = engine.session;
  if (district === null) return [];
  const shelf = shelvedAgreements(engine, db);
  const named = new Set(district.units.flatMap(({ agreement }) => agreement?.id ?? []));
  const own = shelf.filter(({ pack, origin }) => origin !== 'shipped' && !named.has(pack.id)).map(({ pack }) => pack);
  const ownUnits = new Set(own.flatMap(({ units }) => units.map(({ code }) => code)));
  const ownIds = new Set(own.map(({ id }) => id));
  const { packs } = selectPacks(
    { agreements: [...named, ...ownIds].map((id) => ({ id, version: null })), laws: district.laws },
    shelf.map(({ pack }) => pack),
    engine.laws,
  );
  // An agreement that was written for a unit takes the place of the one that the settings named for it.
  return packs.filter(
    ({ kind, id, units }) => kind === 'law' || ownIds.has(id) || !units.every(({ code }) => ownUnits.has(code)),
  );
}
