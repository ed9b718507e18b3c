import type { AgreementPack } from '../../contract/agreement.ts';
import type { PackRow } from '../../contract/agreement-shelf.ts';
import type { District } from '../../contract/district.ts';
import { parsePack, refusedPacks, selectPacks, withConfirmations } from '../agreement/index.ts';
import type { ReadableDb } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { type KeptConfirmation, type KeptPack, keptConfirmations, keptPacks } from '../district/index.ts';
import { refusedCalendar } from './calendar.ts';

/** A pack as a district sees it, and where it comes from. */
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

/** What a district has beside the packs that come with Evenhand: what it wrote or brought along, and what its HR confirmed. */
export interface OwnRules {
  readonly packs: readonly KeptPack[];
  readonly confirmations: readonly KeptConfirmation[];
}

/** The own rules that lie in a case. */
export function ownRulesOf(db: ReadableDb): OwnRules {
  return { packs: keptPacks(db), confirmations: keptConfirmations(db) };
}

type Read = { readonly own: readonly ShelvedPack[]; readonly refused: readonly Refused[] };

/** What can be read of the own packs, and what cannot, with the reason. */
function readOwn(packs: readonly KeptPack[]): Read {
  const own: ShelvedPack[] = [];
  const refused: Refused[] = [];
  for (const { pack: id, version, yaml, origin } of packs) {
    const name = `${id}@${version}`;
    try {
      own.push({ pack: parsePack(yaml, name), origin });
    } catch (error) {
      refused.push({ pack: name, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  return { own, refused };
}

/** Every pack that cannot be read: nothing is counted by it, and wherever steps are shown it is named. */
export function refusedOf(engine: EngineCore, own: OwnRules): readonly Refused[] {
  return [...refusedOnce(engine), ...readOwn(own.packs).refused];
}

/** Every pack, and the calendar, that this case knows of and cannot read. */
export function refusedInCase(engine: EngineCore, db: ReadableDb): readonly Refused[] {
  const calendar = refusedCalendar(engine);
  return [...refusedOf(engine, ownRulesOf(db)), ...(calendar === null ? [] : [calendar])];
}

/** Every agreement there is for a district: those that come with Evenhand, and its own in their place. */
export function shelvedAgreements(engine: EngineCore, rules: OwnRules): readonly ShelvedPack[] {
  const { own, refused } = readOwn(rules.packs);
  // The shipped version does not step in for one that cannot be read: its numbers are other numbers.
  const taken = new Set([...own.map(({ pack }) => nameOf(pack)), ...refused.map(({ pack }) => pack)]);
  const shipped = engine.agreements
    .filter((pack) => !taken.has(nameOf(pack)))
    .map((pack) => ({ pack, origin: 'shipped' as const }));
  return [...shipped, ...own].map(({ pack, origin }) => ({
    pack: withConfirmations(pack, rules.confirmations),
    origin,
  }));
}

/**
 * The packs that govern a district: every version of the agreements that it names, those that were written for its
 * units in their place, units without an agreement, and its state's laws. Without a district nothing is demanded.
 */
export function packsOfDistrict(
  engine: EngineCore,
  district: District | null,
  rules: OwnRules,
): readonly AgreementPack[] {
  if (district === null) return [];
  const shelf = shelvedAgreements(engine, rules);
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

/** The packs that govern this case. */
export function packsInCase(engine: EngineCore, db: ReadableDb): readonly AgreementPack[] {
  return packsOfDistrict(engine, engine.session.district, ownRulesOf(db));
}
