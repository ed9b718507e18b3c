import type { AgreementPack } from '../../contract/agreement.ts';
import type {
  AgreementView,
  ArticleView,
  DistrictFileView,
  PackFault,
  PackRow,
} from '../../contract/agreement-shelf.ts';
import type { District } from '../../contract/district.ts';
import { raise } from '../../contract/errors.ts';
import type { StepCalendar } from '../../contract/steps.ts';
import { articleDigest, checkAgreementPacks, checkPackText, packText, restsOn, toConfirm } from '../agreement/index.ts';
import type { ReadableDb } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { keptFile } from '../district/index.ts';
import { sessionCalendar } from './calendar.ts';
import {
  type OwnRules,
  ownRulesOf,
  packsOfDistrict,
  refusedInCase,
  type ShelvedPack,
  shelvedAgreements,
} from './packs.ts';

/** Agreements and laws as a case or a district's own file has them. */
export interface RuleShelf {
  readonly packs: readonly ShelvedPack[];
  /** `id@version` of those that govern units of the district. */
  readonly used: ReadonlySet<string>;
  readonly own: OwnRules;
  readonly calendar: StepCalendar | null;
  readonly refused: ReturnType<typeof refusedInCase>;
  readonly file: DistrictFileView | null;
}

/** The shelf of a district, from what it has of its own. */
export function shelfOf(
  engine: EngineCore,
  district: District | null,
  rest: Pick<RuleShelf, 'own' | 'calendar' | 'refused' | 'file'>,
): RuleShelf {
  return {
    ...rest,
    packs: [
      ...shelvedAgreements(engine, rest.own),
      ...engine.laws.map((pack) => ({ pack, origin: 'shipped' as const })),
    ],
    used: new Set(packsOfDistrict(engine, district, rest.own).map(({ id, version }) => `${id}@${version}`)),
  };
}

/** The shelf of the open case. */
export function shelfOfCase(engine: EngineCore, db: ReadableDb): RuleShelf {
  return shelfOf(engine, engine.session.district, {
    own: ownRulesOf(db),
    calendar: sessionCalendar(engine),
    refused: refusedInCase(engine, db),
    file: keptFile(db),
  });
}

function isUnconfirmed(pack: AgreementPack, no: string): boolean {
  return toConfirm(pack, no) !== null;
}

function rowOf({ pack, origin }: ShelvedPack, used: ReadonlySet<string>, problems: readonly string[]): PackRow {
  const { inForce } = pack;
  return {
    pack: pack.id,
    version: pack.version,
    title: pack.title,
    kind: pack.kind,
    status: pack.status,
    origin,
    inForce: { from: inForce.from, to: inForce.to, holdover: inForce.holdover },
    units: pack.units.map(({ name }) => name),
    articles: pack.articles.length,
    confirmed: pack.articles.filter(({ no }) => !isUnconfirmed(pack, no)).length,
    used: used.has(`${pack.id}@${pack.version}`),
    problems: [...problems],
  };
}

/** Every agreement and law on a shelf, with how much of each is confirmed and what the checker finds. */
export function agreementShelf({ packs, used, calendar, refused, file }: RuleShelf) {
  const found = checkAgreementPacks(
    packs.map(({ pack }) => pack),
    calendar === null ? null : [calendar],
  );
  const problemsOf = ({ id, version }: AgreementPack) =>
    found.filter(({ pack }) => pack === `${id}@${version}`).map(({ where, problem }) => `${where}: ${problem}`);
  return {
    packs: packs.map((each) =>
      rowOf(each, used, used.has(`${each.pack.id}@${each.pack.version}`) ? problemsOf(each.pack) : []),
    ),
    refused: [...refused],
    file,
  };
}

type PackName = { readonly pack: string; readonly version: string };

/** @throws not-found */
function shelved({ packs }: RuleShelf, name: PackName): ShelvedPack {
  const found = packs.find(({ pack }) => pack.id === name.pack && pack.version === name.version);
  return found ?? raise('not-found', { what: 'agreement' });
}

/** One agreement with its text and its articles, each with what rests on it and who confirmed it. */
export function agreementView(engine: EngineCore, shelf: RuleShelf, name: PackName): AgreementView {
  const found = shelved(shelf, name);
  const row = agreementShelf(shelf).packs.find(({ pack, version }) => pack === name.pack && version === name.version);
  const own = shelf.own.packs.find(({ pack, version }) => pack === name.pack && version === name.version);
  return {
    row: row ?? rowOf(found, new Set(), []),
    note: found.pack.note ?? null,
    yaml: own?.yaml ?? packText(engine.host.resourcesDir, found.pack),
    articles: found.pack.articles.map((article) => articleView(shelf.own, found.pack, article)),
  };
}

function articleView(own: OwnRules, pack: AgreementPack, article: AgreementPack['articles'][number]): ArticleView {
  const { confirmed, ...said } = article;
  const kept = own.confirmations.find(
    (each) => each.pack === pack.id && each.version === pack.version && each.article === article.no,
  );
  const lost = kept !== undefined && kept.digest !== articleDigest(pack, article.no);
  return {
    ...said,
    restsOnIt: [...restsOn(pack, article.no)],
    confirmation: confirmed === null ? null : { ...confirmed, fromFile: kept?.fromFile ?? false },
    lapsed: lost
      ? `Confirmed on ${kept.on} by ${kept.by}, but the article or what rests on it was changed since.`
      : null,
    doubt: toConfirm(pack, article.no),
  };
}

/** The article as HR saw it, for a confirmation. @throws not-found */
export function digestOf(shelf: RuleShelf, name: PackName & { readonly article: string }): string {
  const { pack } = shelved(shelf, name);
  if (!pack.articles.some(({ no }) => no === name.article)) raise('not-found', { what: 'article' });
  if (pack.kind === 'law') raise('bad-input', { why: 'a law is not confirmed against a contract; ask counsel.' });
  return articleDigest(pack, name.article);
}

type Checked = { readonly faults: PackFault[]; readonly read: unknown; readonly pack: AgreementPack | null };

/** What is wrong with a pack's text, beside the laws and the other versions on the shelf. */
export function checkText({ packs, calendar }: RuleShelf, yaml: string): Checked {
  const { faults, read, pack } = checkPackText(yaml, {
    packs: packs.map((each) => each.pack),
    calendars: calendar === null ? null : [calendar],
  });
  return { faults: [...faults], read, pack };
}

/** The agreement that a text holds, where it may be kept. @throws bad-input for one that does not hold together, or a law */
export function packToKeep(shelf: RuleShelf, yaml: string): AgreementPack {
  const { faults, pack } = checkText(shelf, yaml);
  const [fault] = faults;
  if (pack === null || fault !== undefined) {
    raise('bad-input', {
      why: `the agreement does not hold together: ${fault?.where ?? ''}: ${fault?.problem ?? ''}`,
    });
  }
  if (pack.kind === 'law') raise('bad-input', { why: 'laws come with Evenhand and are not edited here.' });
  return pack;
}
