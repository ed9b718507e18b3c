import type { District } from '../../contract/district.ts';
import type { DistrictDraftChoices, StartDistrictDraft } from '../../contract/district-draft.ts';
import { raise } from '../../contract/errors.ts';
import { loadCalendar } from '../agreement/index.ts';
import type { EngineCore } from '../core.ts';
import { loadDistrict } from '../district/index.ts';
import { carriedPolicies } from '../policy-import/index.ts';
import type { DraftState } from './store.ts';

const LONGEST_ID = 40;

/** `Harbor Point Public Schools` is `harbor-point-public-schools`: the short name by which a case knows its district. */
function idOf(name: string): string {
  const id = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID)
    .replace(/^-+|-+$/g, '');
  return id === '' ? raise('bad-input', { why: 'the name of the district holds no letter.' }) : id;
}

/** Zones of the states; another is taken from a settings file. */
const TIME_ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
] as const;

/** What a new district's file can be made of: the agreements that come with Evenhand, each with its units. */
export function draftChoices(engine: EngineCore): DistrictDraftChoices {
  return {
    agreements: engine.agreements.map(({ id, version, title, units }) => ({
      pack: id,
      version,
      title,
      units: units.map(({ name }) => name),
    })),
    timeZones: [...TIME_ZONES],
  };
}

/** A district of which only what every letter needs is said; its units are those of the agreements chosen. */
function newDistrict(engine: EngineCore, order: Extract<StartDistrictDraft, { kind: 'new' }>): District {
  const units = order.agreements.flatMap(({ pack: id, version }) => {
    const pack = engine.agreements.find((each) => each.id === id && each.version === version);
    if (pack === undefined) raise('not-found', { what: 'agreement' });
    return pack.units.map(({ code, name, certified, union }) => ({
      code,
      name,
      certified: certified ?? false,
      union,
      agreement: pack.kind === 'agreement' ? { id, version } : null,
    }));
  });
  const twice = units.find(({ code }, index) => units.findIndex((unit) => unit.code === code) !== index);
  if (twice !== undefined) {
    raise('bad-input', { why: `two of the agreements cover the unit “${twice.code}”; choose one of them.` });
  }
  const states = new Set(engine.laws.flatMap(({ state }) => state ?? []));
  return {
    id: idOf(order.name),
    name: order.name,
    sample: false,
    aliases: [],
    timeZone: order.timeZone,
    calendar: null,
    letterhead: { lines: order.letterhead, superintendent: order.superintendent },
    policies: order.policies,
    units,
    laws: [...states],
    people: [],
    contacts: [],
  };
}

/** What a draft begins with, and from what, in words. @throws district-unknown, district-invalid, bad-input */
export function beginning(
  engine: EngineCore,
  order: StartDistrictDraft,
): { readonly from: string; readonly state: DraftState } {
  const bare = { agreements: [], calendar: null, confirmations: [] };
  if (order.kind === 'new') {
    const district = newDistrict(engine, order);
    return { from: 'Entered by hand', state: { ...bare, district, policies: carried(engine, district) } };
  }
  const { district, file } = loadDistrict(
    engine.host.resourcesDir,
    order.kind === 'known' ? order.district : order.path,
  );
  if (file !== null) {
    const { agreements, calendar, confirmations, policies, signedBy } = file.bundle;
    const from = `Begun with ${file.name}, signed by ${signedBy.name}, ${signedBy.role}`;
    return { from, state: { district, agreements, calendar, confirmations, policies } };
  }
  const calendar = district.calendar === null ? null : loadCalendar(engine.host.resourcesDir, district.calendar);
  const from =
    order.kind === 'known' ? `Begun with the district ${district.name}` : `Begun with the settings of ${district.name}`;
  return { from, state: { ...bare, district, calendar, policies: carried(engine, district) } };
}

function carried(engine: EngineCore, district: District): DraftState['policies'] {
  return [...carriedPolicies(engine, district.policies)];
}
