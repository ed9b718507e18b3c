import type { AgreementPack } from '../../contract/agreement.ts';
import type { PackRow } from '../../contract/agreement-shelf.ts';
import { parsePack, refusedPacks, selectPacks, withConfirmations } from '../agreement/index.ts';
import type { ReadableDb } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { keptConfirmations, keptPacks } from '../district/index.ts';
import { refusedCalendar } from './calendar.ts';

/** A pack as this case sees it, and where it comes from. */
export interface ShelvedPack {
  readonly pack: AgreementPack;
  readonly origin: PackRow['origin'];
}

type Refused = ReturnType<typeof refusedPacks>[number];

const refusedShipped = new WeakMap<EngineCore, readonly Refused[]>();

/** The shipped packs that cannot be read; like the others they are read once for each engine. */
function refusedOnce(engine: EngineCore): readonly Refused[] {
  const known = refusedShipped.get(engine) ?? refusedPacks(engine.host.resourcesDir);
  refusedShipped.set(engine, known);
  return known;
}

function nameOf({ id, version }: AgreementPack): string {
  return `${id}@${version}`;
}

/** What was written here or brought along: what can be read, and what cannot, with the reason. */
function ownPacks(db: ReadableDb): { readonly own: readonly ShelvedPack[]; readonly refused: readonly Refused[] } {
  const own: ShelvedPack[] = [];
  const refused: Refused[] = [];
  for (const { pack: id, version, yaml, origin } of keptPacks(db)) {
    const name = `${id}@${version}`;
    try {
      own.push({ pack: parsePack(yaml, name), origin });
    } catch (error) {
      refused.push({ pack: name, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  return { own, refused };
}

/** Every pack, and the calendar, that this case knows of and cannot read: nothing is counted by it, and wherever steps are shown it is named. */
export function refusedInCase(engine: EngineCore, db: ReadableDb): readonly Refused[] {
  const calendar = refusedCalendar(engine);
  return [...refusedOnce(engine), ...ownPacks(db).refused, ...(calendar === null ? [] : [calendar])];
}

/** Every agreement there is for this case: shipped ones, and those written here or brought along in their place. */
export function shelvedAgreements(engine: EngineCore, db: ReadableDb): readonly ShelvedPack[] {
  const { own, refused } = ownPacks(db);
  // The shipped version does not step in for one that cannot be read: its numbers are other numbers.
  const taken = new Set([...own.map(({ pack }) => nameOf(pack)), ...refused.map(({ pack }) => pack)]);
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
